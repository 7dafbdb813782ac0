package io.jxc.examples;

import io.jxc.Jxc;
import io.jxc.api.JxcSession;
import io.jxc.api.error.InsufficientStockException;
import io.jxc.api.inventory.ClaimResult;
import io.jxc.api.inventory.ClaimStock;
import io.jxc.api.inventory.ReleaseClaim;
import io.jxc.api.inventory.StockLevel;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.sales.SalesOrder;
import io.jxc.api.sales.ShipOrder;
import java.time.Duration;

/** What is promised is not available to anybody else; what is shipped is gone. */
public final class E03SellAndReserve {
  private E03SellAndReserve() {}

  /** Runs the example. */
  public static void main(String[] args) {
    try (Jxc jxc = Shop.inMemory()) {
      JxcSession root = Shop.root(jxc);
      Shop.stock(root, "TEA-01", "10");

      // a cart of the web shop holds two for a quarter of an hour
      ClaimStock hold =
          ClaimStock.in("MAIN")
              .owner("cart-42")
              .holdFor(Duration.ofMinutes(15))
              .line("TEA-01", "2")
              .build();
      ClaimResult cart = root.inventory().claim(hold);
      PlaceOrder all = PlaceOrder.forCustomer("C-1").line("TEA-01", "10").build();
      InsufficientStockException short2 =
          Expect.refused(InsufficientStockException.class, () -> root.sales().place(all));
      Expect.same("8", short2.available());
      root.inventory().releaseClaim(ReleaseClaim.of(cart.id()));

      PlaceOrder seven = PlaceOrder.forCustomer("C-1").line("TEA-01", "7").build();
      OrderResult order = root.sales().place(seven);
      Expect.same("CONFIRMED", order.status());
      StockLevel promised = root.inventory().stock("TEA-01").total();
      Expect.same(
          "10 7 3", promised.onHand() + " " + promised.reserved() + " " + promised.available());

      root.sales().ship(ShipOrder.allOf(order.id()).build());
      StockLevel gone = root.inventory().stock("TEA-01").total();
      Expect.same("3 0 3", gone.onHand() + " " + gone.reserved() + " " + gone.available());
      SalesOrder sold = root.sales().get(order.id());
      Expect.same("27.30 CNY", sold.summary().fulfilment().margin().orElseThrow());
      System.out.println(sold.number() + " is " + sold.status() + ", 3 are left");
    }
  }
}
