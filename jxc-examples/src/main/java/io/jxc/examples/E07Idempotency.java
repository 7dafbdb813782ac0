package io.jxc.examples;

import io.jxc.Jxc;
import io.jxc.api.JxcSession;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.RequestIdReusedException;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.QuickSale;

/** A till that heard no answer just asks again: the sale is done once and answered twice. */
public final class E07Idempotency {
  private E07Idempotency() {}

  /** Runs the example. */
  public static void main(String[] args) {
    try (Jxc jxc = Shop.inMemory()) {
      JxcSession root = Shop.root(jxc);
      Shop.stock(root, "TEA-01", "10");

      OrderResult first = root.sales().quickSale(sale("till-7-0815", "2"));
      OrderResult again = root.sales().quickSale(sale("till-7-0815", "2"));
      Expect.that(again.equals(first), "same request, same answer");
      Expect.same("8", root.inventory().stock("TEA-01").total().onHand());

      // the id of a request stands for its content as well
      Expect.refused(
          RequestIdReusedException.class, () -> root.sales().quickSale(sale("till-7-0815", "3")));

      // request ids are kept for days; an external id is for good, whatever the request
      QuickSale late =
          QuickSale.forCustomer("C-1").externalId("shop-4711").line("TEA-01", "1").build();
      QuickSale later =
          QuickSale.forCustomer("C-1").externalId("shop-4711").line("TEA-01", "1").build();
      OrderResult kept = root.sales().quickSale(late);
      Expect.refused(DuplicateKeyException.class, () -> root.sales().quickSale(later));
      String found = root.sales().findByExternalId("shop-4711").orElseThrow().id();
      Expect.same(kept.id(), found);
      System.out.println(first.number() + " was asked for twice and sold once");
    }
  }

  private static QuickSale sale(String requestId, String quantity) {
    return QuickSale.forCustomer("C-1").requestId(requestId).line("TEA-01", quantity).build();
  }
}
