package io.jxc.api.purchase;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.Internal;
import io.jxc.api.Quantity;
import io.jxc.api.RequestIds;
import io.jxc.api.error.ErrorCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Receives goods of a purchase order into stock, at the order's prices net of tax.
 *
 * <pre>{@code
 * ReceivePurchaseOrder.of(orderId).line(1, "4").line(2, "10", "WH-2").build();
 * ReceivePurchaseOrder.allOf(orderId).build();
 * }</pre>
 *
 * @param requestId identity of the request
 * @param externalId permanent identity given by the host; unique among purchase receipts
 * @param orderId id of the order
 * @param everything whether all that is still open came; then there are no lines
 * @param warehouse where the goods went, unless a line says otherwise; absent = as ordered
 * @param effectiveOn business date; absent = today in the tenant's time zone
 * @param note free text of at most 500 characters
 * @param lines 1 to 10,000 lines, none with {@code everything}
 */
public record ReceivePurchaseOrder(
    String requestId,
    Optional<String> externalId,
    String orderId,
    boolean everything,
    Optional<String> warehouse,
    Optional<LocalDate> effectiveOn,
    Optional<String> note,
    List<Line> lines)
    implements Command {

  /**
   * What came of one line. A line may stand more than once, for several warehouses.
   *
   * @param lineNo number of the order's line
   * @param quantity above zero, in the unit of the order's line
   * @param warehouse where it went; absent = the receipt's, or as ordered
   */
  public record Line(int lineNo, Quantity quantity, Optional<String> warehouse) {
    /** Checks the line; see the record. */
    public Line {
      Checks checks = new Checks();
      checks.require(
          lineNo >= 1 && lineNo <= PurchaseOrderContent.MAX_LINES,
          "lineNo",
          ErrorCode.NUMBER_RANGE,
          "1.." + PurchaseOrderContent.MAX_LINES,
          Integer.toString(lineNo));
      checks.positive("quantity", quantity);
      warehouse = checks.code("warehouse", warehouse);
      checks.done();
    }
  }

  /** Checks the command; use the builder. */
  @Internal
  public ReceivePurchaseOrder {
    Checks checks = new Checks();
    checks.requestId(requestId);
    externalId = checks.code("externalId", externalId);
    orderId = checks.code("orderId", orderId);
    warehouse = checks.code("warehouse", warehouse);
    effectiveOn = checks.day("effectiveOn", effectiveOn);
    note = checks.text("note", note, 500);
    lines =
        checks.list(
            "lines", lines, everything ? 0 : 1, everything ? 0 : PurchaseOrderContent.MAX_LINES);
    checks.done();
  }

  /** Starts a receipt of lines of an order. */
  public static Builder of(String orderId) {
    return new Builder(orderId, false);
  }

  /** Starts a receipt of everything that is still open. */
  public static Builder allOf(String orderId) {
    return new Builder(orderId, true);
  }

  /** Collects a receipt. Not thread-safe. */
  public static final class Builder {
    private final String orderId;
    private final boolean everything;
    private final List<Line> lines = new ArrayList<>();
    private final Checks checks = new Checks();
    private String requestId = RequestIds.next();
    private Optional<String> externalId = Optional.empty();
    private Optional<String> warehouse = Optional.empty();
    private Optional<LocalDate> effectiveOn = Optional.empty();
    private Optional<String> note = Optional.empty();
    private int added;

    private Builder(String orderId, boolean everything) {
      this.orderId = orderId;
      this.everything = everything;
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

    /** Names the warehouse the goods went to, where it is not as ordered. */
    public Builder into(String code) {
      warehouse = Optional.of(code);
      return this;
    }

    /** Sets the business date. */
    public Builder effectiveOn(LocalDate day) {
      effectiveOn = Optional.of(day);
      return this;
    }

    /** Adds a note. */
    public Builder note(String text) {
      note = Optional.of(text);
      return this;
    }

    /** Adds what came of a line, in the line's unit. */
    public Builder line(int lineNo, String quantity) {
      return collect(() -> new Line(lineNo, Quantity.of(quantity), Optional.empty()));
    }

    /** Adds what came of a line into a warehouse. */
    public Builder line(int lineNo, String quantity, String into) {
      return collect(() -> new Line(lineNo, Quantity.of(quantity), Optional.of(into)));
    }

    private Builder collect(Supplier<Line> line) {
      checks.at("lines[" + added++ + "]", line).ifPresent(lines::add);
      return this;
    }

    /**
     * Returns the command.
     *
     * @throws io.jxc.api.error.InvalidCommandException with every violation
     */
    public ReceivePurchaseOrder build() {
      if (lines.isEmpty() && added > 0) {
        checks.done(); // no line could be read; to miss them as well would only confuse
      }
      return checks.make(
          () ->
              new ReceivePurchaseOrder(
                  requestId, externalId, orderId, everything, warehouse, effectiveOn, note, lines));
    }
  }
}
