package io.jxc.core.internal.sales;

import io.jxc.api.Quantity;
import io.jxc.api.TaxRate;
import io.jxc.api.UnitPrice;
import io.jxc.api.UnitRatio;
import io.jxc.api.catalog.ProductKind;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a stored line is about, as it was when the line was written.
 *
 * @param sku code of the product
 * @param name its name
 * @param kind goods or service
 * @param unit the unit of the line
 * @param baseUnit the product's base unit
 * @param ratio base units in one unit
 * @param quantity as entered
 * @param baseQuantity the same in base units
 * @param unitPrice price of one unit
 * @param taxRate rate of the tax
 */
record Item(
    String sku,
    String name,
    ProductKind kind,
    String unit,
    String baseUnit,
    UnitRatio ratio,
    Quantity quantity,
    Quantity baseQuantity,
    UnitPrice unitPrice,
    TaxRate taxRate) {

  boolean stocked() {
    return kind == ProductKind.GOODS;
  }

  /** Returns a part of the item in its own unit. */
  Item part(Quantity part, Quantity basePart) {
    return new Item(sku, name, kind, unit, baseUnit, ratio, part, basePart, unitPrice, taxRate);
  }

  /** Returns a part of the item in base units, with the price of one of them. */
  Item basePart(Quantity part) {
    return new Item(
        sku,
        name,
        kind,
        baseUnit,
        baseUnit,
        UnitRatio.ONE,
        part,
        part,
        new UnitPrice(perBaseUnit(unitPrice)),
        taxRate);
  }

  /** Returns a price of the item's unit as one of the base unit. */
  BigDecimal perBaseUnit(UnitPrice price) {
    return price
        .value()
        .multiply(BigDecimal.valueOf(ratio.denominator()))
        .divide(BigDecimal.valueOf(ratio.numerator()), UnitPrice.SCALE, RoundingMode.HALF_UP);
  }
}
