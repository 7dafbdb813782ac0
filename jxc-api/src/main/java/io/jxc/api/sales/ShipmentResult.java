package io.jxc.api.sales;

import io.jxc.api.CommandResult;
import io.jxc.api.Money;

/**
 * What was shipped.
 *
 * @param orderId id of the order
 * @param number number of the order
 * @param shipment number of the shipment within the order, from 1
 * @param status where the order stands now
 * @param total amount of what was shipped, tax included
 * @param version sequence of the commit; the version of the order
 */
public record ShipmentResult(
    String orderId, String number, int shipment, SalesStatus status, Money total, long version)
    implements CommandResult<ShipmentResult> {
  @Override
  public ShipmentResult withVersion(long version) {
    return new ShipmentResult(orderId, number, shipment, status, total, version);
  }
}
