package io.jxc.api.purchase;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.Internal;
import io.jxc.api.RequestIds;

/**
 * Submits a draft: opens an approval, or approves at once where no flow applies.
 *
 * @param requestId identity of the request
 * @param orderId id of the order
 * @param expectedVersion version that is submitted
 */
public record SubmitPurchaseOrder(String requestId, String orderId, long expectedVersion)
    implements Command {

  /** Checks the command; use {@link #of}. */
  @Internal
  public SubmitPurchaseOrder {
    Checks checks = new Checks();
    checks.requestId(requestId);
    orderId = checks.code("orderId", orderId);
    checks.done();
  }

  /** Returns the command for the order read with this version. */
  public static SubmitPurchaseOrder of(String orderId, long expectedVersion) {
    return new SubmitPurchaseOrder(RequestIds.next(), orderId, expectedVersion);
  }

  /** Names the request, to repeat it safely. */
  public SubmitPurchaseOrder requestId(String id) {
    return new SubmitPurchaseOrder(id, orderId, expectedVersion);
  }
}
