package io.jxc.api.purchase;

import io.jxc.api.Checks;
import io.jxc.api.Internal;
import io.jxc.api.Quantity;
import io.jxc.api.TaxRate;
import io.jxc.api.UnitPrice;
import io.jxc.api.error.ErrorCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a purchase order says: everything that an approval binds.
 *
 * <pre>{@code
 * PurchaseOrderContent.from("S-1").into("MAIN")
 *     .line("TEA-01", "10", "6.00")
 *     .line(Line.of("TEA-02", "2", "58.00").unit("BOX").taxRate("13"))
 *     .build();
 * }</pre>
 *
 * @param supplier code of the supplier
 * @param warehouse code of the warehouse that receives, unless a line names another
 * @param orderedOn business date; absent = today in the tenant's time zone
 * @param expectedOn day the goods are promised for, unless a line names another
 * @param pricesIncludeTax whether unit prices contain the tax; goods are landed net of it either
 *     way
 * @param note free text of at most 500 characters
 * @param lines 1 to 10,000 lines
 */
public record PurchaseOrderContent(
    String supplier,
    String warehouse,
    Optional<LocalDate> orderedOn,
    Optional<LocalDate> expectedOn,
    boolean pricesIncludeTax,
    Optional<String> note,
    List<Line> lines) {

  /** Lines an order may have, and the highest line number. */
  public static final int MAX_LINES = 10_000;

  /**
   * Goods or services of one product.
   *
   * @param lineNo 1 to 10,000, to keep a line's number in an update; absent = the next free number
   * @param sku code of the product
   * @param quantity above zero, in {@code unit}; kept as entered
   * @param unit unit of quantity and price; absent = the product's base unit
   * @param unitPrice price of one {@code unit}, zero or above, in the base currency
   * @param taxRate in percent; absent = the product's
   * @param warehouse code of the warehouse that receives; absent = the order's
   * @param expectedOn day the goods are promised for; absent = the order's
   * @param note free text of at most 500 characters
   */
  public record Line(
      Optional<Integer> lineNo,
      String sku,
      Quantity quantity,
      Optional<String> unit,
      UnitPrice unitPrice,
      Optional<TaxRate> taxRate,
      Optional<String> warehouse,
      Optional<LocalDate> expectedOn,
      Optional<String> note) {

    /** Checks the line; use {@link #of} and the methods named after the components. */
    @Internal
    public Line {
      Checks checks = new Checks();
      lineNo.ifPresent(
          no ->
              checks.require(
                  no >= 1 && no <= MAX_LINES,
                  "lineNo",
                  ErrorCode.NUMBER_RANGE,
                  "1.." + MAX_LINES,
                  no.toString()));
      sku = checks.code("sku", sku);
      checks.positive("quantity", quantity);
      unit = checks.code("unit", unit);
      checks.notNegative("unitPrice", unitPrice);
      warehouse = checks.code("warehouse", warehouse);
      expectedOn = checks.day("expectedOn", expectedOn);
      note = checks.text("note", note, 500);
      checks.done();
    }

    /** Returns a line in the base unit, for example {@code of("TEA-01", "10", "6.00")}. */
    public static Line of(String sku, String quantity, String unitPrice) {
      return of(sku, Quantity.of(quantity), UnitPrice.of(unitPrice));
    }

    /** Returns a line in the base unit. */
    public static Line of(String sku, Quantity quantity, UnitPrice unitPrice) {
      return new Line(
          Optional.empty(),
          sku,
          quantity,
          Optional.empty(),
          unitPrice,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    /** Returns the line under a number of its own. */
    public Line lineNo(int number) {
      return new Line(
          Optional.of(number),
          sku,
          quantity,
          unit,
          unitPrice,
          taxRate,
          warehouse,
          expectedOn,
          note);
    }

    /** Returns the line with quantity and price in this unit. */
    public Line unit(String code) {
      return new Line(
          lineNo,
          sku,
          quantity,
          Optional.of(code),
          unitPrice,
          taxRate,
          warehouse,
          expectedOn,
          note);
    }

    /** Returns the line with this tax rate, for example {@code "13"} percent. */
    public Line taxRate(String percent) {
      return new Line(
          lineNo,
          sku,
          quantity,
          unit,
          unitPrice,
          Optional.of(TaxRate.of(percent)),
          warehouse,
          expectedOn,
          note);
    }

    /** Returns the line for another warehouse than the order's. */
    public Line warehouse(String code) {
      return new Line(
          lineNo, sku, quantity, unit, unitPrice, taxRate, Optional.of(code), expectedOn, note);
    }

    /** Returns the line with a promised day of its own. */
    public Line expectedOn(LocalDate day) {
      return new Line(
          lineNo, sku, quantity, unit, unitPrice, taxRate, warehouse, Optional.of(day), note);
    }

    /** Returns the line with a note. */
    public Line note(String text) {
      return new Line(
          lineNo,
          sku,
          quantity,
          unit,
          unitPrice,
          taxRate,
          warehouse,
          expectedOn,
          Optional.of(text));
    }
  }

  /** Checks the content; use the builder. */
  @Internal
  public PurchaseOrderContent {
    Checks checks = new Checks();
    supplier = checks.code("supplier", supplier);
    warehouse = checks.code("warehouse", warehouse);
    orderedOn = checks.day("orderedOn", orderedOn);
    expectedOn = checks.day("expectedOn", expectedOn);
    note = checks.text("note", note, 500);
    lines = checks.list("lines", lines, 1, MAX_LINES);
    checks.unique(
        "lines",
        "line number",
        lines.stream().flatMap(line -> line.lineNo().stream()).toList(),
        no -> no.toString());
    checks.done();
  }

  /** Starts the content of an order to a supplier. */
  public static Supplied from(String supplier) {
    return warehouse -> new Builder(supplier, warehouse);
  }

  /** An order that lacks its warehouse. */
  @FunctionalInterface
  public interface Supplied {
    /** Names the warehouse that receives. */
    Builder into(String warehouse);
  }

  /** Collects the content of an order. Not thread-safe. */
  public static final class Builder {
    private final String supplier;
    private final String warehouse;
    private final List<Line> lines = new ArrayList<>();
    private final Checks checks = new Checks();
    private Optional<LocalDate> orderedOn = Optional.empty();
    private Optional<LocalDate> expectedOn = Optional.empty();
    private Optional<String> note = Optional.empty();
    private boolean pricesIncludeTax;
    private int added;

    private Builder(String supplier, String warehouse) {
      this.supplier = supplier;
      this.warehouse = warehouse;
    }

    /** Sets the business date. */
    public Builder orderedOn(LocalDate day) {
      orderedOn = Optional.of(day);
      return this;
    }

    /** Sets the day the goods are promised for. */
    public Builder expectedOn(LocalDate day) {
      expectedOn = Optional.of(day);
      return this;
    }

    /** Declares that unit prices contain the tax. */
    public Builder pricesIncludeTax() {
      pricesIncludeTax = true;
      return this;
    }

    /** Adds a note. */
    public Builder note(String text) {
      note = Optional.of(text);
      return this;
    }

    /** Adds goods in the base unit, for example {@code line("TEA-01", "10", "6.00")}. */
    public Builder line(String sku, String quantity, String unitPrice) {
      return collect(() -> Line.of(sku, quantity, unitPrice));
    }

    /** Adds goods in another unit of the product. */
    public Builder line(String sku, String quantity, String unit, String unitPrice) {
      return collect(() -> Line.of(sku, quantity, unitPrice).unit(unit));
    }

    /** Adds a line. */
    public Builder line(Line line) {
      return collect(() -> line);
    }

    private Builder collect(Supplier<Line> line) {
      checks.at("lines[" + added++ + "]", line).ifPresent(lines::add);
      return this;
    }

    /**
     * Returns the content.
     *
     * @throws io.jxc.api.error.InvalidCommandException with every violation
     */
    public PurchaseOrderContent build() {
      if (lines.isEmpty() && added > 0) {
        checks.done(); // no line could be read; to miss them as well would only confuse
      }
      return checks.make(
          () ->
              new PurchaseOrderContent(
                  supplier, warehouse, orderedOn, expectedOn, pricesIncludeTax, note, lines));
    }
  }
}
