package io.jxc.api.purchase;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.Internal;
import io.jxc.api.RequestIds;
import java.util.Optional;

/**
 * Ends an approved purchase order: what is still open is not expected any more.
 *
 * @param requestId identity of the request
 * @param orderId id of the order
 * @param expectedVersion version the decision is based on
 * @param reason why, at most 500 characters
 */
public record ClosePurchaseOrder(
    String requestId, String orderId, long expectedVersion, Optional<String> reason)
    implements Command {

  /** Checks the command; use {@link #of}. */
  @Internal
  public ClosePurchaseOrder {
    Checks checks = new Checks();
    checks.requestId(requestId);
    orderId = checks.code("orderId", orderId);
    reason = checks.text("reason", reason, 500);
    checks.done();
  }

  /** Returns the command for the order read with this version. */
  public static ClosePurchaseOrder of(String orderId, long expectedVersion) {
    return new ClosePurchaseOrder(RequestIds.next(), orderId, expectedVersion, Optional.empty());
  }

  /** Names the request, to repeat it safely. */
  public ClosePurchaseOrder requestId(String id) {
    return new ClosePurchaseOrder(id, orderId, expectedVersion, reason);
  }

  /** Says why. */
  public ClosePurchaseOrder reason(String text) {
    return new ClosePurchaseOrder(requestId, orderId, expectedVersion, Optional.of(text));
  }
}
