package io.jxc.api.sales;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.RequestIds;
import java.util.Optional;

/**
 * Confirms an approved order: its stock is claimed, firmly.
 *
 * @param requestId identity of the request
 * @param orderId id of the order
 * @param expectedVersion version of the order the caller has seen; absent = whatever it is now
 */
public record ConfirmOrder(String requestId, String orderId, Optional<Long> expectedVersion)
    implements Command {

  /** Checks the command; use the builder. */
  public ConfirmOrder {
    Checks checks = new Checks();
    checks.requestId(requestId);
    orderId = checks.code("orderId", orderId);
    SubmitOrder.requireVersion(checks, expectedVersion);
    checks.done();
  }

  /** Starts the confirmation of an order. */
  public static Builder of(String orderId) {
    return new Builder(orderId);
  }

  /** Collects the command. Not thread-safe. */
  public static final class Builder {
    private final String orderId;
    private String requestId = RequestIds.next();
    private Optional<Long> expectedVersion = Optional.empty();

    private Builder(String orderId) {
      this.orderId = orderId;
    }

    /** Names the request, to repeat it safely. */
    public Builder requestId(String id) {
      requestId = id;
      return this;
    }

    /** Refuses unless the order is as the caller has seen it. */
    public Builder expectedVersion(long version) {
      expectedVersion = Optional.of(version);
      return this;
    }

    /**
     * Returns the command.
     *
     * @throws io.jxc.api.error.InvalidCommandException with every violation
     */
    public ConfirmOrder build() {
      return new ConfirmOrder(requestId, orderId, expectedVersion);
    }
  }
}
