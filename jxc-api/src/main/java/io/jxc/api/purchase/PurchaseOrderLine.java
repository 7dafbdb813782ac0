package io.jxc.api.purchase;

import io.jxc.api.Internal;
import io.jxc.api.Quantity;
import io.jxc.api.TaxRate;
import io.jxc.api.UnitPrice;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A line of a purchase order.
 *
 * @param lineNo its number within the order; never used again
 * @param sku the product
 * @param quantity as entered, in {@code unit}
 * @param unit the unit of quantities and price
 * @param received received so far, in {@code unit}
 * @param open still to come, in {@code unit}; zero unless the order is approved and not ended
 * @param warehouse where it goes
 * @param expectedOn day it is promised for
 * @param taxRate in percent
 * @param unitPrice price of one {@code unit}; absent without {@code cost.view}
 * @param totals what the line costs; absent without {@code cost.view}
 * @param note free text
 */
public record PurchaseOrderLine(
    int lineNo,
    String sku,
    Quantity quantity,
    String unit,
    Quantity received,
    Quantity open,
    String warehouse,
    Optional<LocalDate> expectedOn,
    TaxRate taxRate,
    Optional<UnitPrice> unitPrice,
    Optional<PurchaseTotals> totals,
    Optional<String> note) {
  /** Made by the library. */
  @Internal
  public PurchaseOrderLine {}
}
