package io.jxc.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.access.GrantRoles;
import io.jxc.api.error.JxcException;
import io.jxc.api.feed.Subscription;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.core.internal.testing.Shop;
import io.jxc.core.internal.testing.Soon;
import io.jxc.store.memory.MemoryStore;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Names, tags and values that a registry gets. */
class MicrometerMetricsTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void everythingIsInTheRegistryUnderItsDocumentedName() {
    AtomicBoolean down = new AtomicBoolean();
    Subscription erp =
        Subscription.named("erp")
            .listener(
                event -> {
                  if (down.get()) {
                    throw new IllegalStateException("down");
                  }
                })
            .retries(1, Duration.ofMillis(1), Duration.ofMillis(1));
    try (Shop shop =
        Shop.open(
            MemoryStore.create(),
            options ->
                options
                    .metrics(MicrometerMetrics.in(registry))
                    .listener(event -> {})
                    .subscription(erp))) {
      Soon.holds("it keeps up", () -> gauge("jxc.feed.behind", "erp") == 0);
      down.set(true);
      GrantRoles twice = GrantRoles.to("ann", "sales");
      shop.root().access().grant(twice);
      shop.root().access().grant(twice);
      assertThatThrownBy(
              () ->
                  shop.root()
                      .inventory()
                      .receive(ReceiveGoods.into("NOWHERE").line("TEA", "1", "1").build()))
          .isInstanceOf(JxcException.class);
      Soon.holds("one is parked", () -> gauge("jxc.feed.parked", "erp") == 1);
    }

    assertThat(names())
        .containsExactly(
            "jxc.batch.commands",
            "jxc.batch.commit",
            "jxc.batch.decide",
            "jxc.batch.rounds",
            "jxc.batch.weight",
            "jxc.cache.rows",
            "jxc.command.wait",
            "jxc.commands",
            "jxc.feed.behind",
            "jxc.feed.given.up",
            "jxc.feed.lag",
            "jxc.feed.parked",
            "jxc.redecisions");
    assertThat(commands("access.grant", "committed")).isEqualTo(1);
    assertThat(commands("access.grant", "replayed")).isEqualTo(1);
    assertThat(commands("inventory.receive", "rejected")).isEqualTo(1);
    assertThat(registry.get("jxc.feed.given.up").tag("subscription", "erp").counter().count())
        .isEqualTo(1);
    assertThat(registry.get("jxc.cache.rows").tag("result", "hit").counter().count()).isPositive();
    assertThat(registry.get("jxc.batch.commands").summary().count()).isPositive();
    assertThat(registry.get("jxc.batch.commit").timer().count())
        .isEqualTo(registry.get("jxc.batch.commands").summary().count());
    assertThat(registry.get("jxc.feed.lag").tag("subscription", "listener-1").timeGauge())
        .isNotNull();
    assertThat(registry.get("jxc.redecisions").tag("cause", "head-moved").counter().count())
        .isZero();
  }

  private double commands(String action, String outcome) {
    return registry
        .get("jxc.commands")
        .tag("action", action)
        .tag("outcome", outcome)
        .counter()
        .count();
  }

  private double gauge(String name, String subscription) {
    io.micrometer.core.instrument.Gauge gauge =
        registry.find(name).tag("subscription", subscription).gauge();
    return gauge == null ? -1 : gauge.value();
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (Meter meter : registry.getMeters()) {
      names.add(meter.getId().getName());
    }
    return names;
  }
}
