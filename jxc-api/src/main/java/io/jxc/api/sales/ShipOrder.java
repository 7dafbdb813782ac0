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
 * Ships a confirmed order, all that is open or some of it: stock leaves, cost and margin of what is
 * shipped are fixed.
 *
 * <pre>{@code
 * ShipOrder.allOf(order.id()).build();
 * ShipOrder.of(order.id()).line(1, "2").line(3, "1").build();
 * }</pre>
 *
 * @param requestId identity of the request
 * @param externalId permanent identity given by the host; unique among the steps of sales orders
 * @param orderId id of the order
 * @param expectedVersion version of the order the caller has seen; absent = whatever it is now
 * @param shippedOn business date; absent = today in the tenant's time zone
 * @param lines what is shipped, at most 10,000 lines; empty = everything that is open
 */
public record ShipOrder(
    String requestId,
    Optional<String> externalId,
    String orderId,
    Optional<Long> expectedVersion,
    Optional<LocalDate> shippedOn,
    List<Line> lines)
    implements Command {

  /**
   * What is shipped, or brought back, of one line of the order.
   *
   * @param lineNo number of the line in the order
   * @param quantity above zero, in {@code unit}
   * @param unit the line's unit or the product's base unit; absent = the line's
   */
  public record Line(int lineNo, Quantity quantity, Optional<String> unit) {
    /** Checks the line; see the record. */
    public Line {
      Checks checks = new Checks();
      OrderLine.requireLineNo(checks, lineNo);
      checks.positive("quantity", quantity);
      unit = checks.code("unit", unit);
      checks.done();
    }
  }

  /** Checks the command; use the builder. */
  public ShipOrder {
    Checks checks = new Checks();
    checks.requestId(requestId);
    externalId = checks.code("externalId", externalId);
    orderId = checks.code("orderId", orderId);
    SubmitOrder.requireVersion(checks, expectedVersion);
    checks.date("shippedOn", shippedOn);
    lines = checks.list("lines", lines, 0, OrderLine.MAX_LINES);
    checks.unique("lines", "line number", lines, line -> Integer.toString(line.lineNo()));
    checks.done();
  }

  /** Starts a shipment of everything that is open. */
  public static Builder allOf(String orderId) {
    return new Builder(orderId);
  }

  /** Starts a shipment of the lines that are added. */
  public static Builder of(String orderId) {
    return new Builder(orderId).some();
  }

  /** Collects a shipment. Not thread-safe. */
  public static final class Builder {
    private final String orderId;
    private final List<Line> lines = new ArrayList<>();
    private final Checks checks = new Checks();
    private String requestId = RequestIds.next();
    private Optional<String> externalId = Optional.empty();
    private Optional<Long> expectedVersion = Optional.empty();
    private Optional<LocalDate> shippedOn = Optional.empty();
    private int least;
    private int added;

    private Builder(String orderId) {
      this.orderId = orderId;
    }

    private Builder some() {
      least = 1;
      return this;
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

    /** Refuses unless the order is as the caller has seen it. */
    public Builder expectedVersion(long version) {
      expectedVersion = Optional.of(version);
      return this;
    }

    /** Sets the business date. */
    public Builder shippedOn(LocalDate date) {
      shippedOn = Optional.of(date);
      return this;
    }

    /** Ships a quantity of a line in the line's unit, for example {@code line(1, "2")}. */
    public Builder line(int lineNo, String quantity) {
      return line(() -> new Line(lineNo, Quantity.of(quantity), Optional.empty()));
    }

    /** Ships a quantity of a line in the line's unit or the base unit. */
    public Builder line(int lineNo, String quantity, String unit) {
      return line(() -> new Line(lineNo, Quantity.of(quantity), Optional.of(unit)));
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
    public ShipOrder build() {
      checks.list("lines", lines, added == 0 ? least : 0, OrderLine.MAX_LINES);
      return checks.make(
          () -> new ShipOrder(requestId, externalId, orderId, expectedVersion, shippedOn, lines));
    }
  }
}
