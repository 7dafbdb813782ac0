package io.jxc.api.sales;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.RequestIds;
import java.util.Optional;

/**
 * Gives up what is not shipped yet and releases its stock. An order of which nothing was shipped is
 * cancelled; one that was shipped in part is completed with what was shipped (强制结单).
 *
 * <pre>{@code
 * CancelOrder.of(order.id(), "customer changed its mind").build();
 * }</pre>
 *
 * @param requestId identity of the request
 * @param externalId permanent identity given by the host; unique among the steps of sales orders
 * @param orderId id of the order
 * @param expectedVersion version of the order the caller has seen; absent = whatever it is now
 * @param reason why, 1 to 500 characters
 */
public record CancelOrder(
    String requestId,
    Optional<String> externalId,
    String orderId,
    Optional<Long> expectedVersion,
    String reason)
    implements Command {

  /** Checks the command; use the builder. */
  public CancelOrder {
    Checks checks = new Checks();
    checks.requestId(requestId);
    externalId = checks.code("externalId", externalId);
    orderId = checks.code("orderId", orderId);
    SubmitOrder.requireVersion(checks, expectedVersion);
    reason = checks.text("reason", reason, 500);
    checks.done();
  }

  /** Starts the cancellation of an order. */
  public static Builder of(String orderId, String reason) {
    return new Builder(orderId, reason);
  }

  /** Collects the command. Not thread-safe. */
  public static final class Builder {
    private final String orderId;
    private final String reason;
    private String requestId = RequestIds.next();
    private Optional<String> externalId = Optional.empty();
    private Optional<Long> expectedVersion = Optional.empty();

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
    public CancelOrder build() {
      return new CancelOrder(requestId, externalId, orderId, expectedVersion, reason);
    }
  }
}
