package io.jxc.core.internal.command;

import io.jxc.api.TenantId;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.JxcException;
import io.jxc.api.error.OutcomeUnknownException;
import io.jxc.api.error.StorageException;
import io.jxc.api.error.UnavailableException;
import io.jxc.core.internal.command.Decider.Sending;
import io.jxc.spi.JxcMetrics;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.PreparedCommit;
import io.jxc.spi.store.StoreView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits the batches of one lane. Each is decided on what the lane remembers, maybe while the one
 * before it is with the store; when the head has moved meanwhile, it is decided once more under the
 * tenant's lock; when the store refuses a batch, it is split until the culprit is alone.
 */
final class Committer {
  private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
  private static final int LOCKED_ATTEMPTS = 3;
  private static final int ATTEMPTS = 4;

  /** Longer than a wait for a lock, shorter than one for a connection. */
  private static final Duration REPEATABLE = Duration.ofSeconds(7);

  private final TenantId tenant;
  private final JxcStore store;
  private final Supplier<UUID> ids;
  private final Consumer<TenantId> committed;
  private final RefusalCounter refusals;
  private final Trust trust = Trust.inNew();
  private final Decider decider;

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
    this.ids = ids;
    this.refusals = refusals;
    this.committed = committed;
    this.decider = new Decider(tenant, store, cache, clock, ids, refusals);
  }

  /**
   * Does what can be done for a batch while the one before it is with the store: decides it as if
   * that one were committed, and makes ready what will be sent. Where that fails its turn will
   * tell; what is remembered by then may be of a batch that is not to be, and is forgotten.
   */
  void ahead(Flight flight) {
    try {
      decider.ahead(flight, trust);
      Draft draft = flight.draft;
      Decided decided = draft == null ? null : draft.decided;
      if (draft != null && decided != null && !decided.changes().isEmpty()) {
        draft.prepared = store.prepare(decided.changes());
      }
    } catch (RuntimeException atItsTurn) {
      LOG.trace("a batch of {} is decided in its turn", tenant, atItsTurn);
      decider.forget();
    } catch (Error died) {
      decider.forget();
      throw died;
    }
  }

  /**
   * Brings a batch to its end: every command is done when this returns or throws. What the store
   * has rolled back for a reason that passes, a deadlock or a lock held by a node that froze, is
   * decided and sent again: once in any case, more often only while failures come quickly, as they
   * do not from a store that cannot be reached.
   */
  void commit(Flight flight) {
    for (int attempt = 1; ; attempt++) {
      long start = System.nanoTime();
      try {
        commit(flight, waiting(flight.commands), trust);
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

  private static List<Pending<?, ?>> waiting(List<Pending<?, ?>> commands) {
    return new ArrayList<>(commands.stream().filter(pending -> !pending.isDone()).toList());
  }

  private void commit(Flight flight, List<Pending<?, ?>> commands, Trust trusted) {
    try {
      attempt(flight, commands, trusted);
    } catch (DuplicateKeyException | StorageException refused) {
      decider.forget();
      if (refused.retryable()) {
        throw refused;
      } else if (trusted.inValues() && refused instanceof DuplicateKeyException) {
        // something is not as new as it was taken for
        flight.tally.distrusted();
        commit(flight, commands, Trust.NOTHING);
      } else {
        split(flight, commands, refused);
      }
    } catch (OutcomeUnknownException unknown) {
      decider.forget();
      commands.forEach(p -> p.fail(OutcomeUnknownException.ofRequest(p.requestId, unknown)));
    } catch (RuntimeException | Error e) {
      decider.forget();
      throw e;
    }
  }

  /** The store refuses the batch as a whole: halves it, each half decided anew. */
  private void split(Flight flight, List<Pending<?, ?>> commands, JxcException refused) {
    if (commands.size() == 1) {
      commands.get(0).fail(refused);
      return;
    }
    flight.tally.split();
    int middle = commands.size() / 2;
    commit(flight, commands.subList(0, middle), Trust.NOTHING);
    commit(flight, commands.subList(middle, commands.size()), Trust.NOTHING);
  }

  /** Commits under the tenant's lock from the start, as a host's transaction demands. */
  void commitLocked(List<Pending<?, ?>> commands) {
    Flight flight = new Flight(commands, Flight.Queue.NONE);
    attemptLocked(flight, waiting(commands), Trust.NOTHING);
  }

  /** Writes the refusals that are counted so far, in a block of their own. */
  void flush() {
    RefusalCounter.Due due = refusals.all();
    if (due.isEmpty()) {
      return;
    }
    decider.forget();
    store.commitLocked(
        tenant,
        view -> {
          Head head = view.head();
          Instant at = decider.notBefore(head.blockTime());
          ChangeSet.Builder changes = ChangeSet.builder(tenant, head.sequence(), ids.get(), at);
          due.entries().forEach(changes::entry);
          return changes.build();
        });
    refusals.confirm(due);
  }

  /** Sends what was decided on what the lane remembers, if the head is still where that was. */
  private void attempt(Flight flight, List<Pending<?, ?>> commands, Trust trusted) {
    Optional<Sending> sending = decider.turn(flight, commands, trusted);
    if (sending.isPresent()) {
      Decided decided = sending.get().decided();
      Optional<Commit> answer = Optional.empty();
      if (decided.changes().isEmpty()) {
        if (proven(decided)) {
          finish(flight, commands, decided, Optional.empty());
          return;
        }
      } else {
        answer = send(flight, sending.get());
      }
      if (answer.isPresent() && answer.get() instanceof Commit.Committed done) {
        finish(flight, commands, decided, done.block());
        return;
      }
      decider.forget();
      flight.tally.headMoved();
    }
    attemptLocked(flight, commands, trusted);
  }

  /** Returns what happened to a batch. */
  JxcMetrics.Batch figures(Flight flight) {
    return decider.figures(flight);
  }

  /** Tells whether others have committed, too, when something was last decided. */
  boolean isShared() {
    return decider.isShared();
  }

  /**
   * Decides under the tenant's lock, where the head cannot move. Who has waited for others there
   * takes along what has come meanwhile.
   *
   * @param commands those of the batch that are not done yet, to which more may be added, or a part
   *     of them
   */
  private void attemptLocked(Flight flight, List<Pending<?, ?>> commands, Trust trusted) {
    for (int attempt = 0; attempt < LOCKED_ATTEMPTS; attempt++) {
      List<Decided> tries = new ArrayList<>();
      Optional<Commit> answer =
          lock(
              flight.tally,
              view -> {
                if (commands.size() == flight.commands.size()) {
                  commands.addAll(flight.fill());
                }
                tries.add(decider.locked(commands, view, trusted, flight.tally));
                return last(tries).changes();
              },
              () -> last(tries).changes());
      if (answer.isPresent() && answer.get() instanceof Commit.Committed done) {
        decider.committed(last(tries));
        finish(flight, commands, last(tries), done.block());
        return;
      }
      decider.forget();
      flight.tally.headMoved();
    }
    throw UnavailableException.contended(tenant);
  }

  private Optional<Commit> lock(
      Tally tally, Function<StoreView, ChangeSet> decide, Supplier<ChangeSet> decided) {
    long begun = System.nanoTime();
    long before = tally.deciding();
    try {
      return Optional.of(store.commitLocked(tenant, decide));
    } catch (OutcomeUnknownException unknown) {
      return fate(decided.get(), unknown);
    } finally {
      tally.committedSince(begun, before);
    }
  }

  /** A store may decide more than once; the last decision is the one it answered for. */
  private static Decided last(List<Decided> tries) {
    return tries.get(tries.size() - 1);
  }

  /** Commits; empty when the fate was unknown and turned out to be "not committed". */
  private Optional<Commit> send(Flight flight, Sending sending) {
    ChangeSet changes = sending.decided().changes();
    if (sending.whole()) {
      flight.handOn();
    }
    long begun = System.nanoTime();
    try {
      PreparedCommit prepared = sending.prepared().orElseGet(() -> store.prepare(changes));
      return Optional.of(prepared.commit());
    } catch (OutcomeUnknownException unknown) {
      return fate(changes, unknown);
    } finally {
      flight.tally.committedSince(begun, flight.tally.deciding());
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

  /** A refusal counts only if the head is still where it was decided; a fresh view shows that. */
  private boolean proven(Decided decided) {
    return decided.fresh() || store.head(tenant).sequence() == decided.base().sequence();
  }

  private void finish(
      Flight flight, List<Pending<?, ?>> commands, Decided decided, Optional<Block> block) {
    refusals.count(decided.batch().refusals(), decided.batch().now());
    if (block.isPresent()) {
      // before the next batch asks for what is due
      decided.refused().ifPresent(refusals::confirm);
    }
    long version = block.map(Block::lastSequence).orElse(decided.base().sequence());
    if (commands.size() == flight.commands.size()) {
      // what was decided meanwhile goes to the store while the callers are woken
      flight.end();
    }
    commands.forEach(pending -> pending.finish(version));
    if (block.isPresent()) {
      committed.accept(tenant);
    }
  }
}
