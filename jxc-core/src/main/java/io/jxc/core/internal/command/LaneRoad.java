package io.jxc.core.internal.command;

import io.jxc.api.Actor;
import io.jxc.api.Command;
import io.jxc.api.CommandResult;
import io.jxc.api.Outcome;
import io.jxc.api.TenantId;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.error.JxcException;
import io.jxc.api.error.UnavailableException;
import io.jxc.core.internal.codec.Json;
import io.jxc.spi.CommandInfo;
import io.jxc.spi.CommandInterceptor;
import io.jxc.spi.store.JxcStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
  private final List<CommandInterceptor> interceptors;
  private final Refusals refusals;
  private final Consumer<TenantId> committed;
  private final Map<TenantId, Lane> lanes = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** Creates the road over a store. */
  @Inject
  LaneRoad(
      JxcStore store,
      RowCache cache,
      Clock clock,
      Supplier<UUID> ids,
      LaneLimits limits,
      List<CommandInterceptor> interceptors,
      Refusals refusals,
      Consumer<TenantId> committed) {
    this.store = store;
    this.cache = cache;
    this.clock = clock;
    this.ids = ids;
    this.limits = limits;
    this.interceptors = List.copyOf(interceptors);
    this.refusals = refusals;
    this.committed = committed;
  }

  @Override
  public <C extends Command, R extends CommandResult<R>> R execute(
      Actor actor, CommandType<C, R> type, C command) {
    requireOpen();
    Pending<C, R> pending = pending(actor, type, command);
    lane(actor.tenant()).run(List.of(pending), false);
    return pending.outcome();
  }

  @Override
  public <C extends Command, R extends CommandResult<R>> List<Outcome<R>> executeAll(
      Actor actor, CommandType<C, R> type, List<C> commands) {
    requireOpen();
    Limits.bulk(commands);
    List<Outcome<R>> outcomes = new ArrayList<>();
    List<Pending<C, R>> sent = new ArrayList<>();
    for (C command : commands) {
      sent.add(pending(actor, type, command));
    }
    lane(actor.tenant()).run(sent, true);
    for (Pending<C, R> pending : sent) {
      try {
        outcomes.add(new Outcome.Done<>(pending.outcome()));
      } catch (JxcException e) {
        outcomes.add(new Outcome.Rejected<>(e));
      }
    }
    return outcomes;
  }

  private <C extends Command, R extends CommandResult<R>> Pending<C, R> pending(
      Actor actor, CommandType<C, R> type, C command) {
    CommandInfo info = new CommandInfo(actor, type.name(), command);
    interceptors.forEach(interceptor -> interceptor.before(info));
    return new Pending<>(
        type,
        command,
        actor,
        command.requestId(),
        Json.contentHash(type.name(), command),
        System.nanoTime() + limits.deadline().toNanos());
  }

  private Lane lane(TenantId tenant) {
    return lanes.computeIfAbsent(
        tenant,
        name ->
            new Lane(
                name,
                limits,
                new Committer(
                    name, store, cache.lane(name), clock, ids, refusals.of(name), committed)));
  }

  private void requireOpen() {
    if (closed) {
      throw UnavailableException.closed();
    }
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
    if (closed || !counter.first(refusal, now)) {
      counter.count(List.of(refusal), now);
      return;
    }
    RefusedRead read = RefusedRead.of(refused.permission());
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

  /** Takes no more commands; those under way end, and what was refused and counted is written. */
  public void close() {
    closed = true;
    for (TenantId tenant : refusals.waiting()) {
      try {
        lane(tenant).flush();
      } catch (RuntimeException e) {
        LOG.warn("the refusals counted for {} could not be written", tenant, e);
      }
    }
  }
}
