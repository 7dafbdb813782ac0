package io.jxc.core.internal.command;

import io.jxc.api.TenantId;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.JxcException;
import io.jxc.api.error.OutcomeUnknownException;
import io.jxc.api.error.StorageException;
import io.jxc.api.error.UnavailableException;
import io.jxc.core.internal.access.RightsMemo;
import io.jxc.spi.JxcMetrics;
import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.StoreView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Commits the batches of one lane. Decides on the lane's cache and a view; when the head has moved
 * meanwhile, decides once more under the tenant's lock; when the store refuses a batch, splits it
 * until the culprit is alone. Used by the lane's leader only.
 */
final class Committer {
  private static final int LOCKED_ATTEMPTS = 3;
  private static final int ATTEMPTS = 4;

  /** Longer than a wait for a lock, shorter than one for a connection. */
  private static final Duration REPEATABLE = Duration.ofSeconds(7);

  private final TenantId tenant;
  private final JxcStore store;
  private final RowCache.Lane cache;
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final Consumer<TenantId> committed;
  private final RefusalCounter refusals;
  private final Trust trust = Trust.inNew();
  private final RightsMemo rights = new RightsMemo();
  private final Tally tally = new Tally();

  /** The head after the lane's own last commit, while nothing says that it has moved. */
  private @Nullable Head known;

  /** Whether somebody else has committed since the lane's last batch, as far as that was seen. */
  private boolean shared;

  Committer(
      TenantId tenant,
      JxcStore store,
      RowCache.Lane cache,
      Clock clock,
      Supplier<UUID> ids,
      RefusalCounter refusals,
      Consumer<TenantId> committed) {
    this.tenant = tenant;
    this.store = store;
    this.cache = cache;
    this.clock = clock;
    this.ids = ids;
    this.refusals = refusals;
    this.committed = committed;
  }

  /**
   * Brings a batch to its end: every command is done when this returns or throws. What the store
   * has rolled back for a reason that passes, a deadlock or a lock held by a node that froze, is
   * decided and sent again: once in any case, more often only while failures come quickly, as they
   * do not from a store that cannot be reached.
   */
  void commit(List<Pending<?, ?>> commands) {
    tally.clear();
    for (int attempt = 1; ; attempt++) {
      long start = System.nanoTime();
      try {
        commit(commands.stream().filter(pending -> !pending.isDone()).toList(), trust);
        return;
      } catch (StorageException rolledBack) {
        boolean quick = System.nanoTime() - start < REPEATABLE.toNanos();
        boolean again = attempt == 1 || (quick && attempt < ATTEMPTS);
        if (!rolledBack.retryable() || !again) {
          throw rolledBack;
        }
      }
    }
  }

  private void commit(List<Pending<?, ?>> commands, Trust trusted) {
    try {
      attempt(commands, trusted);
    } catch (DuplicateKeyException | StorageException refused) {
      forget();
      if (refused.retryable()) {
        throw refused;
      } else if (trusted.inValues() && refused instanceof DuplicateKeyException) {
        // something is not as new as it was taken for
        tally.distrusted();
        commit(commands, Trust.NOTHING);
      } else {
        split(commands, refused);
      }
    } catch (OutcomeUnknownException unknown) {
      forget();
      commands.forEach(p -> p.fail(OutcomeUnknownException.ofRequest(p.requestId, unknown)));
    } catch (RuntimeException | Error e) {
      forget();
      throw e;
    }
  }

  /** The store refuses the batch as a whole: halves it, each half decided anew. */
  private void split(List<Pending<?, ?>> commands, JxcException refused) {
    if (commands.size() == 1) {
      commands.get(0).fail(refused);
      return;
    }
    tally.split();
    int middle = commands.size() / 2;
    commit(commands.subList(0, middle), Trust.NOTHING);
    commit(commands.subList(middle, commands.size()), Trust.NOTHING);
  }

  /** Commits under the tenant's lock from the start, as a host's transaction demands. */
  void commitLocked(List<Pending<?, ?>> commands) {
    attemptLocked(commands, Trust.NOTHING);
  }

  /** Writes the refusals that are counted so far, in a block of their own. */
  void flush() {
    RefusalCounter.Due due = refusals.all();
    if (due.isEmpty()) {
      return;
    }
    forget();
    store.commitLocked(
        tenant,
        view -> {
          Head head = view.head();
          ChangeSet.Builder changes =
              ChangeSet.builder(tenant, head.sequence(), ids.get(), notBefore(head));
          due.entries().forEach(changes::entry);
          return changes.build();
        });
    refusals.confirm(due);
  }

  /** A batch that is decided, on which rows, and what would be written. */
  private record Decided(
      Batch batch,
      WorkingSet working,
      Head head,
      boolean fresh,
      ChangeSet changes,
      Optional<RefusalCounter.Due> refused) {}

  /**
   * Decides on what is cached, and commits if the head is still where that was read. Where others
   * commit, too, it has moved more often than not: then it is locked first.
   */
  private void attempt(List<Pending<?, ?>> commands, Trust trusted) {
    if (!shared) {
      Decided decided = decideOnView(commands, trusted);
      if (decided.changes().isEmpty()) {
        if (proven(decided)) {
          finish(commands, decided, Optional.empty());
          return;
        }
      } else {
        Optional<Commit> answer = send(decided.changes());
        if (answer.isPresent() && answer.get() instanceof Commit.Committed done) {
          finish(commands, decided, done.block());
          return;
        }
      }
      forget();
      tally.headMoved();
    }
    attemptLocked(commands, trusted);
  }

  /** Returns what happened to the last batch. */
  JxcMetrics.Batch figures(int commands, int weight) {
    return tally.take(tenant.value(), commands, weight, cache);
  }

  /** Decides under the tenant's lock, where the head cannot move. */
  private void attemptLocked(List<Pending<?, ?>> commands, Trust trusted) {
    for (int attempt = 0; attempt < LOCKED_ATTEMPTS; attempt++) {
      List<Decided> tries = new ArrayList<>();
      Optional<Commit> answer;
      long begun = System.nanoTime();
      long decided = tally.deciding();
      try {
        answer =
            Optional.of(
                store.commitLocked(
                    tenant,
                    view -> {
                      tries.add(decideLocked(commands, view, trusted));
                      return last(tries).changes();
                    }));
      } catch (OutcomeUnknownException unknown) {
        answer = fate(last(tries).changes(), unknown);
      } finally {
        tally.committedSince(begun, decided);
      }
      if (answer.isPresent() && answer.get() instanceof Commit.Committed done) {
        finish(commands, last(tries), done.block());
        return;
      }
      forget();
      tally.headMoved();
    }
    throw UnavailableException.contended(tenant);
  }

  private Decided decideLocked(List<Pending<?, ?>> commands, StoreView view, Trust trusted) {
    Head last = known;
    shared = last == null || last.sequence() != view.head().sequence();
    if (shared) {
      forget();
    }
    long begun = System.nanoTime();
    try {
      return decide(commands, view.head(), view, trusted);
    } finally {
      tally.decidedSince(begun);
    }
  }

  /** A store may decide more than once; the last decision is the one it answered for. */
  private static Decided last(List<Decided> tries) {
    return tries.get(tries.size() - 1);
  }

  /** Commits; empty when the fate was unknown and turned out to be "not committed". */
  private Optional<Commit> send(ChangeSet changes) {
    long begun = System.nanoTime();
    try {
      return Optional.of(store.commit(changes));
    } catch (OutcomeUnknownException unknown) {
      return fate(changes, unknown);
    } finally {
      tally.committedSince(begun, tally.deciding());
    }
  }

  /**
   * Learns the fate of a block: whoever gets the head lock knows that the earlier commit has ended,
   * so the block is there or will never be.
   */
  private Optional<Commit> fate(ChangeSet changes, OutcomeUnknownException unknown) {
    try {
      store.commit(ChangeSet.builder(tenant, changes.basedOn(), ids.get(), changes.at()).build());
      return store
          .block(tenant, new BlockRef.ById(changes.blockId()))
          .map(block -> new Commit.Committed(Optional.of(block)));
    } catch (RuntimeException still) {
      unknown.addSuppressed(still);
      throw unknown;
    }
  }

  private Decided decideOnView(List<Pending<?, ?>> commands, Trust trusted) {
    Head head = known;
    long begun = System.nanoTime();
    try (LazyView lazy = new LazyView(store, tenant)) {
      if (head == null) {
        return decide(commands, lazy.open().head(), lazy.open(), trusted);
      }
      WorkingSet working = new WorkingSet(head.sequence(), cache, trusted);
      Batch batch = batch(commands, working, head);
      while (!decided(batch)) {
        StoreView view = lazy.open();
        if (view.head().sequence() != head.sequence()) {
          // another node has committed: nothing cached counts any more
          forget();
          return decide(commands, view.head(), view, trusted);
        }
        working.takeMisses().fetch(view, working);
      }
      return assemble(batch, working, head, lazy.isOpen());
    } finally {
      tally.decidedSince(begun);
    }
  }

  private boolean decided(Batch batch) {
    tally.round();
    return batch.decide();
  }

  private Decided decide(List<Pending<?, ?>> commands, Head head, StoreView view, Trust trusted) {
    WorkingSet working = new WorkingSet(head.sequence(), cache, trusted);
    Batch batch = batch(commands, working, head);
    while (!decided(batch)) {
      working.takeMisses().fetch(view, working);
    }
    return assemble(batch, working, head, true);
  }

  private Batch batch(List<Pending<?, ?>> commands, WorkingSet working, Head head) {
    return new Batch(
        commands, working, new Circumstances(notBefore(head), () -> ids.get().toString(), rights));
  }

  private Instant notBefore(Head head) {
    Instant now = Attribute.micros(clock.instant());
    return now.isBefore(head.blockTime()) ? head.blockTime() : now;
  }

  private Decided assemble(Batch batch, WorkingSet working, Head head, boolean fresh) {
    List<JournalEntry> entries = new ArrayList<>(batch.entries());
    Optional<RefusalCounter.Due> refused = Optional.empty();
    if (batch.changesAnything()) {
      refused = Optional.of(refusals.due(batch.now()));
      entries.addAll(refused.get().entries());
    }
    ChangeSet changes = Assembly.of(tenant, working, entries, ids.get(), batch.now());
    return new Decided(batch, working, head, fresh, changes, refused);
  }

  /** A refusal counts only if the head is still where it was decided; a fresh view shows that. */
  private boolean proven(Decided decided) {
    return decided.fresh() || store.head(tenant).sequence() == decided.head().sequence();
  }

  private void finish(List<Pending<?, ?>> commands, Decided decided, Optional<Block> block) {
    Instant now = decided.batch().now();
    refusals.count(decided.batch().refusals(), now);
    long version = block.map(Block::lastSequence).orElse(decided.head().sequence());
    // callers first: they go on while the cache is brought up to date
    commands.forEach(pending -> pending.finish(version));
    if (block.isPresent()) {
      Block made = block.get();
      decided.refused().ifPresent(refusals::confirm);
      decided.working().publish(made.lastSequence());
      // a tenant's first block gives it an incarnation that only the store knows
      known =
          decided.head().sequence() == 0
              ? null
              : new Head(
                  tenant,
                  made.lastSequence(),
                  decided.head().incarnation(),
                  made.hash(),
                  made.at());
      committed.accept(tenant);
    } else {
      known = decided.head().sequence() == 0 ? null : decided.head();
    }
  }

  private void forget() {
    known = null;
    cache.forget();
  }
}
