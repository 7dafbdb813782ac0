package io.jxc.api.sales;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import java.util.Optional;

/**
 * Sells over the counter (开单即出库): order, confirmation and shipment of everything in one step.
 * Refused where an approval flow applies to the order.
 *
 * <pre>{@code
 * QuickSale.forCustomer("WALK-IN").line("TEA-01", "3", "9.50").build();
 * }</pre>
 *
 * @param requestId identity of the request
 * @param externalId permanent identity given by the host; unique among sales orders
 * @param content what the order says
 */
public record QuickSale(String requestId, Optional<String> externalId, OrderContent content)
    implements Command {

  /** Checks the command; use the builder. */
  public QuickSale {
    Checks checks = new Checks();
    checks.requestId(requestId);
    externalId = checks.code("externalId", externalId);
    checks.done();
  }

  /** Starts a sale to a customer. */
  public static Builder forCustomer(String customer) {
    return new Builder(customer);
  }

  /** Collects a sale to a customer. Not thread-safe. */
  public static final class Builder extends OrderBuilder<Builder> {
    private Optional<String> externalId = Optional.empty();

    private Builder(String customer) {
      super(customer);
    }

    @Override
    Builder self() {
      return this;
    }

    /** Gives the permanent identity in the host's world. */
    public Builder externalId(String id) {
      externalId = Optional.of(id);
      return this;
    }

    /**
     * Returns the command.
     *
     * @throws io.jxc.api.error.InvalidCommandException with every violation
     */
    public QuickSale build() {
      return make((id, content) -> new QuickSale(id, externalId, content));
    }
  }
}
