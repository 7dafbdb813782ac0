package io.jxc.examples;

import io.jxc.Jxc;
import io.jxc.api.JxcSession;
import io.jxc.api.PageRequest;
import io.jxc.api.event.InventoryEvent.GoodsReceived;
import io.jxc.api.feed.ParkedEvent;
import io.jxc.api.feed.ReplayParked;
import io.jxc.api.feed.Subscription;
import io.jxc.store.memory.MemoryStore;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A durable subscription misses nothing: what its target refuses is parked, and replayed. */
public final class E17Subscription {
  private E17Subscription() {}

  /** Runs the example. */
  public static void main(String[] args) throws InterruptedException {
    AtomicBoolean down = new AtomicBoolean(true); // the accounting system we send receipts to
    BlockingQueue<GoodsReceived> booked = new LinkedBlockingQueue<>();
    Subscription accounting =
        Subscription.named("accounting")
            .listener(
                event -> {
                  if (event instanceof GoodsReceived goods) {
                    if (goods.warehouse().equals("MAIN") && down.get()) {
                      throw new IllegalStateException("accounting is down");
                    }
                    booked.add(goods); // in real life: drop what has this sequence already
                  }
                })
            .retries(2, Duration.ofMillis(5), Duration.ofMillis(20));
    try (Jxc jxc = Jxc.builder().store(MemoryStore.create()).subscription(accounting).build()) {
      JxcSession root = Shop.furnish(jxc, "acme");
      Shop.stock(root, "TEA-01", "10"); // commits at once, accounting or not

      ParkedEvent parked = null;
      while (parked == null) {
        parked =
            root.feed().parked("accounting", PageRequest.first(1)).items().stream()
                .findFirst()
                .orElse(null);
        Thread.onSpinWait();
      }
      System.out.println("parked after " + parked.attempts() + " attempts: " + parked.error());

      down.set(false);
      root.feed().replay(ReplayParked.of("accounting", parked.event().sequence()));
      GoodsReceived late = booked.poll(30, TimeUnit.SECONDS);
      Expect.that(parked.event().equals(late), "the parked event arrives in the end");
    }
  }
}
