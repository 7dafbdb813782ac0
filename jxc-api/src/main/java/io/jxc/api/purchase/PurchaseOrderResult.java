package io.jxc.api.purchase;

import io.jxc.api.CommandResult;

/**
 * What became of a purchase order.
 *
 * @param orderId its id
 * @param number its number, for example {@code PO20261122-0001}
 * @param status where it stands now
 * @param version sequence of the commit
 */
public record PurchaseOrderResult(
    String orderId, String number, PurchaseStatus status, long version)
    implements CommandResult<PurchaseOrderResult> {
  @Override
  public PurchaseOrderResult withVersion(long version) {
    return new PurchaseOrderResult(orderId, number, status, version);
  }
}
