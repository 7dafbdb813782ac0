package io.jxc.core.internal.sales;

import io.jxc.api.Quantity;
import io.jxc.api.TaxRate;
import io.jxc.api.UnitPrice;
import io.jxc.api.UnitRatio;
import io.jxc.api.catalog.ProductKind;

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
}
