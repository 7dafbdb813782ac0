package io.jxc.api.inventory;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.Quantity;
import io.jxc.api.RequestIds;
import io.jxc.api.UnitPrice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Receives goods that no purchase order announced.
 *
 * <pre>{@code
 * ReceiveGoods.into("MAIN").line("TEA-01", "10", "6.00").build();
 * }</pre>
 *
 * @param requestId identity of the request
 * @param externalId permanent identity given by the host; unique among stock documents
 * @param warehouse code of the warehouse
 * @param effectiveOn business date of the years 1900 to 9998; absent = today in the tenant's time
 *     zone
 * @param note free text of at most 500 characters
 * @param lines 1 to 10,000 lines
 */
public record ReceiveGoods(
    String requestId,
    Optional<String> externalId,
    String warehouse,
    Optional<LocalDate> effectiveOn,
    Optional<String> note,
    List<Line> lines)
    implements Command {

  /**
   * Goods of one product.
   *
   * @param sku code of the product
   * @param quantity above zero, in {@code unit}
   * @param unit unit of quantity and cost; absent = the base unit
   * @param unitCost cost of one {@code unit}, zero or above, in the base currency
   */
  public record Line(String sku, Quantity quantity, Optional<String> unit, UnitPrice unitCost) {
    /** Checks the line; see the record. */
    public Line {
      Checks checks = new Checks();
      sku = checks.code("sku", sku);
      checks.positive("quantity", quantity);
      unit = checks.code("unit", unit);
      checks.notNegative("unitCost", unitCost);
      checks.done();
    }
  }

  /** Checks the command; use the builder. */
  public ReceiveGoods {
    Checks checks = new Checks();
    checks.requestId(requestId);
    externalId = checks.code("externalId", externalId);
    warehouse = checks.code("warehouse", warehouse);
    effectiveOn = checks.day("effectiveOn", effectiveOn);
    note = checks.text("note", note, 500);
    lines = checks.list("lines", lines, 1, 10_000);
    checks.done();
  }

  /** Starts a receipt into a warehouse. */
  public static Builder into(String warehouse) {
    return new Builder(warehouse);
  }

  /** Collects a receipt. Not thread-safe. */
  public static final class Builder {
    private final String warehouse;
    private final List<Line> lines = new ArrayList<>();
    private final Checks checks = new Checks();
    private String requestId = RequestIds.next();
    private Optional<String> externalId = Optional.empty();
    private Optional<LocalDate> effectiveOn = Optional.empty();
    private Optional<String> note = Optional.empty();
    private int added;

    private Builder(String warehouse) {
      this.warehouse = warehouse;
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

    /** Sets the business date. */
    public Builder effectiveOn(LocalDate date) {
      effectiveOn = Optional.of(date);
      return this;
    }

    /** Adds a note. */
    public Builder note(String text) {
      note = Optional.of(text);
      return this;
    }

    /** Adds goods in the base unit, for example {@code line("TEA-01", "10", "6.00")}. */
    public Builder line(String sku, String quantity, String unitCost) {
      return line(sku, quantity, Optional.empty(), unitCost);
    }

    /** Adds goods in another unit of the product. */
    public Builder line(String sku, String quantity, String unit, String unitCost) {
      return line(sku, quantity, Optional.of(unit), unitCost);
    }

    /** Adds goods that are at hand as values. */
    public Builder line(Line line) {
      lines.add(line);
      added++;
      return this;
    }

    private Builder line(String sku, String quantity, Optional<String> unit, String unitCost) {
      String path = "lines[" + added++ + "]";
      Optional<Quantity> read = checks.field(path + ".quantity", () -> Quantity.of(quantity));
      Optional<UnitPrice> cost = checks.field(path + ".unitCost", () -> UnitPrice.of(unitCost));
      if (read.isPresent() && cost.isPresent()) {
        checks.at(path, () -> new Line(sku, read.get(), unit, cost.get())).ifPresent(lines::add);
      }
      return this;
    }

    /**
     * Returns the command.
     *
     * @throws io.jxc.api.error.InvalidCommandException with every violation
     */
    public ReceiveGoods build() {
      return checks.make(
          () -> new ReceiveGoods(requestId, externalId, warehouse, effectiveOn, note, lines));
    }
  }
}
