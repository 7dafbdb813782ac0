package io.jxc.api.purchase;

import io.jxc.api.Internal;
import java.util.List;

/**
 * A purchase order with its lines.
 *
 * @param head everything but the lines
 * @param lines its lines by number
 */
public record PurchaseOrder(PurchaseOrderSummary head, List<PurchaseOrderLine> lines) {
  /** Copies the lines. */
  @Internal
  public PurchaseOrder {
    lines = List.copyOf(lines);
  }

  /** Returns its id. */
  public String id() {
    return head.id();
  }

  /** Returns where it stands. */
  public PurchaseStatus status() {
    return head.status();
  }

  /** Returns its version, for updates. */
  public long version() {
    return head.version();
  }
}
