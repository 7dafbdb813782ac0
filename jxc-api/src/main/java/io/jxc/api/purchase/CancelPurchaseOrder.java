package io.jxc.api.purchase;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.Internal;
import io.jxc.api.RequestIds;
import java.util.Optional;

/**
 * Gives up a purchase order of which nothing was received.
 *
 * @param requestId identity of the request
 * @param orderId id of the order
 * @param expectedVersion version the decision is based on
 * @param reason why, at most 500 characters
 */
public record CancelPurchaseOrder(
    String requestId, String orderId, long expectedVersion, Optional<String> reason)
    implements Command {

  /** Checks the command; use {@link #of}. */
  @Internal
  public CancelPurchaseOrder {
    Checks checks = new Checks();
    checks.requestId(requestId);
    orderId = checks.code("orderId", orderId);
    reason = checks.text("reason", reason, 500);
    checks.done();
  }

  /** Returns the command for the order read with this version. */
  public static CancelPurchaseOrder of(String orderId, long expectedVersion) {
    return new CancelPurchaseOrder(RequestIds.next(), orderId, expectedVersion, Optional.empty());
  }

  /** Names the request, to repeat it safely. */
  public CancelPurchaseOrder requestId(String id) {
    return new CancelPurchaseOrder(id, orderId, expectedVersion, reason);
  }

  /** Says why. */
  public CancelPurchaseOrder reason(String text) {
    return new CancelPurchaseOrder(requestId, orderId, expectedVersion, Optional.of(text));
  }
}
