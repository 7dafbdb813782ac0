package io.jxc.micrometer;

import io.jxc.api.health.FeedLag;
import io.jxc.spi.JxcMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Registers the library's metrics in a Micrometer registry. Names and tags are listed in
 * docs/configuration.md and are stable; no tag names a tenant, so that their number is bounded.
 *
 * <pre>{@code
 * Jxc.builder().store(store).metrics(MicrometerMetrics.in(registry)).build();
 * }</pre>
 *
 * <p>Several instances in one registry need tags of their own: give each a registry with common
 * tags, or nothing tells them apart.
 */
public final class MicrometerMetrics implements JxcMetrics {
  private final MeterRegistry registry;
  private final Map<String, Map<Outcome, Counter>> commands = new HashMap<>();
  private final Map<Redecision, Counter> redecisions = new EnumMap<>(Redecision.class);
  private final Timer waited;
  private final DistributionSummary batchCommands;
  private final DistributionSummary batchWeight;
  private final DistributionSummary batchRounds;
  private final Timer deciding;
  private final Timer committing;
  private final Counter cacheHits;
  private final Counter cacheMisses;

  private MicrometerMetrics(MeterRegistry registry) {
    this.registry = registry;
    waited = Timer.builder("jxc.command.wait").register(registry);
    batchCommands = DistributionSummary.builder("jxc.batch.commands").register(registry);
    batchWeight =
        DistributionSummary.builder("jxc.batch.weight").baseUnit("rows").register(registry);
    batchRounds = DistributionSummary.builder("jxc.batch.rounds").register(registry);
    deciding = Timer.builder("jxc.batch.decide").register(registry);
    committing = Timer.builder("jxc.batch.commit").register(registry);
    cacheHits = Counter.builder("jxc.cache.rows").tag("result", "hit").register(registry);
    cacheMisses = Counter.builder("jxc.cache.rows").tag("result", "miss").register(registry);
    for (Redecision cause : Redecision.values()) {
      redecisions.put(
          cause, Counter.builder("jxc.redecisions").tag("cause", tag(cause)).register(registry));
    }
  }

  /** Registers everything in a registry, which stays the host's. */
  public static JxcMetrics in(MeterRegistry registry) {
    return new MicrometerMetrics(registry);
  }

  @Override
  public void command(String action, Outcome outcome, Duration wait) {
    commands
        .computeIfAbsent(action, added -> new EnumMap<>(Outcome.class))
        .computeIfAbsent(
            outcome,
            added ->
                Counter.builder("jxc.commands")
                    .tag("action", action)
                    .tag("outcome", tag(added))
                    .register(registry))
        .increment();
    waited.record(wait);
  }

  @Override
  public void batch(Batch batch) {
    batchCommands.record(batch.commands());
    batchWeight.record(batch.weight());
    batchRounds.record(batch.rounds());
    deciding.record(batch.deciding());
    committing.record(batch.committing());
    cacheHits.increment((double) batch.cacheHits());
    cacheMisses.increment((double) batch.cacheMisses());
    redecisions.forEach((cause, counter) -> counter.increment(batch.redecisions().of(cause)));
  }

  @Override
  public void parked(String subscription) {
    Counter.builder("jxc.feed.given.up")
        .tag("subscription", subscription)
        .register(registry)
        .increment();
  }

  @Override
  public void opened(Supplier<List<FeedLag>> feed) {
    for (FeedLag at : feed.get()) {
      String name = at.name();
      TimeGauge.builder(
              "jxc.feed.lag",
              () -> of(feed, name, lag -> lag.age(Instant.now()).toMillis()),
              TimeUnit.MILLISECONDS)
          .tag("subscription", name)
          .register(registry);
      gauge("jxc.feed.behind", "tenants", name, () -> of(feed, name, FeedLag::behind));
      if (at.durable()) {
        gauge("jxc.feed.parked", "events", name, () -> of(feed, name, FeedLag::parked));
      }
    }
  }

  private void gauge(String meter, String unit, String name, Supplier<Number> value) {
    Gauge.builder(meter, value).baseUnit(unit).tag("subscription", name).register(registry);
  }

  private static Number of(
      Supplier<List<FeedLag>> feed, String name, ToDoubleFunction<FeedLag> value) {
    return feed.get().stream()
        .filter(lag -> lag.name().equals(name))
        .findFirst()
        .map(value::applyAsDouble)
        .orElse(0.0);
  }

  private static String tag(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
