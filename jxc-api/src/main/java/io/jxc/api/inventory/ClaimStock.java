package io.jxc.api.inventory;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.Quantity;
import io.jxc.api.RequestIds;
import io.jxc.api.error.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Claims stock for somebody: all lines or none. What is claimed stays on hand but is no longer
 * available to others.
 *
 * <pre>{@code
 * ClaimStock.in("MAIN").owner("cart-17").line("TEA-01", "2").holdFor(Duration.ofMinutes(15)).build();
 * }</pre>
 *
 * @param requestId identity of the request
 * @param warehouse code of the warehouse
 * @param owner who claims, for example the id of a cart: 1 to 64 bytes; not one of a document of
 *     the library, such as {@code sales_order:…}
 * @param kind a hold that ends by itself, or a firm reservation
 * @param holdFor how long a hold lasts, 1 second to 90 days; absent = the tenant's hold time
 * @param priority which claim is served first by a later allocation, 0 to 9; 0 unless told
 * @param lines 1 to 10,000 lines; lines of one product are summed
 */
public record ClaimStock(
    String requestId,
    String warehouse,
    String owner,
    ClaimKind kind,
    Optional<Duration> holdFor,
    int priority,
    List<Line> lines)
    implements Command {
  private static final String DOCUMENTS = "sales_order:";

  /**
   * What is claimed of one product.
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
  public ClaimStock {
    Checks checks = new Checks();
    checks.requestId(requestId);
    warehouse = checks.code("warehouse", warehouse);
    owner = checks.code("owner", owner);
    checks.require(
        !ofDocument(owner), "owner", ErrorCode.VALUE_UNKNOWN, "an owner of the host", owner);
    holdFor.ifPresent(time -> checkHold(checks, time));
    checks.require(
        kind == ClaimKind.HOLD || holdFor.isEmpty(),
        "holdFor",
        ErrorCode.VALUE_UNKNOWN,
        "no time for a firm claim",
        holdFor.map(Duration::toString).orElse(""));
    checks.require(
        priority >= 0 && priority <= 9,
        "priority",
        ErrorCode.NUMBER_RANGE,
        "0..9",
        Integer.toString(priority));
    lines = checks.list("lines", lines, 1, 10_000);
    checks.done();
  }

  /** Tells whether a claim belongs to a document, which alone ends it. */
  public static boolean ofDocument(String owner) {
    return owner.startsWith(DOCUMENTS);
  }

  static void checkHold(Checks checks, Duration time) {
    checks.require(
        time.compareTo(Duration.ofSeconds(1)) >= 0 && time.compareTo(Duration.ofDays(90)) <= 0,
        "holdFor",
        ErrorCode.NUMBER_RANGE,
        "1 second to 90 days",
        time.toString());
  }

  /** Starts a claim in a warehouse: a hold unless told. */
  public static Builder in(String warehouse) {
    return new Builder(warehouse);
  }

  /** Collects a claim. Not thread-safe. */
  public static final class Builder {
    private final String warehouse;
    private final List<Line> lines = new ArrayList<>();
    private final Checks checks = new Checks();
    private String requestId = RequestIds.next();
    private String owner = "";
    private ClaimKind kind = ClaimKind.HOLD;
    private Optional<Duration> holdFor = Optional.empty();
    private int priority;
    private int added;

    private Builder(String warehouse) {
      this.warehouse = warehouse;
    }

    /** Names the request, to repeat it safely. */
    public Builder requestId(String id) {
      requestId = id;
      return this;
    }

    /** Says who claims; required. */
    public Builder owner(String key) {
      owner = key;
      return this;
    }

    /** Reserves firmly, without an end. */
    public Builder firm() {
      kind = ClaimKind.FIRM;
      return this;
    }

    /** Sets how long the hold lasts. */
    public Builder holdFor(Duration time) {
      holdFor = Optional.of(time);
      return this;
    }

    /** Sets the priority, 0 to 9. */
    public Builder priority(int value) {
      priority = value;
      return this;
    }

    /** Claims goods in the base unit, for example {@code line("TEA-01", "2")}. */
    public Builder line(String sku, String quantity) {
      return line(sku, quantity, Optional.empty());
    }

    /** Claims goods in another unit of the product. */
    public Builder line(String sku, String quantity, String unit) {
      return line(sku, quantity, Optional.of(unit));
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
    public ClaimStock build() {
      return checks.make(
          () -> new ClaimStock(requestId, warehouse, owner, kind, holdFor, priority, lines));
    }
  }
}
