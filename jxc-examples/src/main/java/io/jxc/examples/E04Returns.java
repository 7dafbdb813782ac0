package io.jxc.examples;

import io.jxc.Jxc;
import io.jxc.api.JxcSession;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.QuickSale;
import io.jxc.api.sales.ReturnGoods;
import io.jxc.api.sales.ReturnResult;
import io.jxc.api.sales.ReturnShipped;

/** Goods come back: with their order at the cost they left at, without one at the average. */
public final class E04Returns {
  private E04Returns() {}

  /** Runs the example. */
  public static void main(String[] args) {
    try (Jxc jxc = Shop.inMemory()) {
      JxcSession root = Shop.root(jxc);
      Shop.stock(root, "TEA-01", "10"); // at 6.00
      OrderResult sale =
          root.sales().quickSale(QuickSale.forCustomer("C-1").line("TEA-01", "4").build());
      root.inventory().receive(ReceiveGoods.into("MAIN").line("TEA-01", "6", "9.00").build());
      Expect.same("90.00 CNY", root.inventory().stock("TEA-01").value().orElseThrow());

      ReturnResult back =
          root.sales().returnShipped(ReturnShipped.of(sale.id(), "torn").line(1, "1").build());
      Expect.same("9.90 CNY", back.refund());
      Expect.same("96.00 CNY", root.inventory().stock("TEA-01").value().orElseThrow());

      RuleViolationException refusal =
          Expect.refused(
              RuleViolationException.class,
              () ->
                  root.sales()
                      .returnShipped(ReturnShipped.of(sale.id(), "all").line(1, "4").build()));
      Expect.same("sales.over-return", refusal.code());

      ReturnResult found =
          root.sales()
              .returnGoods(
                  ReturnGoods.from("WALK-IN", "no receipt")
                      .warehouse("MAIN")
                      .line("TEA-01", "1", "9.00")
                      .build());
      Expect.same("9.00 CNY", found.refund());
      Expect.same("14", root.inventory().stock("TEA-01").total().onHand());
      System.out.println(back.number() + " and " + found.number() + " are back on the shelf");
    }
  }
}
