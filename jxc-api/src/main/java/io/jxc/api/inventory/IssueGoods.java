package io.jxc.api.inventory;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.Quantity;
import io.jxc.api.RequestIds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Issues goods for a reason that no order stands for: samples, own use, gifts.
 *
 * <pre>{@code
 * IssueGoods.from("MAIN").reason("samples").line("TEA-01", "2").build();
 * }</pre>
 *
 * @param requestId identity of the request
 * @param externalId permanent identity given by the host; unique among stock documents
 * @param warehouse code of the warehouse
 * @param effectiveOn business date of the years 1900 to 9998; absent = today in the tenant's time
 *     zone
 * @param reason why, 1 to 500 characters
 * @param note free text of at most 500 characters
 * @param lines 1 to 10,000 lines
 */
public record IssueGoods(
    String requestId,
    Optional<String> externalId,
    String warehouse,
    Optional<LocalDate> effectiveOn,
    String reason,
    Optional<String> note,
    List<Line> lines)
    implements Command {

  /**
   * Goods of one product.
   *
   * @param sku code of the product
   * @param quantity above zero, in {@code unit}
   * @param unit unit of the quantity; absent = the base unit
   */
  public record Line(String sku, Quantity quantity, Optional<String> unit) {
    /** Checks the line; see the record. */
    public Line {
      Checks checks = new Checks();
      sku = checks.code("sku", sku);
      checks.positive("quantity", quantity);
      unit = checks.code("unit", unit);
      checks.done();
    }
  }

  /** Checks the command; use the builder. */
  public IssueGoods {
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

  /** Starts an issue from a warehouse. */
  public static Builder from(String warehouse) {
    return new Builder(warehouse);
  }

  /** Collects an issue. Not thread-safe. */
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

    /** Takes goods in the base unit, for example {@code line("TEA-01", "2")}. */
    public Builder line(String sku, String quantity) {
      return line(sku, quantity, Optional.empty());
    }

    /** Takes goods in another unit of the product. */
    public Builder line(String sku, String quantity, String unit) {
      return line(sku, quantity, Optional.of(unit));
    }

    /** Takes goods that are at hand as values. */
    public Builder line(Line line) {
      lines.add(line);
      added++;
      return this;
    }

    private Builder line(String sku, String quantity, Optional<String> unit) {
      String path = "lines[" + added++ + "]";
      checks
          .field(path + ".quantity", () -> Quantity.of(quantity))
          .flatMap(read -> checks.at(path, () -> new Line(sku, read, unit)))
          .ifPresent(lines::add);
      return this;
    }

    /**
     * Returns the command.
     *
     * @throws io.jxc.api.error.InvalidCommandException with every violation
     */
    public IssueGoods build() {
      return checks.make(
          () -> new IssueGoods(requestId, externalId, warehouse, effectiveOn, reason, note, lines));
    }
  }
}
