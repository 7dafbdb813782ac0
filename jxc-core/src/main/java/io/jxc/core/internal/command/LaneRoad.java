package io.jxc.core.internal.command;

import io.jxc.api.Actor;
import io.jxc.api.Command;
import io.jxc.api.CommandResult;
import io.jxc.api.Outcome;
import io.jxc.api.TenantId;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.NotFoundException;
import io.jxc.core.internal.codec.Json;
import io.jxc.spi.store.JxcStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The road every write takes: one lane per tenant. */
@Singleton
public final class LaneRoad implements Road {
  private static final Logger LOG = LoggerFactory.getLogger(LaneRoad.class);
  private static final Duration RECORD_WITHIN = Duration.ofSeconds(1);

  private final JxcStore store;
  private final RowCache cache;
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final LaneLimits limits;
  private final Admission admission;
  private final Refusals refusals;
  private final Consumer<TenantId> committed;
  private final Meter meter;
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
      Refusals refusals,
      Consumer<TenantId> committed,
      Meter meter) {
    this.store = store;
    this.cache = cache;
    this.clock = clock;
    this.ids = ids;
    this.limits = limits;
    this.admission = admission;
    this.refusals = refusals;
    this.committed = committed;
    this.meter = meter;
  }

  @Override
  public <C extends Command, R extends CommandResult<R>> R execute(
      Actor actor, CommandType<C, R> type, C command) {
    return execute(actor, type, command, limits.deadline());
  }

  private <C extends Command, R extends CommandResult<R>> R execute(
      Actor actor, CommandType<C, R> type, C command, Duration limit) {
    Pending<C, R> pending = admit(actor, type, command, limit);
    run(actor.tenant(), List.of(pending), false);
    return pending.outcome();
  }

  @Override
  public <C extends Command, R extends CommandResult<R>> List<Outcome<R>> executeAll(
      Actor actor, CommandType<C, R> type, List<C> commands) {
    return executeAll(actor, type, commands, limits.deadline());
  }

  private <C extends Command, R extends CommandResult<R>> List<Outcome<R>> executeAll(
      Actor actor, CommandType<C, R> type, List<C> commands, Duration limit) {
    List<Pending<C, R>> sent = admission.admitAll(actor, type, commands, deadline(limit));
    run(actor.tenant(), sent.stream().filter(pending -> !pending.isDone()).toList(), true);
    return Admission.outcomes(sent);
  }

  private <C extends Command, R extends CommandResult<R>> Pending<C, R> admit(
      Actor actor, CommandType<C, R> type, C command, Duration limit) {
    try {
      return admission.admit(actor, type, command, deadline(limit));
    } catch (RuntimeException refused) {
      meter.refused(type.name(), refused, System.nanoTime());
      throw refused;
    }
  }

  private static long deadline(Duration limit) {
    return System.nanoTime() + limit.toNanos();
  }

  @Override
  public Road within(Duration limit) {
    return new Within(this, limit);
  }

  /** The same lanes for commands that wait no longer than their caller says. */
  private record Within(LaneRoad road, Duration limit) implements Road {
    @Override
    public <C extends Command, R extends CommandResult<R>> R execute(
        Actor actor, CommandType<C, R> type, C command) {
      return road.execute(actor, type, command, limit);
    }

    @Override
    public <C extends Command, R extends CommandResult<R>> List<Outcome<R>> executeAll(
        Actor actor, CommandType<C, R> type, List<C> commands) {
      return road.executeAll(actor, type, commands, limit);
    }

    @Override
    public Road within(Duration other) {
      return road.within(other);
    }
  }

  private void run(TenantId tenant, List<? extends Pending<?, ?>> commands, boolean asBulk) {
    Lane lane = lane(tenant);
    try {
      lane.run(commands, asBulk);
    } finally {
      if (commands.stream().anyMatch(LaneRoad::ofStranger)) {
        forget(tenant, lane);
      }
    }
  }

  private static boolean ofStranger(Pending<?, ?> pending) {
    return pending.isDone()
        && pending.failure() instanceof NotFoundException absent
        && absent.errorCode() == ErrorCode.TENANT_NOT_PROVISIONED;
  }

  /**
   * Drops the lane of a name that is no tenant: made-up names must not fill the memory. Who still
   * holds it, or provisions the tenant in this moment, goes on: two lanes are like two nodes.
   */
  private void forget(TenantId stranger, Lane lane) {
    if (lane.isIdle()) {
      lanes.remove(stranger, lane);
      refusals.forget(stranger);
    }
  }

  /** Returns how many tenants have a lane. */
  int lanes() {
    return lanes.size();
  }

  private Lane lane(TenantId tenant) {
    return lanes.computeIfAbsent(
        tenant,
        name ->
            new Lane(
                name,
                limits,
                new Committer(name, store, cache.lane(), clock, ids, refusals.of(name), committed),
                meter));
  }

  /**
   * Records that an actor was refused a read. The first time in a minute stands in the log when
   * this returns; further ones are counted. Never throws: the refusal itself is the caller's
   * answer.
   */
  void recordRefusedRead(Actor actor, AccessDeniedException refused) {
    RefusalCounter counter = refusals.of(actor.tenant());
    RefusalCounter.Refusal refusal = RefusedRead.counted(refused, actor.user());
    Instant now = clock.instant();
    if (!admission.isOpen() || !counter.first(refusal, now)) {
      counter.count(List.of(refusal), now);
      return;
    }
    RefusedRead read = RefusedRead.of(ids.get(), refused.permission());
    Pending<RefusedRead, RefusedRead.Nothing> pending =
        new Pending<>(
            RefusedRead.TYPE,
            read,
            actor,
            read.requestId(),
            Json.contentHash(RefusedRead.ACTION, read),
            System.nanoTime() + RECORD_WITHIN.toNanos());
    try {
      lane(actor.tenant()).run(List.of(pending), false);
      pending.outcome();
    } catch (AccessDeniedException recorded) {
      LOG.trace("a refused read is in the log", recorded);
    } catch (RuntimeException e) {
      LOG.warn("a refused read is only counted, its record could not be written", e);
      counter.count(List.of(refusal), now);
    }
  }

  /**
   * Ends the batches under way, refuses what still waits, and writes what was refused and counted.
   * Called when {@link Admission} lets nothing in any more; waits for a batch no longer than a
   * command may wait.
   */
  public void close() {
    long until = deadline(limits.deadline());
    refusals.waiting().forEach(this::lane);
    lanes.values().forEach(Lane::close);
    lanes.forEach(
        (tenant, lane) -> {
          try {
            lane.end(until);
          } catch (RuntimeException e) {
            LOG.warn("the refusals counted for {} could not be written", tenant, e);
          }
        });
  }
}
