package io.jxc.examples;

import io.jxc.Jxc;
import io.jxc.api.JxcSession;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.inventory.ProductStock;
import io.jxc.api.purchase.EnterPurchaseOrder;
import io.jxc.api.purchase.PurchaseOrderResult;
import io.jxc.api.purchase.PurchaseReceiptResult;
import io.jxc.api.purchase.ReceivePurchaseOrder;

/** Goods are ordered, come in two parts, and become stock at what they cost. */
public final class E02PurchaseToStock {
  private E02PurchaseToStock() {}

  /** Runs the example. */
  public static void main(String[] args) {
    try (Jxc jxc = Shop.inMemory()) {
      JxcSession root = Shop.root(jxc);
      PurchaseOrderResult order =
          root.purchase()
              .place(
                  EnterPurchaseOrder.from("S-1")
                      .into("MAIN")
                      .line("TEA-01", "100", "6.00")
                      .line("CUP-01", "20", "11.50")
                      .build());
      Expect.same("APPROVED", order.status()); // no approval flow applies

      String id = order.orderId();
      PurchaseReceiptResult part =
          root.purchase().receive(ReceivePurchaseOrder.of(id).line(1, "40").build());
      Expect.same("PARTLY_RECEIVED", part.status());

      // 60 are open: nobody receives 61
      RuleViolationException refusal =
          Expect.refused(
              RuleViolationException.class,
              () -> root.purchase().receive(ReceivePurchaseOrder.of(id).line(1, "61").build()));
      Expect.same("purchase.over-receipt", refusal.code());

      PurchaseReceiptResult rest = root.purchase().receive(ReceivePurchaseOrder.allOf(id).build());
      Expect.same("CLOSED", rest.status());

      ProductStock tea = root.inventory().stock("TEA-01");
      Expect.same("100", tea.total().onHand());
      Expect.same("600.00 CNY", tea.value().orElseThrow());
      System.out.println(order.number() + " has become " + tea.total().onHand() + " TEA-01");
    }
  }
}
