package io.jxc.core.internal.command;

import io.jxc.api.Actor;
import io.jxc.api.Command;
import io.jxc.api.CommandResult;
import io.jxc.api.Outcome;
import io.jxc.api.TenantId;
import io.jxc.spi.store.JxcStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The road every write takes: one lane per tenant. */
@Singleton
public final class LaneRoad implements Road {
  private final JxcStore store;
  private final RowCache cache;
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final LaneLimits limits;
  private final Admission admission;
  private final Consumer<TenantId> committed;
  private final Map<TenantId, Lane> lanes = new ConcurrentHashMap<>();

  /** Creates the road over a store. */
  @Inject
  LaneRoad(
      JxcStore store,
      RowCache cache,
      Clock clock,
      Supplier<UUID> ids,
      LaneLimits limits,
      Admission admission,
      Consumer<TenantId> committed) {
    this.store = store;
    this.cache = cache;
    this.clock = clock;
    this.ids = ids;
    this.limits = limits;
    this.admission = admission;
    this.committed = committed;
  }

  @Override
  public <C extends Command, R extends CommandResult<R>> R execute(
      Actor actor, CommandType<C, R> type, C command) {
    Pending<C, R> pending = admission.admit(actor, type, command, deadline());
    lane(actor.tenant()).run(List.of(pending), false);
    return pending.outcome();
  }

  @Override
  public <C extends Command, R extends CommandResult<R>> List<Outcome<R>> executeAll(
      Actor actor, CommandType<C, R> type, List<C> commands) {
    List<Pending<C, R>> sent = admission.admitAll(actor, type, commands, deadline());
    lane(actor.tenant()).run(sent.stream().filter(pending -> !pending.isDone()).toList(), true);
    return Admission.outcomes(sent);
  }

  private long deadline() {
    return System.nanoTime() + limits.deadline().toNanos();
  }

  private Lane lane(TenantId tenant) {
    return lanes.computeIfAbsent(
        tenant,
        name ->
            new Lane(
                name, limits, new Committer(name, store, cache.lane(name), clock, ids, committed)));
  }

  /**
   * Ends the batches under way and refuses what still waits. Called when {@link Admission} lets
   * nothing in any more; waits for a batch no longer than a command may wait.
   */
  public void close() {
    long end = deadline();
    lanes.values().forEach(Lane::close);
    lanes.values().forEach(lane -> lane.awaitEnd(end));
  }
}
