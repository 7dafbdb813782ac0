package io.jxc.api.sales;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.RequestIds;
import io.jxc.api.error.ErrorCode;
import java.util.Optional;

/**
 * Submits a draft: for approval where a flow applies, else it is approved at once and, by the
 * policy of the tenant, confirmed.
 *
 * @param requestId identity of the request
 * @param orderId id of the order
 * @param expectedVersion version of the order the caller has seen; absent = whatever it is now
 */
public record SubmitOrder(String requestId, String orderId, Optional<Long> expectedVersion)
    implements Command {

  /** Checks the command; use the builder. */
  public SubmitOrder {
    Checks checks = new Checks();
    checks.requestId(requestId);
    orderId = checks.code("orderId", orderId);
    requireVersion(checks, expectedVersion);
    checks.done();
  }

  static void requireVersion(Checks checks, Optional<Long> version) {
    version.ifPresent(
        given ->
            checks.require(
                given > 0,
                "expectedVersion",
                ErrorCode.NUMBER_RANGE,
                "above 0",
                Long.toString(given)));
  }

  /** Starts the submission of an order. */
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
    public SubmitOrder build() {
      return new SubmitOrder(requestId, orderId, expectedVersion);
    }
  }
}
