package io.jxc.examples;

import io.jxc.Jxc;
import io.jxc.api.JxcSession;
import io.jxc.api.error.InsufficientStockException;
import io.jxc.api.sales.Discount;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.sales.SalesOrderQuery;

/** What would this order cost, and would it go through? Asked on the same road, not committed. */
public final class E13Preview {
  private E13Preview() {}

  /** Runs the example. */
  public static void main(String[] args) {
    try (Jxc jxc = Shop.inMemory()) {
      JxcSession root = Shop.root(jxc);
      Shop.stock(root, "CUP-01", "10");
      PlaceOrder order =
          PlaceOrder.forCustomer("C-1")
              .discount(Discount.percent("5"))
              .line("CUP-01", "10")
              .build();

      OrderResult would = root.previewing().sales().place(order);
      Expect.same("171.00 CNY", would.total());
      Expect.same("CONFIRMED", would.status());
      Expect.that(root.sales().count(SalesOrderQuery.all()) == 0, "nothing is stored");
      Expect.same("10", root.inventory().stock("CUP-01").total().available());

      PlaceOrder tooMuch = PlaceOrder.forCustomer("C-1").line("CUP-01", "11").build();
      Expect.refused(
          InsufficientStockException.class, () -> root.previewing().sales().place(tooMuch));

      // the very same command may be sent in earnest afterwards
      Expect.same("171.00 CNY", root.sales().place(order).total());
      System.out.println("it would cost " + would.total() + ", and so it does");
    }
  }
}
