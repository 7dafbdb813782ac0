package io.jxc.api.sales;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.Quantity;
import io.jxc.api.RequestIds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes back what was shipped with an order, at the prices of the order. Goods go back to stock at
 * the cost they left with, or at the present average cost where the policy of the tenant says so;
 * services are refunded only.
 *
 * <pre>{@code
 * ReturnShipped.of(order.id(), "defect").line(1, "1").build();
 * }</pre>
 *
 * @param requestId identity of the request
 * @param externalId permanent identity given by the host; unique among sales returns
 * @param orderId id of the order
 * @param reason why, 1 to 500 characters
 * @param warehouse where the goods go; absent = where they came from
 * @param returnedOn business date; absent = today in the tenant's time zone
 * @param lines 1 to 10,000 lines
 */
public record ReturnShipped(
    String requestId,
    Optional<String> externalId,
    String orderId,
    String reason,
    Optional<String> warehouse,
    Optional<LocalDate> returnedOn,
    List<ShipOrder.Line> lines)
    implements Command {

  /** Checks the command; use the builder. */
  public ReturnShipped {
    Checks checks = new Checks();
    checks.requestId(requestId);
    externalId = checks.code("externalId", externalId);
    orderId = checks.code("orderId", orderId);
    reason = checks.text("reason", reason, 500);
    warehouse = checks.code("warehouse", warehouse);
    checks.date("returnedOn", returnedOn);
    lines = checks.list("lines", lines, 1, OrderLine.MAX_LINES);
    checks.unique("lines", "line number", lines, line -> Integer.toString(line.lineNo()));
    checks.done();
  }

  /** Starts a return against an order. */
  public static Builder of(String orderId, String reason) {
    return new Builder(orderId, reason);
  }

  /** Collects a return. Not thread-safe. */
  public static final class Builder {
    private final String orderId;
    private final String reason;
    private final List<ShipOrder.Line> lines = new ArrayList<>();
    private final Checks checks = new Checks();
    private String requestId = RequestIds.next();
    private Optional<String> externalId = Optional.empty();
    private Optional<String> warehouse = Optional.empty();
    private Optional<LocalDate> returnedOn = Optional.empty();
    private int added;

    private Builder(String orderId, String reason) {
      this.orderId = orderId;
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

    /** Sets the business date. */
    public Builder returnedOn(LocalDate date) {
      returnedOn = Optional.of(date);
      return this;
    }

    /** Takes back a quantity of a line in the line's unit, for example {@code line(1, "2")}. */
    public Builder line(int lineNo, String quantity) {
      return line(() -> new ShipOrder.Line(lineNo, Quantity.of(quantity), Optional.empty()));
    }

    /** Takes back a quantity of a line in the line's unit or the base unit. */
    public Builder line(int lineNo, String quantity, String unit) {
      return line(() -> new ShipOrder.Line(lineNo, Quantity.of(quantity), Optional.of(unit)));
    }

    private Builder line(Supplier<ShipOrder.Line> line) {
      checks.at("lines[" + added++ + "]", line).ifPresent(lines::add);
      return this;
    }

    /**
     * Returns the command.
     *
     * @throws io.jxc.api.error.InvalidCommandException with every violation
     */
    public ReturnShipped build() {
      if (lines.isEmpty() && added > 0) {
        checks.done();
      }
      return checks.make(
          () ->
              new ReturnShipped(
                  requestId, externalId, orderId, reason, warehouse, returnedOn, lines));
    }
  }
}
