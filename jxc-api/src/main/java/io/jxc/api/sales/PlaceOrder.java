package io.jxc.api.sales;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import java.util.Optional;

/**
 * Writes a sales order down and submits it, in one step. Where no approval flow applies the order
 * is approved at once and, by the policy of the tenant, confirmed.
 *
 * <pre>{@code
 * PlaceOrder.forCustomer("C-1").line("TEA-01", "3").build();
 * }</pre>
 *
 * @param requestId identity of the request
 * @param externalId permanent identity given by the host; unique among sales orders
 * @param content what the order says
 */
public record PlaceOrder(String requestId, Optional<String> externalId, OrderContent content)
    implements Command {

  /** Checks the command; use the builder. */
  public PlaceOrder {
    Checks checks = new Checks();
    checks.requestId(requestId);
    externalId = checks.code("externalId", externalId);
    checks.done();
  }

  /** Starts an order of a customer. */
  public static Builder forCustomer(String customer) {
    return new Builder(customer);
  }

  /** Collects an order of a customer. Not thread-safe. */
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
    public PlaceOrder build() {
      return make((id, content) -> new PlaceOrder(id, externalId, content));
    }
  }
}
