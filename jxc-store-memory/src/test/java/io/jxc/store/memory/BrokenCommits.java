package io.jxc.store.memory;

import io.jxc.api.TenantId;
import io.jxc.api.error.ChangeRefusedException;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.spi.store.BalanceChange;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.Chain;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.IndexChange;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.LineChange;
import io.jxc.spi.store.PreparedCommit;
import io.jxc.spi.store.StoreView;
import io.jxc.tck.ForwardingStore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Stores that are wrong when they commit. */
final class BrokenCommits {
  private BrokenCommits() {}

  /** Commits in a way of its own. */
  private static JxcStore committing(
      JxcStore sound, BiFunction<JxcStore, ChangeSet, Commit> commit) {
    return new ForwardingStore(sound) {
      @Override
      public Commit commit(ChangeSet changes) {
        return commit.apply(sound, changes);
      }
    };
  }

  /** Commits something else than it was told. */
  private static JxcStore changing(JxcStore sound, UnaryOperator<ChangeSet> change) {
    return committing(sound, (store, changes) -> store.commit(change.apply(changes)));
  }

  static JxcStore commitsWhatItShallPrepare(JxcStore sound) {
    return new ForwardingStore(sound) {
      @Override
      public PreparedCommit prepare(ChangeSet changes) {
        Commit early = sound.commit(changes);
        return () -> early;
      }
    };
  }

  static JxcStore looksAtTheHeadWhenItPrepares(JxcStore sound) {
    return new ForwardingStore(sound) {
      @Override
      public PreparedCommit prepare(ChangeSet changes) {
        Head head = sound.head(changes.tenant());
        return () ->
            head.sequence() == changes.basedOn()
                ? sound.commit(changes)
                : new Commit.HeadMoved(head);
      }
    };
  }

  static JxcStore forgetsFloors(JxcStore sound) {
    return changing(
        sound,
        set ->
            withBalances(
                set,
                change -> balance(change, change.expectedVersion(), change.deltas(), Set.of())));
  }

  static JxcStore ignoresBalanceVersions(JxcStore sound) {
    return committing(
        sound,
        (store, set) -> {
          try (StoreView view = store.view(set.tenant())) {
            return store.commit(
                withBalances(
                    set,
                    change ->
                        balance(
                            change,
                            view.balances(change.type(), List.of(change.key())).stream()
                                .mapToLong(row -> row.version())
                                .sum(),
                            change.deltas(),
                            change.floors())));
          }
        });
  }

  static JxcStore roundsToCents(JxcStore sound) {
    return changing(
        sound,
        set ->
            withBalances(
                set,
                change ->
                    balance(
                        change,
                        change.expectedVersion(),
                        change.deltas().stream()
                            .map(delta -> delta.setScale(2, RoundingMode.HALF_EVEN))
                            .toList(),
                        change.floors())));
  }

  static JxcStore forgetsLatestValues(JxcStore sound) {
    return changing(
        sound,
        set ->
            withBalances(
                set,
                change ->
                    new BalanceChange(
                        change.type(),
                        change.key(),
                        change.expectedVersion(),
                        change.deltas(),
                        Collections.nCopies(change.latest().size(), Optional.empty()),
                        change.floors(),
                        change.vanishes())));
  }

  static JxcStore ignoresBasedOn(JxcStore sound) {
    return changing(sound, set -> rebased(set, sound.head(set.tenant()).sequence(), set.blockId()));
  }

  static JxcStore retriesBlindly(JxcStore sound) {
    return committing(
        sound,
        (store, set) -> {
          Commit answer = store.commit(set);
          while (answer instanceof Commit.HeadMoved moved) {
            answer = store.commit(rebased(set, moved.head().sequence(), UUID.randomUUID()));
          }
          return answer;
        });
  }

  static JxcStore fencesWithoutLooking(JxcStore sound) {
    return committing(
        sound,
        (store, set) -> set.isEmpty() ? new Commit.Committed(Optional.empty()) : store.commit(set));
  }

  static JxcStore keepsEntriesOfRefusals(JxcStore sound) {
    return committing(
        sound,
        (store, set) -> {
          try {
            return store.commit(set);
          } catch (ChangeRefusedException | DuplicateKeyException refused) {
            store.commit(with(set, List.of(), List.of(), List.of(), List.of(), set.entries()));
            throw refused;
          }
        });
  }

  static JxcStore ignoresDocumentVersions(JxcStore sound) {
    return committing(
        sound,
        (store, set) -> {
          try (StoreView view = store.view(set.tenant())) {
            List<DocumentChange> changes =
                set.documents().stream().map(change -> onPresentVersion(view, change)).toList();
            return store.commit(
                with(set, changes, set.lines(), set.indexes(), set.balances(), set.entries()));
          }
        });
  }

  private static DocumentChange onPresentVersion(StoreView view, DocumentChange change) {
    long version =
        view.documents(change.type(), List.of(change.key())).stream()
            .mapToLong(DocumentRow::version)
            .findFirst()
            .orElse(change.expectedVersion());
    return new DocumentChange(change.type(), change.key(), version, change.content());
  }

  static JxcStore losesTheLastEntry(JxcStore sound) {
    return changing(
        sound,
        set -> withEntries(set, set.entries().subList(0, Math.min(2, set.entries().size()))));
  }

  static JxcStore reordersEntries(JxcStore sound) {
    return changing(
        sound,
        set -> {
          List<JournalEntry> reversed = new ArrayList<>(set.entries());
          Collections.reverse(reversed);
          return withEntries(set, reversed);
        });
  }

  static JxcStore forgetsDeletedLines(JxcStore sound) {
    return changing(
        sound,
        set ->
            with(
                set,
                set.documents(),
                set.lines().stream()
                    .filter(line -> line.operation() != LineChange.Operation.DELETE)
                    .toList(),
                set.indexes(),
                set.balances(),
                set.entries()));
  }

  static JxcStore skipsTheUniqueCheck(JxcStore sound) {
    return committing(
        sound,
        (store, set) -> {
          try {
            return store.commit(set);
          } catch (DuplicateKeyException duplicate) {
            return store.commit(withIndexes(set, List.of()));
          }
        });
  }

  static JxcStore takesTheFirstOfTwoUniqueValues(JxcStore sound) {
    return changing(
        sound,
        set -> {
          Set<String> seen = new HashSet<>();
          return withIndexes(
              set,
              set.indexes().stream()
                  .filter(row -> !row.insert() || seen.add(row.index() + row.value()))
                  .toList());
        });
  }

  static JxcStore answersBlocksWithoutTheirHash(JxcStore sound) {
    return new ForwardingStore(sound) {
      @Override
      public Optional<Block> block(TenantId tenant, BlockRef reference) {
        return sound.block(tenant, reference).map(BrokenCommits::withoutLink);
      }
    };
  }

  /** The block as it would be if every block were the first one. */
  private static Block withoutLink(Block block) {
    return new Block(
        block.tenant(),
        block.id(),
        block.firstSequence(),
        block.lastSequence(),
        block.at(),
        block.digest(),
        Chain.genesis(block.tenant()),
        block.hash());
  }

  private static ChangeSet rebased(ChangeSet set, long basedOn, UUID blockId) {
    return new ChangeSet(
        set.tenant(),
        basedOn,
        blockId,
        set.at(),
        set.documents(),
        set.lines(),
        set.indexes(),
        set.balances(),
        set.entries());
  }

  private static ChangeSet withBalances(ChangeSet set, UnaryOperator<BalanceChange> change) {
    List<BalanceChange> balances = set.balances().stream().map(change).toList();
    return with(set, set.documents(), set.lines(), set.indexes(), balances, set.entries());
  }

  private static ChangeSet withIndexes(ChangeSet set, List<IndexChange> indexes) {
    return with(set, set.documents(), set.lines(), indexes, set.balances(), set.entries());
  }

  private static ChangeSet withEntries(ChangeSet set, List<JournalEntry> entries) {
    return with(set, set.documents(), set.lines(), set.indexes(), set.balances(), entries);
  }

  private static ChangeSet with(
      ChangeSet set,
      List<DocumentChange> documents,
      List<LineChange> lines,
      List<IndexChange> indexes,
      List<BalanceChange> balances,
      List<JournalEntry> entries) {
    return new ChangeSet(
        set.tenant(),
        set.basedOn(),
        set.blockId(),
        set.at(),
        documents,
        lines,
        indexes,
        balances,
        entries);
  }

  private static BalanceChange balance(
      BalanceChange change, long version, List<BigDecimal> deltas, Set<String> floors) {
    return new BalanceChange(
        change.type(), change.key(), version, deltas, change.latest(), floors, change.vanishes());
  }
}
