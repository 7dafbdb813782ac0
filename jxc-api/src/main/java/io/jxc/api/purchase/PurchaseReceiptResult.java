package io.jxc.api.purchase;

import io.jxc.api.CommandResult;
import io.jxc.api.Internal;

/**
 * What became of a receipt against a purchase order.
 *
 * @param receiptId id of the receipt
 * @param receiptNumber its number, for example {@code PR20261122-0001}
 * @param orderId id of the order
 * @param status where the order stands now
 * @param version sequence of the commit
 */
public record PurchaseReceiptResult(
    String receiptId, String receiptNumber, String orderId, PurchaseStatus status, long version)
    implements CommandResult<PurchaseReceiptResult> {
  /** Made by the library. */
  @Internal
  public PurchaseReceiptResult {}

  @Override
  public PurchaseReceiptResult withVersion(long version) {
    return new PurchaseReceiptResult(receiptId, receiptNumber, orderId, status, version);
  }
}
