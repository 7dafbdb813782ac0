package io.jxc.core.internal.sales;

import io.jxc.api.Quantity;
import io.jxc.api.sales.Discount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A stored line of a sales order; quantities in base units.
 *
 * @param lineNo its number, never used again
 * @param item what is sold
 * @param discount discount of the line
 * @param warehouse where the goods are taken from; absent for a service
 * @param dueOn when they are wanted
 * @param amounts what it comes to
 * @param shipped shipped so far
 * @param returned brought back of what was shipped
 * @param shippedCost cost of what was shipped
 * @param returnedCost cost that came back at the cost it left with
 */
record OrderLineDocument(
    int lineNo,
    Item item,
    Optional<Discount> discount,
    Optional<String> warehouse,
    LocalDate dueOn,
    Amounts amounts,
    Quantity shipped,
    Quantity returned,
    BigDecimal shippedCost,
    BigDecimal returnedCost) {

  /** Returns what is not shipped, whether it will ever be or not. */
  Quantity unshipped() {
    return item.baseQuantity().minus(shipped);
  }

  /** Returns what was shipped and not brought back. */
  Quantity returnable() {
    return shipped.minus(returned);
  }

  boolean whollyReturned() {
    return returned.equals(item.baseQuantity());
  }

  OrderLineDocument shipped(Quantity more, BigDecimal cost) {
    return new OrderLineDocument(
        lineNo,
        item,
        discount,
        warehouse,
        dueOn,
        amounts,
        shipped.plus(more),
        returned,
        shippedCost.add(cost),
        returnedCost);
  }

  OrderLineDocument returned(Quantity more, BigDecimal cost) {
    return new OrderLineDocument(
        lineNo,
        item,
        discount,
        warehouse,
        dueOn,
        amounts,
        shipped,
        returned.plus(more),
        shippedCost,
        returnedCost.add(cost));
  }
}
