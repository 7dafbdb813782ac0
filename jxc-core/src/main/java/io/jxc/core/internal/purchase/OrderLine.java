package io.jxc.core.internal.purchase;

import io.jxc.api.Quantity;
import io.jxc.api.UnitPrice;
import io.jxc.api.UnitRatio;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A line of a purchase order as it is stored. The unit's ratio is the one of the day it was
 * entered: what was ordered does not change with the product.
 *
 * @param lineNo its number
 * @param sku the product
 * @param stocked whether receiving it moves stock
 * @param quantity as entered, in {@code unit}
 * @param unit the unit
 * @param ratio base units in one unit
 * @param unitPrice price of one unit
 * @param taxRate in percent
 * @param net what it costs without tax, in coins
 * @param tax its tax, in coins
 * @param warehouse where it goes
 * @param expectedOn day it is promised for, where it is not the order's
 * @param note free text
 * @param received received so far, in {@code unit}
 */
public record OrderLine(
    int lineNo,
    String sku,
    boolean stocked,
    Quantity quantity,
    String unit,
    UnitRatio ratio,
    UnitPrice unitPrice,
    BigDecimal taxRate,
    BigDecimal net,
    BigDecimal tax,
    String warehouse,
    Optional<LocalDate> expectedOn,
    Optional<String> note,
    Quantity received) {
  /** Stands for no promised day, after all days. */
  static final LocalDate SOME_DAY = LocalDate.of(9999, 12, 31);

  /** Returns what is still to come, in {@code unit}; nothing unless the order is open. */
  Quantity open(OrderDocument order) {
    return order.isOpen() ? quantity.minus(received) : Quantity.ZERO;
  }

  /** Returns what is still to come, in base units; absent when nothing is. */
  Optional<BigDecimal> openBase(OrderDocument order) {
    Quantity open = open(order);
    return open.isPositive() ? Optional.of(ratio.toBase(open).value()) : Optional.empty();
  }

  /** Returns the day it is promised for, or far away; absent when nothing is to come. */
  Optional<LocalDate> openDue(OrderDocument order) {
    return open(order).isPositive() ? Optional.of(due(order).orElse(SOME_DAY)) : Optional.empty();
  }

  /** Returns the day it is promised for. */
  Optional<LocalDate> due(OrderDocument order) {
    return expectedOn.or(order::expectedOn);
  }

  /** Returns the line with a number. */
  OrderLine numbered(int number) {
    return new OrderLine(
        number,
        sku,
        stocked,
        quantity,
        unit,
        ratio,
        unitPrice,
        taxRate,
        net,
        tax,
        warehouse,
        expectedOn,
        note,
        received);
  }

  /** Returns the line with its amounts. */
  OrderLine costing(BigDecimal newNet, BigDecimal newTax) {
    return new OrderLine(
        lineNo,
        sku,
        stocked,
        quantity,
        unit,
        ratio,
        unitPrice,
        taxRate,
        newNet,
        newTax,
        warehouse,
        expectedOn,
        note,
        received);
  }

  /** Returns the line after more was received. */
  OrderLine receivedUpTo(Quantity all) {
    return new OrderLine(
        lineNo,
        sku,
        stocked,
        quantity,
        unit,
        ratio,
        unitPrice,
        taxRate,
        net,
        tax,
        warehouse,
        expectedOn,
        note,
        all);
  }
}
