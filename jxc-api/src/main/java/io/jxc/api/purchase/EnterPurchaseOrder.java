package io.jxc.api.purchase;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.Internal;
import io.jxc.api.RequestIds;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Enters a purchase order, as a draft or submitted at once.
 *
 * <pre>{@code
 * EnterPurchaseOrder.from("S-1").into("MAIN").line("TEA-01", "10", "6.00").build();
 * }</pre>
 *
 * @param requestId identity of the request
 * @param externalId permanent identity given by the host; unique among purchase orders
 * @param content what the order says
 */
public record EnterPurchaseOrder(
    String requestId, Optional<String> externalId, PurchaseOrderContent content)
    implements Command {

  /** Checks the command; use the builder. */
  @Internal
  public EnterPurchaseOrder {
    Checks checks = new Checks();
    checks.requestId(requestId);
    externalId = checks.code("externalId", externalId);
    checks.done();
  }

  /** Starts an order to a supplier. */
  public static Supplied from(String supplier) {
    return warehouse -> new Builder(supplier, warehouse);
  }

  /** An order that lacks its warehouse. */
  @FunctionalInterface
  public interface Supplied {
    /** Names the warehouse that receives. */
    Builder into(String warehouse);
  }

  /** Collects an order. Not thread-safe. */
  public static final class Builder {
    private final PurchaseOrderContent.Builder content;
    private String requestId = RequestIds.next();
    private Optional<String> externalId = Optional.empty();

    private Builder(String supplier, String warehouse) {
      content = PurchaseOrderContent.from(supplier).into(warehouse);
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
    public Builder orderedOn(LocalDate day) {
      content.orderedOn(day);
      return this;
    }

    /** Sets the day the goods are promised for. */
    public Builder expectedOn(LocalDate day) {
      content.expectedOn(day);
      return this;
    }

    /** Declares that unit prices contain the tax. */
    public Builder pricesIncludeTax() {
      content.pricesIncludeTax();
      return this;
    }

    /** Adds a note. */
    public Builder note(String text) {
      content.note(text);
      return this;
    }

    /** Adds goods in the base unit, for example {@code line("TEA-01", "10", "6.00")}. */
    public Builder line(String sku, String quantity, String unitPrice) {
      content.line(sku, quantity, unitPrice);
      return this;
    }

    /** Adds goods in another unit of the product. */
    public Builder line(String sku, String quantity, String unit, String unitPrice) {
      content.line(sku, quantity, unit, unitPrice);
      return this;
    }

    /** Adds a line. */
    public Builder line(PurchaseOrderContent.Line line) {
      content.line(line);
      return this;
    }

    /**
     * Returns the command.
     *
     * @throws io.jxc.api.error.InvalidCommandException with every violation
     */
    public EnterPurchaseOrder build() {
      Checks checks = new Checks();
      checks.requestId(requestId);
      checks.code("externalId", externalId);
      PurchaseOrderContent read = checks.make(content::build);
      return new EnterPurchaseOrder(requestId, externalId, read);
    }
  }
}
