package io.jxc.core.internal.command;

import io.jxc.api.Actor;
import io.jxc.api.Command;
import io.jxc.api.CommandResult;
import io.jxc.api.Outcome;
import io.jxc.api.error.JxcException;
import io.jxc.spi.store.JxcStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The same road without a lane, for a store that is part of a host's transaction: each command is
 * decided under the head lock that the transaction holds, and nothing is cached, because the host
 * may roll back.
 */
public final class DirectRoad implements Road {
  private final JxcStore store;
  private final Admission admission;
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final Refusals refusals;

  /** Creates a road into a store that has joined a transaction. */
  public DirectRoad(
      JxcStore store, Admission admission, Clock clock, Supplier<UUID> ids, Refusals refusals) {
    this.store = store;
    this.admission = admission;
    this.clock = clock;
    this.ids = ids;
    this.refusals = refusals;
  }

  @Override
  public <C extends Command, R extends CommandResult<R>> R execute(
      Actor actor, CommandType<C, R> type, C command) {
    Pending<C, R> pending = admission.admit(actor, type, command, Long.MAX_VALUE);
    // what others are counted for must not ride in a transaction that the host may roll back
    RefusalCounter own = new RefusalCounter();
    Committer committer =
        new Committer(actor.tenant(), store, new RowCache(1).lane(), clock, ids, own, tenant -> {});
    committer.commitLocked(List.of(pending));
    refusals.of(actor.tenant()).take(own);
    return pending.outcome();
  }

  @Override
  public <C extends Command, R extends CommandResult<R>> List<Outcome<R>> executeAll(
      Actor actor, CommandType<C, R> type, List<C> commands) {
    Limits.bulk(commands);
    List<Outcome<R>> outcomes = new ArrayList<>();
    for (C command : commands) {
      try {
        outcomes.add(new Outcome.Done<>(execute(actor, type, command)));
      } catch (JxcException e) {
        outcomes.add(new Outcome.Rejected<>(e));
      }
    }
    return outcomes;
  }
}
