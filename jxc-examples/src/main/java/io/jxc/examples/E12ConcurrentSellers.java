package io.jxc.examples;

import io.jxc.Jxc;
import io.jxc.api.JxcSession;
import io.jxc.api.error.InsufficientStockException;
import io.jxc.api.sales.QuickSale;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Eight sellers want 80 of the last 50: 50 are sold, 30 refused, whoever comes first. */
public final class E12ConcurrentSellers {
  private static final int SELLERS = 8;
  private static final int WISHES = 10;

  private E12ConcurrentSellers() {}

  /** Runs the example. */
  public static void main(String[] args) throws InterruptedException, ExecutionException {
    ExecutorService sellers = Executors.newFixedThreadPool(SELLERS);
    try (Jxc jxc = Shop.inMemory()) {
      JxcSession root = Shop.root(jxc); // a session is shared by threads as it is
      Shop.stock(root, "TEA-01", "50");

      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < SELLERS; i++) {
        all.add(sellers.submit(() -> sell(root)));
      }
      int sold = 0;
      for (Future<Integer> one : all) {
        sold += one.get();
      }

      Expect.that(sold == 50, "all that was there, and not one more");
      Expect.same("0", root.inventory().stock("TEA-01").total().onHand());
      System.out.println(sold + " sold, " + (SELLERS * WISHES - sold) + " refused, 0 left");
    } finally {
      sellers.shutdown();
    }
  }

  private static int sell(JxcSession session) {
    int sold = 0;
    for (int i = 0; i < WISHES; i++) {
      try {
        session.sales().quickSale(QuickSale.forCustomer("C-1").line("TEA-01", "1").build());
        sold++;
      } catch (InsufficientStockException e) {
        Expect.same("0", e.available()); // refused only when nothing is left
      }
    }
    return sold;
  }
}
