package io.jxc.core.internal.command;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.error.JxcException;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.tenant.NewTenant;
import io.jxc.spi.store.Durability;
import io.jxc.store.jdbc.JdbcStore;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A process with little memory: huge commands from some callers, light ones from another. */
final class SmallHeap {
  static final int HUGE_CALLERS = 2;
  private static final int HUGE = 1;
  private static final int LINES = 10_000;
  static final int LIGHT = 50;

  private SmallHeap() {}

  /** Sends the commands and tells what became of each, and whether the books are right. */
  public static void main(String[] args) throws Exception {
    PrintStream out = System.out;
    try (Jxc jxc =
        Jxc.builder()
            .store(JdbcStore.h2(Path.of(args[0])).durability(Durability.PROCESS_CRASH).build())
            .build()) {
      jxc.provision(NewTenant.of("acme").currency("CNY").zone("UTC").admin("root"));
      JxcSession root = jxc.as(Actor.of("acme", "root"));
      root.inventory().createWarehouse(CreateWarehouse.of("MAIN").build());
      root.catalog().create(CreateProduct.goods("TEA").build());
      ExecutorService callers = Executors.newFixedThreadPool(HUGE_CALLERS + 1);
      List<Future<Integer>> running = new ArrayList<>();
      for (int caller = 0; caller < HUGE_CALLERS; caller++) {
        running.add(callers.submit(() -> send(root, "huge", HUGE, LINES, out)));
      }
      running.add(callers.submit(() -> send(root, "light", LIGHT, 1, out)));
      int lines = 0;
      for (Future<Integer> sent : running) {
        lines += sent.get();
      }
      callers.shutdown();
      lines += send(root, "too much", 1, LINES + 1, out);
      out.println(lines + " in " + root.inventory().stock("TEA").total().onHand());
    }
  }

  /** Sends commands one after the other; returns how many lines were done. */
  private static int send(JxcSession root, String kind, int commands, int lines, PrintStream out) {
    int done = 0;
    for (int i = 0; i < commands; i++) {
      try {
        ReceiveGoods.Builder goods = ReceiveGoods.into("MAIN");
        for (int line = 0; line < lines; line++) {
          goods.line("TEA", "1", "6.00");
        }
        root.inventory().receive(goods.build());
        done += lines;
        out.println(kind + " done");
      } catch (JxcException e) {
        out.println(kind + " refused " + e.code());
      } catch (OutOfMemoryError e) {
        out.println(kind + " memory");
      }
    }
    return done;
  }
}
