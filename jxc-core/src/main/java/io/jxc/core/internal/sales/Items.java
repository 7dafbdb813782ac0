package io.jxc.core.internal.sales;

import io.jxc.api.Checks;
import io.jxc.api.Money;
import io.jxc.api.Quantity;
import io.jxc.api.TaxRate;
import io.jxc.api.UnitPrice;
import io.jxc.api.catalog.ProductUnit;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.sales.Discount;
import io.jxc.api.sales.OrderLine;
import io.jxc.api.sales.PriceMode;
import io.jxc.api.sales.ReturnGoods;
import io.jxc.core.internal.catalog.ProductDocument;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.pricing.DocumentTotals;
import java.util.Optional;

/** Makes items of products and what was entered about them. */
final class Items {
  private Items() {}

  /** Returns the item of an order's line; at the list price where none was entered. */
  static Optional<Item> ordered(
      Checks checks, String path, ProductDocument product, OrderLine line) {
    Optional<ProductUnit> unit = checks.at(path, () -> product.unit(line.unit()));
    if (unit.isEmpty()) {
      return Optional.empty();
    }
    Optional<UnitPrice> price = line.unitPrice().or(() -> product.listPrice(line.unit()));
    if (price.isEmpty()) {
      checks.require(
          false,
          path + ".unitPrice",
          ErrorCode.VALUE_MISSING,
          "a price, for the product has no list price",
          "none");
      return Optional.empty();
    }
    Entered entered = new Entered(line.quantity(), unit.get(), price.get(), line.taxRate());
    return item(checks, path, product, entered);
  }

  /** Returns the item of a line that came back without an order. */
  static Optional<Item> returned(
      Checks checks, String path, ProductDocument product, ReturnGoods.Line line) {
    return checks
        .at(path, () -> product.unit(line.unit()))
        .map(unit -> new Entered(line.quantity(), unit, line.unitPrice(), line.taxRate()))
        .flatMap(entered -> item(checks, path, product, entered));
  }

  private record Entered(
      Quantity quantity, ProductUnit unit, UnitPrice price, Optional<TaxRate> taxRate) {}

  private static Optional<Item> item(
      Checks checks, String path, ProductDocument product, Entered entered) {
    if (product.stocked() && entered.price().signum() < 0) {
      checks.require(
          false,
          path + ".unitPrice",
          ErrorCode.NUMBER_RANGE,
          "0 or more for goods",
          entered.price().toString());
    }
    ProductUnit unit = entered.unit();
    return checks.at(
        path,
        () ->
            new Item(
                product.sku(),
                product.displayName(),
                product.kind(),
                unit.code(),
                product.baseUnit(),
                unit.ratio(),
                entered.quantity(),
                unit.ratio().toBase(entered.quantity()),
                entered.price(),
                entered
                    .taxRate()
                    .or(() -> product.taxRate().map(TaxRate::new))
                    .orElse(TaxRate.ZERO)));
  }

  /** Returns how documents of the tenant are computed. */
  static DocumentTotals.Terms terms(Context context, PriceMode mode) {
    return new DocumentTotals.Terms(mode, context.settings().rounding(), minorDigits(context));
  }

  static int minorDigits(Context context) {
    return Money.minorDigits(context.settings().currency());
  }

  /** Returns what the amounts of an item are computed from. */
  static DocumentTotals.Line priced(Item item, Optional<Discount> discount) {
    return new DocumentTotals.Line(
        item.quantity().value(), item.unitPrice().value(), item.taxRate().percent(), discount);
  }
}
