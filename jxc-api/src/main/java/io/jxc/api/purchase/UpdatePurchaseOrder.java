package io.jxc.api.purchase;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.Internal;
import io.jxc.api.RequestIds;

/**
 * Gives a purchase order new content, whole: a line that keeps its {@code lineNo} is changed, a
 * line without one is new, a line that is not mentioned goes. Approvals of the old content are void
 * and the order is a draft again.
 *
 * @param requestId identity of the request
 * @param orderId id of the order
 * @param expectedVersion version the change is based on
 * @param content what the order says from now on
 */
public record UpdatePurchaseOrder(
    String requestId, String orderId, long expectedVersion, PurchaseOrderContent content)
    implements Command {

  /** Checks the command; use {@link #of}. */
  @Internal
  public UpdatePurchaseOrder {
    Checks checks = new Checks();
    checks.requestId(requestId);
    orderId = checks.code("orderId", orderId);
    checks.done();
  }

  /** Returns an update of the order read with this version. */
  public static UpdatePurchaseOrder of(
      String orderId, long expectedVersion, PurchaseOrderContent content) {
    return new UpdatePurchaseOrder(RequestIds.next(), orderId, expectedVersion, content);
  }

  /** Names the request, to repeat it safely. */
  public UpdatePurchaseOrder requestId(String id) {
    return new UpdatePurchaseOrder(id, orderId, expectedVersion, content);
  }
}
