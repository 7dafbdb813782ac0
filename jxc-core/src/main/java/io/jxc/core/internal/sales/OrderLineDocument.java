package io.jxc.core.internal.sales;

import io.jxc.api.Quantity;
import io.jxc.api.sales.Discount;
import io.jxc.core.internal.pricing.DocumentTotals;
import java.math.BigDecimal;
import java.math.RoundingMode;
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

  /** Returns the amounts of the next part to be shipped. */
  Amounts shippedAmounts(Quantity part, int minorDigits) {
    return portion(shipped, part, minorDigits);
  }

  /** Returns the amounts of the next part to be brought back. */
  Amounts returnedAmounts(Quantity part, int minorDigits) {
    return portion(returned, part, minorDigits);
  }

  private Amounts portion(Quantity from, Quantity part, int minorDigits) {
    BigDecimal to = from.plus(part).value();
    return amounts.portion(from.value(), to, item.baseQuantity().value(), minorDigits);
  }

  /** Returns the cost that the next part to be brought back has left with. */
  BigDecimal originalCost(Quantity part) {
    BigDecimal cost = shippedCost.subtract(returnedCost);
    Quantity left = returnable();
    return part.equals(left)
        ? cost
        : cost.multiply(part.value())
            .divide(left.value(), DocumentTotals.SCALE, RoundingMode.HALF_UP);
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
