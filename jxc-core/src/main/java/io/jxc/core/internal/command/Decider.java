package io.jxc.core.internal.command;

import io.jxc.api.TenantId;
import io.jxc.core.internal.access.RightsMemo;
import io.jxc.spi.JxcMetrics;
import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.PreparedCommit;
import io.jxc.spi.store.StoreView;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides the batches of one lane, on what the lane remembers and on views. What a batch has
 * changed is remembered as soon as it is decided, so that the next one can be decided while it is
 * with the store; where it was not committed, everything is forgotten, and what was decided on it
 * does not count.
 *
 * <p>Leaders call it while others do; what is remembered is touched by one at a time.
 */
final class Decider {
  /** Held while something is decided or forgotten; never while a batch is with the store. */
  private final ReentrantLock mind = new ReentrantLock();

  private final TenantId tenant;
  private final JxcStore store;
  private final RowCache.Lane cache;
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final RefusalCounter refusals;
  private final RightsMemo rights = new RightsMemo();
  private final Helpers helpers = Helpers.all();

  /** The head after the lane's own last batch, while nothing says that it has moved. */
  private @Nullable Base known;

  /** The batch that was decided last and sent on its own; null once it was not committed. */
  private @Nullable Decided sent;

  /** Whether somebody else has committed since the lane's last batch, as far as that was seen. */
  private volatile boolean shared;

  private long epoch;

  Decider(
      TenantId tenant,
      JxcStore store,
      RowCache.Lane cache,
      Clock clock,
      Supplier<UUID> ids,
      RefusalCounter refusals) {
    this.tenant = tenant;
    this.store = store;
    this.cache = cache;
    this.clock = clock;
    this.ids = ids;
    this.refusals = refusals;
  }

  /** Tells whether others commit, too: then the head has moved more often than not. */
  boolean isShared() {
    return shared;
  }

  // ---- while the batch before is with the store

  /**
   * Decides a batch as if the one before it were committed. Stops where it would have to read what
   * that one changes.
   */
  void ahead(Flight flight, Trust trusted) {
    mind.lock();
    try {
      decideAhead(flight, trusted);
    } finally {
      mind.unlock();
    }
  }

  private void decideAhead(Flight flight, Trust trusted) {
    Decided under = sent;
    Base base = known;
    if (under == null || base == null) {
      return;
    }
    long begun = System.nanoTime();
    Draft draft = draft(flight.commands, base, trusted);
    try (LazyView lazy = new LazyView(store, tenant)) {
      boolean decided = decided(draft, flight.tally);
      while (!decided && fetchAhead(lazy, draft.working, under)) {
        decided = decided(draft, flight.tally);
      }
      if (decided) {
        boolean noneOnTheirWay = under.refused().map(RefusalCounter.Due::isEmpty).orElse(true);
        draft.decided = remember(assemble(draft, false, noneOnTheirWay));
      }
      flight.draft = draft;
    } finally {
      flight.tally.decidedSince(begun);
    }
  }

  private static boolean fetchAhead(LazyView lazy, WorkingSet working, Decided under) {
    if (working.misses().meet(under.working())) {
      return false;
    }
    StoreView view = lazy.open();
    long shown = view.head().sequence();
    if (shown != under.base().sequence() && shown != working.basedOn()) {
      return false;
    }
    working.takeMisses().fetch(view, working);
    return true;
  }

  // ---- in its turn

  /**
   * What is sent where nobody else commits.
   *
   * @param decided the batch
   * @param prepared it, made ready, where that was done ahead
   * @param whole whether the next batch may be decided on it meanwhile
   */
  record Sending(Decided decided, Optional<PreparedCommit> prepared, boolean whole) {}

  /**
   * Decides what is to be sent; nothing where others commit, too, as there the head has moved more
   * often than not. What was decided ahead counts if everything before it was committed.
   *
   * @param commands those of the batch that are not done yet, or a part of them
   */
  Optional<Sending> turn(Flight flight, List<Pending<?, ?>> commands, Trust trusted) {
    mind.lock();
    try {
      Draft draft = flight.draft;
      flight.draft = null;
      sent = null;
      if (shared) {
        return Optional.empty();
      }
      boolean counts = draft != null && draft.epoch == epoch;
      Sending sending = sending(flight, commands, counts ? draft : null, trusted);
      if (sending.whole()) {
        sent = sending.decided();
      }
      return Optional.of(sending);
    } finally {
      mind.unlock();
    }
  }

  private Sending sending(
      Flight flight, List<Pending<?, ?>> commands, @Nullable Draft draft, Trust trusted) {
    Optional<PreparedCommit> prepared = Optional.empty();
    Decided decided;
    if (draft != null && draft.decided != null) {
      decided = draft.decided;
      prepared = Optional.ofNullable(draft.prepared);
    } else {
      decided = decide(commands, draft, trusted, flight.tally);
    }
    // the next batch is decided on a whole one that is not the tenant's first, and on no part
    boolean whole =
        commands.size() == flight.commands.size()
            && decided.base().sequence() > 0
            && !decided.changes().isEmpty();
    return new Sending(decided, prepared, whole);
  }

  /** Decides on what is remembered, from where a draft had to stop, and on a view if need be. */
  private Decided decide(
      List<Pending<?, ?>> commands, @Nullable Draft draft, Trust trusted, Tally tally) {
    long begun = System.nanoTime();
    Base base = known;
    try (LazyView lazy = new LazyView(store, tenant)) {
      if (draft != null) {
        return onView(draft, lazy, tally);
      } else if (base != null) {
        return onView(draft(commands, base, trusted), lazy, tally);
      }
      StoreView view = lazy.open();
      return remember(onHead(draft(commands, Base.of(view.head()), trusted), view, tally));
    } finally {
      tally.decidedSince(begun);
    }
  }

  private Decided onView(Draft draft, LazyView lazy, Tally tally) {
    WorkingSet working = draft.working;
    while (!working.misses().isEmpty() || !decided(draft, tally)) {
      StoreView view = lazy.open();
      Base base = Base.of(view.head());
      if (base.sequence() != working.basedOn()) {
        // another node has committed: nothing remembered counts any more
        forget();
        return remember(onHead(draft(draft.batch.commands(), base, working.trust()), view, tally));
      }
      working.takeMisses().fetch(view, working);
    }
    return remember(assemble(draft, lazy.isOpen(), true));
  }

  /** Decides under the tenant's lock, where the head cannot move. */
  Decided locked(List<Pending<?, ?>> commands, StoreView view, Trust trusted, Tally tally) {
    mind.lock();
    long begun = System.nanoTime();
    try {
      Base last = known;
      shared = last == null || last.sequence() != view.head().sequence();
      if (shared) {
        forget();
      }
      return onHead(draft(commands, Base.of(view.head()), trusted), view, tally);
    } finally {
      tally.decidedSince(begun);
      mind.unlock();
    }
  }

  private Decided onHead(Draft draft, StoreView view, Tally tally) {
    while (!decided(draft, tally)) {
      draft.working.takeMisses().fetch(view, draft.working);
    }
    return assemble(draft, true, true);
  }

  private static boolean decided(Draft draft, Tally tally) {
    tally.round();
    return draft.batch.decide();
  }

  private Draft draft(List<Pending<?, ?>> commands, Base base, Trust trusted) {
    WorkingSet working = new WorkingSet(base.sequence(), cache, trusted);
    Circumstances circumstances =
        new Circumstances(notBefore(base.time()), () -> ids.get().toString(), rights, helpers);
    return new Draft(new Batch(commands, working, circumstances), working, base, epoch);
  }

  /** Returns the time, which never runs back in a log. */
  Instant notBefore(Instant last) {
    Instant now = Attribute.micros(clock.instant());
    return now.isBefore(last) ? last : now;
  }

  private Decided assemble(Draft draft, boolean fresh, boolean withRefusals) {
    Batch batch = draft.batch;
    List<JournalEntry> entries = new ArrayList<>(batch.entries());
    Optional<RefusalCounter.Due> refused = Optional.empty();
    if (batch.changesAnything() && withRefusals) {
      refused = Optional.of(refusals.due(batch.now()));
      entries.addAll(refused.get().entries());
    }
    ChangeSet changes = Assembly.of(tenant, draft.working, entries, ids.get(), batch.now());
    return new Decided(batch, draft.working, draft.base, fresh, changes, refused);
  }

  // ---- what is remembered

  /** Remembers what was decided under the tenant's lock, and is committed. */
  void committed(Decided decided) {
    mind.lock();
    try {
      remember(decided);
    } finally {
      mind.unlock();
    }
  }

  /**
   * Takes what was decided for done. Of a tenant without a block nothing is remembered: another
   * node may be about to write the first one.
   */
  private Decided remember(Decided decided) {
    if (decided.base().sequence() == 0) {
      forget();
    } else if (decided.changes().isEmpty()) {
      known = decided.base();
    } else {
      decided.working().publish(decided.changes().lastSequence());
      known = Base.after(decided.changes());
    }
    return decided;
  }

  /** Forgets everything: something was not committed, or somebody else has committed. */
  void forget() {
    mind.lock();
    try {
      known = null;
      sent = null;
      epoch++;
      cache.forget();
    } finally {
      mind.unlock();
    }
  }

  /** Returns what happened to a batch. */
  JxcMetrics.Batch figures(Flight flight) {
    mind.lock();
    try {
      return flight.tally.take(tenant.value(), flight, cache);
    } finally {
      mind.unlock();
    }
  }
}
