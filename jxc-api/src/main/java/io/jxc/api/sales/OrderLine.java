package io.jxc.api.sales;

import io.jxc.api.Checks;
import io.jxc.api.Internal;
import io.jxc.api.Quantity;
import io.jxc.api.TaxRate;
import io.jxc.api.UnitPrice;
import io.jxc.api.error.ErrorCode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One line of an order as it is entered.
 *
 * <pre>{@code
 * OrderLine.of("TEA-01", "3").unit("BOX").price("95.00").discount(Discount.percent("5"))
 * }</pre>
 *
 * @param lineNo 1 to 10,000, unique in the order; absent = one above the highest ever used in it
 * @param sku code of the product
 * @param quantity above zero, in {@code unit}
 * @param unit one of the product's units; absent = its base unit
 * @param unitPrice price of one {@code unit}; zero = free of charge; below zero only for services;
 *     absent = the product's list price
 * @param taxRate absent = the product's, or none where it has none
 * @param discount absent = none; an amount may not exceed the line
 * @param warehouse where the goods are taken from; absent = the order's
 * @param dueOn when the goods are wanted; absent = the order's
 */
public record OrderLine(
    Optional<Integer> lineNo,
    String sku,
    Quantity quantity,
    Optional<String> unit,
    Optional<UnitPrice> unitPrice,
    Optional<TaxRate> taxRate,
    Optional<Discount> discount,
    Optional<String> warehouse,
    Optional<LocalDate> dueOn) {
  /** Lines a document may have, and the highest line number. */
  public static final int MAX_LINES = 10_000;

  /** Checks the line; use the builder. */
  @Internal
  public OrderLine {
    Checks checks = new Checks();
    lineNo.ifPresent(number -> requireLineNo(checks, number));
    sku = checks.code("sku", sku);
    checks.positive("quantity", quantity);
    unit = checks.code("unit", unit);
    warehouse = checks.code("warehouse", warehouse);
    checks.date("dueOn", dueOn);
    checks.done();
  }

  static void requireLineNo(Checks checks, int number) {
    checks.require(
        number >= 1 && number <= MAX_LINES,
        "lineNo",
        ErrorCode.NUMBER_RANGE,
        "1..10000",
        Integer.toString(number));
  }

  /** Starts a line of a product and a quantity, for example {@code of("TEA-01", "2.5")}. */
  public static Builder of(String sku, String quantity) {
    return new Builder(sku, () -> Quantity.of(quantity));
  }

  /** Starts a line of a product and a quantity. */
  public static Builder of(String sku, Quantity quantity) {
    return new Builder(sku, () -> quantity);
  }

  /** Collects a line; numbers are read when the line is built. Not thread-safe. */
  public static final class Builder {
    private final String sku;
    private final Supplier<Quantity> quantity;
    private Optional<Integer> lineNo = Optional.empty();
    private Optional<String> unit = Optional.empty();
    private Supplier<Optional<UnitPrice>> unitPrice = Optional::empty;
    private Supplier<Optional<TaxRate>> taxRate = Optional::empty;
    private Optional<Discount> discount = Optional.empty();
    private Optional<String> warehouse = Optional.empty();
    private Optional<LocalDate> dueOn = Optional.empty();

    private Builder(String sku, Supplier<Quantity> quantity) {
      this.sku = sku;
      this.quantity = quantity;
    }

    /** Gives the line a number of its own. */
    public Builder lineNo(int number) {
      lineNo = Optional.of(number);
      return this;
    }

    /** Sets the unit of quantity and price. */
    public Builder unit(String code) {
      unit = Optional.of(code);
      return this;
    }

    /** Sets the price of one unit, for example {@code "9.50"}. */
    public Builder price(String price) {
      unitPrice = () -> Optional.of(UnitPrice.of(price));
      return this;
    }

    /** Sets the price of one unit. */
    public Builder price(UnitPrice price) {
      unitPrice = () -> Optional.of(price);
      return this;
    }

    /** Sets the tax rate in percent, for example {@code "13"}. */
    public Builder taxRate(String percent) {
      taxRate = () -> Optional.of(TaxRate.of(percent));
      return this;
    }

    /** Sets the discount of the line. */
    public Builder discount(Discount given) {
      discount = Optional.of(given);
      return this;
    }

    /** Takes the goods from a warehouse of its own. */
    public Builder warehouse(String code) {
      warehouse = Optional.of(code);
      return this;
    }

    /** Sets when the goods of the line are wanted. */
    public Builder dueOn(LocalDate date) {
      dueOn = Optional.of(date);
      return this;
    }

    /**
     * Returns the line.
     *
     * @throws io.jxc.api.error.InvalidCommandException with every violation
     */
    public OrderLine build() {
      Checks checks = new Checks();
      Optional<Quantity> howMuch = checks.field("quantity", quantity);
      Optional<UnitPrice> price = checks.field("unitPrice", unitPrice).orElse(Optional.empty());
      Optional<TaxRate> rate = checks.field("taxRate", taxRate).orElse(Optional.empty());
      if (howMuch.isEmpty()) {
        checks.done();
      }
      Quantity read = howMuch.orElseThrow();
      return checks.make(
          () -> new OrderLine(lineNo, sku, read, unit, price, rate, discount, warehouse, dueOn));
    }
  }
}
