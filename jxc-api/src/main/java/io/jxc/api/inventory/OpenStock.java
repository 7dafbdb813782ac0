package io.jxc.api.inventory;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Enters the stock that is there when work with the library begins: once per product and warehouse,
 * before its first movement. Later differences are adjustments.
 *
 * <pre>{@code
 * OpenStock.of("MAIN").line("TEA-01", "100", "6.00").build();
 * }</pre>
 *
 * @param requestId identity of the request
 * @param externalId permanent identity given by the host; unique among stock documents
 * @param warehouse code of the warehouse
 * @param effectiveOn business date of the years 1900 to 9998; absent = today in the tenant's time
 *     zone
 * @param note free text of at most 500 characters
 * @param lines 1 to 10,000 lines, one per product
 */
public record OpenStock(
    String requestId,
    Optional<String> externalId,
    String warehouse,
    Optional<LocalDate> effectiveOn,
    Optional<String> note,
    List<ReceiveGoods.Line> lines)
    implements Command {

  /** Checks the command; use the builder. */
  public OpenStock {
    Checks checks = new Checks();
    checks.requestId(requestId);
    externalId = checks.code("externalId", externalId);
    warehouse = checks.code("warehouse", warehouse);
    effectiveOn = checks.day("effectiveOn", effectiveOn);
    note = checks.text("note", note, 500);
    lines = checks.list("lines", lines, 1, 10_000);
    checks.unique("lines", "product", lines, ReceiveGoods.Line::sku);
    checks.done();
  }

  /** Starts the opening stock of a warehouse. */
  public static Builder of(String warehouse) {
    return new Builder(warehouse);
  }

  /** Collects opening stock. Not thread-safe. */
  public static final class Builder {
    private final ReceiveGoods.Builder goods;

    private Builder(String warehouse) {
      goods = ReceiveGoods.into(warehouse);
    }

    /** Names the request, to repeat it safely. */
    public Builder requestId(String id) {
      goods.requestId(id);
      return this;
    }

    /** Gives the permanent identity in the host's world. */
    public Builder externalId(String id) {
      goods.externalId(id);
      return this;
    }

    /** Sets the business date. */
    public Builder effectiveOn(LocalDate date) {
      goods.effectiveOn(date);
      return this;
    }

    /** Adds a note. */
    public Builder note(String text) {
      goods.note(text);
      return this;
    }

    /** Adds goods in the base unit, for example {@code line("TEA-01", "100", "6.00")}. */
    public Builder line(String sku, String quantity, String unitCost) {
      goods.line(sku, quantity, unitCost);
      return this;
    }

    /**
     * Returns the command.
     *
     * @throws io.jxc.api.error.InvalidCommandException with every violation
     */
    public OpenStock build() {
      ReceiveGoods read = goods.build();
      return new OpenStock(
          read.requestId(),
          read.externalId(),
          read.warehouse(),
          read.effectiveOn(),
          read.note(),
          read.lines());
    }
  }
}
