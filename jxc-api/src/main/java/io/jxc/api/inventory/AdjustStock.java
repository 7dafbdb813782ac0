package io.jxc.api.inventory;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.Quantity;
import io.jxc.api.RequestIds;
import io.jxc.api.UnitPrice;
import io.jxc.api.error.ErrorCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Corrects stock to what is really there, always with a reason. What was found comes in from, and
 * what is missing goes out to, the place of differences; nothing is overwritten.
 *
 * <pre>{@code
 * AdjustStock.in("MAIN").reason("stocktake").line("TEA-01", "-2").line("TEA-02", "1").build();
 * }</pre>
 *
 * @param requestId identity of the request
 * @param externalId permanent identity given by the host; unique among stock documents
 * @param warehouse code of the warehouse
 * @param effectiveOn business date of the years 1900 to 9998; absent = today in the tenant's time
 *     zone
 * @param reason why, 1 to 500 characters; an adjustment without one is refused
 * @param note free text of at most 500 characters
 * @param lines 1 to 10,000 lines; what comes in is booked before what goes out
 */
public record AdjustStock(
    String requestId,
    Optional<String> externalId,
    String warehouse,
    Optional<LocalDate> effectiveOn,
    String reason,
    Optional<String> note,
    List<Line> lines)
    implements Command {

  /**
   * By how much one product differs.
   *
   * @param sku code of the product
   * @param quantity above zero = more is there, below zero = less; in {@code unit}
   * @param unit unit of quantity and cost; absent = the base unit
   * @param unitCost cost of one {@code unit} of what is found, zero or above, in the base currency;
   *     absent = at the average cost; only where the quantity is above zero
   */
  public record Line(
      String sku, Quantity quantity, Optional<String> unit, Optional<UnitPrice> unitCost) {
    /** Checks the line; see the record. */
    public Line {
      Checks checks = new Checks();
      sku = checks.code("sku", sku);
      checks.require(
          quantity.signum() != 0, "quantity", ErrorCode.NUMBER_RANGE, "other than 0", "0");
      unit = checks.code("unit", unit);
      unitCost.ifPresent(cost -> checks.notNegative("unitCost", cost));
      checks.require(
          unitCost.isEmpty() || quantity.signum() > 0,
          "unitCost",
          ErrorCode.VALUE_UNKNOWN,
          "no cost for what goes out",
          unitCost.map(UnitPrice::toString).orElse(""));
      checks.done();
    }
  }

  /** Checks the command; use the builder. */
  public AdjustStock {
    Checks checks = new Checks();
    checks.requestId(requestId);
    externalId = checks.code("externalId", externalId);
    warehouse = checks.code("warehouse", warehouse);
    reason = checks.text("reason", reason, 500);
    effectiveOn = checks.day("effectiveOn", effectiveOn);
    note = checks.text("note", note, 500);
    lines = checks.list("lines", lines, 1, 10_000);
    checks.done();
  }

  /** Starts an adjustment in a warehouse. */
  public static Builder in(String warehouse) {
    return new Builder(warehouse);
  }

  /** Collects an adjustment. Not thread-safe. */
  public static final class Builder {
    private final String warehouse;
    private final List<Line> lines = new ArrayList<>();
    private final Checks checks = new Checks();
    private String requestId = RequestIds.next();
    private Optional<String> externalId = Optional.empty();
    private Optional<LocalDate> effectiveOn = Optional.empty();
    private String reason = "";
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

    /** Says why; required. */
    public Builder reason(String text) {
      reason = text;
      return this;
    }

    /** Adds a note. */
    public Builder note(String text) {
      note = Optional.of(text);
      return this;
    }

    /** Corrects one product in its base unit, for example {@code line("TEA-01", "-2")}. */
    public Builder line(String sku, String quantity) {
      return line(sku, quantity, Optional.empty());
    }

    /** Corrects one product in its base unit; what is found costs this much. */
    public Builder line(String sku, String quantity, String unitCost) {
      return line(sku, quantity, Optional.of(unitCost));
    }

    /** Corrects one product by values at hand, for example in another unit. */
    public Builder line(Line line) {
      lines.add(line);
      added++;
      return this;
    }

    private Builder line(String sku, String quantity, Optional<String> unitCost) {
      String path = "lines[" + added++ + "]";
      Optional<Quantity> read = checks.field(path + ".quantity", () -> Quantity.of(quantity));
      Optional<UnitPrice> cost =
          unitCost.flatMap(text -> checks.field(path + ".unitCost", () -> UnitPrice.of(text)));
      if (read.isPresent() && cost.isPresent() == unitCost.isPresent()) {
        checks
            .at(path, () -> new Line(sku, read.get(), Optional.empty(), cost))
            .ifPresent(lines::add);
      }
      return this;
    }

    /**
     * Returns the command.
     *
     * @throws io.jxc.api.error.InvalidCommandException with every violation
     */
    public AdjustStock build() {
      return checks.make(
          () ->
              new AdjustStock(requestId, externalId, warehouse, effectiveOn, reason, note, lines));
    }
  }
}
