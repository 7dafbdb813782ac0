package io.jxc.api.purchase;

/**
 * Where a purchase order stands.
 *
 * <pre>
 * DRAFT → SUBMITTED → APPROVED → PARTLY_RECEIVED → CLOSED
 * </pre>
 *
 * Submitting without an approval flow that applies leads to {@code APPROVED} at once. A rejection,
 * a withdrawal or a change of content leads back to {@code DRAFT}; before the first receipt an
 * order may be cancelled, after it the rest may be closed.
 */
public enum PurchaseStatus {
  /** Being written; binds nobody. */
  DRAFT,
  /** Waits for approvals. */
  SUBMITTED,
  /** May be sent and received; nothing was received yet. */
  APPROVED,
  /** Some goods came, some are open. */
  PARTLY_RECEIVED,
  /** All goods came, or the rest is not expected any more. */
  CLOSED,
  /** Given up before anything came. */
  CANCELLED
}
