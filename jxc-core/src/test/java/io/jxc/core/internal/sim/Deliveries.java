package io.jxc.core.internal.sim;

import io.jxc.api.event.JxcEvent;
import io.jxc.api.feed.Subscription;
import io.jxc.core.internal.feed.DrivenSubscription;
import io.jxc.spi.store.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;

/** What the listeners of durable subscriptions have heard, over all nodes. */
final class Deliveries {
  /** The subscriptions that every node serves. */
  static final List<Subscription> SUBSCRIPTIONS =
      List.of(subscription("erp"), subscription("mail"));

  private final World world;
  private final Map<String, Heard> heard = new TreeMap<>();
  private final Map<String, Holding> holdings = new TreeMap<>();

  Deliveries(World world) {
    this.world = world;
  }

  private static Subscription subscription(String name) {
    return Subscription.named(name)
        .listener(event -> {})
        .retries(3, Duration.ofSeconds(1), Duration.ofSeconds(30))
        .timeLimit(Duration.ofSeconds(10))
        .lease(Duration.ofSeconds(15));
  }

  /**
   * What one subscription heard of one tenant.
   *
   * @param first events in the order they were first delivered
   * @param failed events that have failed at least once
   */
  record Heard(Set<Long> first, Set<Long> failed) {}

  Heard of(String subscription, String tenant) {
    return heard.computeIfAbsent(
        subscription + "/" + tenant,
        name -> new Heard(new LinkedHashSet<>(), new LinkedHashSet<>()));
  }

  /** Who was given a lease last. */
  private record Holding(SimNode node, Instant until) {}

  /** Takes note of who may deliver. */
  void leased(SimNode node, Lease lease) {
    holdings.put(lease.name(), new Holding(node, lease.expiresAt()));
  }

  private boolean mayDeliver(SimNode node, String subscription, String tenant) {
    Holding holding = holdings.get("subscription/" + tenant + "/" + subscription);
    return holding != null && holding.node() == node && world.time.now().isBefore(holding.until());
  }

  @Override
  public String toString() {
    return heard.toString();
  }

  /** The listener of a subscription on a node. */
  DrivenSubscription.Ear ear(SimNode node, String subscription) {
    return new DrivenSubscription.Ear() {
      @Override
      public Optional<Throwable> hear(JxcEvent event, Runnable meanwhile) {
        return Deliveries.this.hear(node, subscription, event, meanwhile);
      }

      @Override
      public boolean hangs() {
        return world.time.nanos() < node.hangsUntil;
      }
    };
  }

  private Optional<Throwable> hear(
      SimNode node, String subscription, JxcEvent event, Runnable meanwhile) {
    Violation.unless(
        event.sequence() <= world.store.head(event.tenant()).sequence(),
        "%s was delivered before its commit",
        event);
    Violation.unless(
        mayDeliver(node, subscription, event.tenant().value()),
        "%s delivers for %s without its lease: %s",
        node,
        subscription,
        event);
    Heard here = of(subscription, event.tenant().value());
    if (world.weather.toListener(Fault.LISTENER_THROWS)) {
      here.failed().add(event.sequence());
      return Optional.of(new IllegalStateException("the listener fails"));
    }
    if (world.weather.toListener(Fault.LISTENER_HANGS)) {
      here.failed().add(event.sequence());
      world.time.pass(Duration.ofSeconds(10));
      node.hangsUntil =
          world.time.nanos() + Duration.ofSeconds(world.draw().between(1, 120)).toNanos();
      return Optional.of(new TimeoutException("the listener hangs"));
    }
    if (world.weather.toListener(Fault.LEASE_LOST)) {
      world.time.pass(Duration.ofSeconds(20));
      world.serveElsewhere(subscription, event.tenant());
    } else if (!world.weather.calm && world.draw().chance(0.1)) {
      world.time.pass(Duration.ofSeconds(6));
      meanwhile.run();
    }
    here.first().add(event.sequence());
    return Optional.empty();
  }

  /** Requires that everything was heard, nothing else, and in order but for what had failed. */
  void check(String tenant, List<Long> events) {
    for (Subscription subscription : SUBSCRIPTIONS) {
      Heard here = of(subscription.name(), tenant);
      List<Long> missing = new ArrayList<>(events);
      missing.removeAll(here.first());
      Violation.unless(
          missing.isEmpty(), "%s never heard %s of %s", subscription.name(), missing, tenant);
      Violation.unless(
          events.containsAll(here.first()),
          "%s heard of %s what never happened: %s",
          subscription.name(),
          tenant,
          here);
      long last = 0;
      for (long sequence : here.first()) {
        if (!here.failed().contains(sequence)) {
          Violation.unless(
              sequence > last,
              "%s of %s: %d after %d",
              subscription.name(),
              tenant,
              sequence,
              last);
          last = sequence;
        }
      }
    }
  }
}
