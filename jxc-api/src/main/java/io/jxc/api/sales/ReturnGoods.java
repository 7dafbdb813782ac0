package io.jxc.api.sales;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.Quantity;
import io.jxc.api.RequestIds;
import io.jxc.api.TaxRate;
import io.jxc.api.UnitPrice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes goods back that no order is known for. They go to stock at the present average cost of the
 * product: its last one where nothing is on hand, one coin where it never had any. Services are
 * refunded only.
 *
 * <pre>{@code
 * ReturnGoods.from("WALK-IN", "wrong size").warehouse("MAIN").line("TEA-01", "1", "9.50").build();
 * }</pre>
 *
 * @param requestId identity of the request
 * @param externalId permanent identity given by the host; unique among sales returns
 * @param customer code of the customer
 * @param reason why, 1 to 500 characters
 * @param warehouse where the goods go; absent = {@link OrderContent#DEFAULT_WAREHOUSE}
 * @param priceMode whether prices contain the tax
 * @param returnedOn business date; absent = today in the tenant's time zone
 * @param lines 1 to 10,000 lines
 */
public record ReturnGoods(
    String requestId,
    Optional<String> externalId,
    String customer,
    String reason,
    Optional<String> warehouse,
    PriceMode priceMode,
    Optional<LocalDate> returnedOn,
    List<Line> lines)
    implements Command {

  /**
   * Goods, or a service, of one product.
   *
   * @param sku code of the product
   * @param quantity above zero, in {@code unit}
   * @param unit one of the product's units; absent = its base unit
   * @param unitPrice refunded for one {@code unit}; below zero only for services
   * @param taxRate absent = the product's, or none where it has none
   */
  public record Line(
      String sku,
      Quantity quantity,
      Optional<String> unit,
      UnitPrice unitPrice,
      Optional<TaxRate> taxRate) {
    /** Checks the line; see the record. */
    public Line {
      Checks checks = new Checks();
      sku = checks.code("sku", sku);
      checks.positive("quantity", quantity);
      unit = checks.code("unit", unit);
      checks.done();
    }

    /** Returns a line in the base unit at a refunded price, with the product's tax rate. */
    public static Line of(String sku, String quantity, String unitPrice) {
      return new Line(
          sku, Quantity.of(quantity), Optional.empty(), UnitPrice.of(unitPrice), Optional.empty());
    }

    /** Returns the line in another unit. */
    public Line unit(String code) {
      return new Line(sku, quantity, Optional.of(code), unitPrice, taxRate);
    }

    /** Returns the line with a tax rate of its own, in percent. */
    public Line taxRate(String percent) {
      Optional<TaxRate> rate = Optional.of(TaxRate.of(percent));
      return new Line(sku, quantity, unit, unitPrice, rate);
    }
  }

  /** Checks the command; use the builder. */
  public ReturnGoods {
    Checks checks = new Checks();
    checks.requestId(requestId);
    externalId = checks.code("externalId", externalId);
    customer = checks.code("customer", customer);
    reason = checks.text("reason", reason, 500);
    warehouse = checks.code("warehouse", warehouse);
    checks.date("returnedOn", returnedOn);
    lines = checks.list("lines", lines, 1, OrderLine.MAX_LINES);
    checks.done();
  }

  /** Starts a return of a customer. */
  public static Builder from(String customer, String reason) {
    return new Builder(customer, reason);
  }

  /** Collects a return; prices contain the tax unless told. Not thread-safe. */
  public static final class Builder {
    private final String customer;
    private final String reason;
    private final List<Line> lines = new ArrayList<>();
    private final Checks checks = new Checks();
    private String requestId = RequestIds.next();
    private Optional<String> externalId = Optional.empty();
    private Optional<String> warehouse = Optional.empty();
    private PriceMode priceMode = PriceMode.TAX_INCLUSIVE;
    private Optional<LocalDate> returnedOn = Optional.empty();
    private int added;

    private Builder(String customer, String reason) {
      this.customer = customer;
      this.reason = reason;
    }

    /** Names the request, to repeat it safely. */
    public Builder requestId(String id) {
      requestId = id;
      return this;
    }

    /** Gives the permanent identity in the host's world. */
    public Builder externalId(String id) {
      externalId = Optional.of(id);
      return this;
    }

    /** Puts the goods into this warehouse. */
    public Builder warehouse(String code) {
      warehouse = Optional.of(code);
      return this;
    }

    /** Says whether prices contain the tax. */
    public Builder priceMode(PriceMode mode) {
      priceMode = mode;
      return this;
    }

    /** Sets the business date. */
    public Builder returnedOn(LocalDate date) {
      returnedOn = Optional.of(date);
      return this;
    }

    /** Adds a line in the base unit, for example {@code line("TEA-01", "1", "9.50")}. */
    public Builder line(String sku, String quantity, String unitPrice) {
      return line(() -> Line.of(sku, quantity, unitPrice));
    }

    /** Adds a line with everything it may say. */
    public Builder line(Line line) {
      return line(() -> line);
    }

    private Builder line(Supplier<Line> line) {
      checks.at("lines[" + added++ + "]", line).ifPresent(lines::add);
      return this;
    }

    /**
     * Returns the command.
     *
     * @throws io.jxc.api.error.InvalidCommandException with every violation
     */
    public ReturnGoods build() {
      if (lines.isEmpty() && added > 0) {
        checks.done();
      }
      return checks.make(
          () ->
              new ReturnGoods(
                  requestId,
                  externalId,
                  customer,
                  reason,
                  warehouse,
                  priceMode,
                  returnedOn,
                  lines));
    }
  }
}
