package io.jxc.api.purchase;

import io.jxc.api.Internal;
import io.jxc.api.Quantity;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A line that is ordered and has not wholly come.
 *
 * @param orderId the order
 * @param orderNumber its number
 * @param supplier code of the supplier
 * @param lineNo the line
 * @param sku the product
 * @param quantity ordered, in {@code unit}
 * @param received received so far, in {@code unit}
 * @param open still to come, in {@code unit}
 * @param unit unit of the three quantities
 * @param openBase still to come, in base units
 * @param warehouse where it goes
 * @param expectedOn day it is promised for
 */
public record OpenPurchaseLine(
    String orderId,
    String orderNumber,
    String supplier,
    int lineNo,
    String sku,
    Quantity quantity,
    Quantity received,
    Quantity open,
    String unit,
    Quantity openBase,
    String warehouse,
    Optional<LocalDate> expectedOn) {
  /** Made by the library. */
  @Internal
  public OpenPurchaseLine {}
}
