package io.jxc.examples;

import io.jxc.Jxc;
import io.jxc.api.JxcSession;
import io.jxc.api.error.InsufficientStockException;
import io.jxc.api.health.JxcHealth;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.spi.JxcMetrics;
import io.jxc.store.memory.MemoryStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** What a readiness probe and a dashboard need; with Micrometer take its adapter instead. */
public final class E19HealthAndMetrics {
  private E19HealthAndMetrics() {}

  /** Runs the example. */
  public static void main(String[] args) {
    Map<String, Integer> counts = new ConcurrentSkipListMap<>();
    JxcMetrics metrics =
        new JxcMetrics() {
          @Override
          public void command(String action, Outcome outcome, Duration waited) {
            counts.merge(action + " " + outcome, 1, Integer::sum);
          }
        };
    try (Jxc jxc = Jxc.builder().store(MemoryStore.create()).metrics(metrics).build()) {
      JxcSession root = Shop.furnish(jxc, "acme");
      Shop.stock(root, "TEA-01", "10");
      try {
        root.inventory().issue(IssueGoods.from("MAIN").reason("gift").line("TEA-01", "11").build());
      } catch (InsufficientStockException e) {
        System.out.println(e.getMessage());
      }

      JxcHealth health = jxc.health(); // never throws, and answers within two seconds
      System.out.println(health.store() + ", last commit " + health.lastCommit().orElseThrow());
      Expect.that(health.up(), "the store answers");
    }
    counts.forEach((what, count) -> System.out.println(what + ": " + count));
    Expect.that(counts.getOrDefault("inventory.receive COMMITTED", 0) == 1, "goods came in once");
    Expect.that(
        counts.getOrDefault("inventory.issue REJECTED", 0) == 1, "nobody got what is not there");
  }
}
