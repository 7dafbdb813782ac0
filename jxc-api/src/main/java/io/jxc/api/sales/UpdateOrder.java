package io.jxc.api.sales;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.error.ErrorCode;

/**
 * Puts another content in place of what a draft says. A line that gives the number of a line of the
 * draft replaces it; one without a number is new; lines of the draft that are not named go.
 *
 * <pre>{@code
 * UpdateOrder.of(order.id(), order.version(), "C-1")
 *     .line(OrderLine.of("TEA-01", "5").lineNo(1))
 *     .build();
 * }</pre>
 *
 * @param requestId identity of the request
 * @param orderId id of the order
 * @param expectedVersion version of the order the change is based on
 * @param content all that the order shall say
 */
public record UpdateOrder(
    String requestId, String orderId, long expectedVersion, OrderContent content)
    implements Command {

  /** Checks the command; use the builder. */
  public UpdateOrder {
    Checks checks = new Checks();
    checks.requestId(requestId);
    orderId = checks.code("orderId", orderId);
    checks.require(
        expectedVersion > 0,
        "expectedVersion",
        ErrorCode.NUMBER_RANGE,
        "above 0",
        Long.toString(expectedVersion));
    checks.done();
  }

  /** Starts an update of an order for a customer. */
  public static Builder of(String orderId, long expectedVersion, String customer) {
    return new Builder(orderId, expectedVersion, customer);
  }

  /** Collects an update. Not thread-safe. */
  public static final class Builder extends OrderBuilder<Builder> {
    private final String orderId;
    private final long expectedVersion;

    private Builder(String orderId, long expectedVersion, String customer) {
      super(customer);
      this.orderId = orderId;
      this.expectedVersion = expectedVersion;
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Returns the command.
     *
     * @throws io.jxc.api.error.InvalidCommandException with every violation
     */
    public UpdateOrder build() {
      return make((id, content) -> new UpdateOrder(id, orderId, expectedVersion, content));
    }
  }
}
