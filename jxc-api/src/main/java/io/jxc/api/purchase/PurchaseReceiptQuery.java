package io.jxc.api.purchase;

import io.jxc.api.Checks;

/**
 * Asks for the receipts of a purchase order, the oldest first.
 *
 * @param orderId id of the order
 */
public record PurchaseReceiptQuery(String orderId) {
  /** Checks the id. */
  public PurchaseReceiptQuery {
    Checks checks = new Checks();
    orderId = checks.code("orderId", orderId);
    checks.done();
  }

  /** Asks for the receipts of an order. */
  public static PurchaseReceiptQuery of(String orderId) {
    return new PurchaseReceiptQuery(orderId);
  }
}
