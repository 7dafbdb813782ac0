package io.jxc.api.event;

/** What happened to approval requests. */
public sealed interface ApprovalEvent extends JxcEvent {
  /**
   * A document waits for a decision.
   *
   * @param header tenant, actor, sequence and time
   * @param documentType for example {@code sales_order}
   * @param documentId its id
   * @param step the open step, from 1
   * @param role role whose holders may decide
   */
  @EventType("approval.requested")
  record ApprovalRequested(
      EventHeader header, String documentType, String documentId, int step, String role)
      implements ApprovalEvent {}
}
