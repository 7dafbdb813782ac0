package io.jxc.examples;

import io.jxc.Jxc;
import io.jxc.api.JxcSession;
import io.jxc.api.event.InventoryEvent.GoodsReceived;
import io.jxc.api.event.JxcEvent;
import io.jxc.store.memory.MemoryStore;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A listener hears of every commit, on a thread of its own: no caller waits for it. */
public final class E16Listener {
  private E16Listener() {}

  /** Runs the example. */
  public static void main(String[] args) throws InterruptedException {
    BlockingQueue<JxcEvent> heard = new LinkedBlockingQueue<>();
    try (Jxc jxc =
        Jxc.builder()
            .store(MemoryStore.create())
            .listener(
                event -> {
                  if (event instanceof GoodsReceived) {
                    heard.add(event);
                  }
                })
            .build()) {
      JxcSession root = Shop.furnish(jxc, "acme");
      Shop.stock(root, "TEA-01", "10"); // done, whatever a listener does with it

      JxcEvent event = heard.poll(30, TimeUnit.SECONDS);
      if (event instanceof GoodsReceived goods) {
        Expect.same("TEA-01", goods.lines().get(0).sku());
        System.out.println("heard that " + goods.warehouse() + " received " + goods.lines());
      } else {
        throw new IllegalStateException("nothing was heard");
      }
    }
  }
}
