package io.jxc.api.event;

import java.util.Optional;

/** What happened to approvals. */
public sealed interface ApprovalEvent extends JxcEvent {
  /**
   * A document waits for a decision: it was submitted, or the step before was approved.
   *
   * @param header tenant, actor, sequence and time
   * @param approvalId id of the approval
   * @param documentType for example {@code sales_order}
   * @param documentId its id
   * @param step the open step, from 1
   * @param role role whose holders may decide
   */
  @EventType("approval.requested")
  record ApprovalRequested(
      EventHeader header,
      String approvalId,
      String documentType,
      String documentId,
      int step,
      String role)
      implements ApprovalEvent {}

  /**
   * A step was decided.
   *
   * @param header tenant, actor, sequence and time
   * @param approvalId id of the approval
   * @param documentType for example {@code sales_order}
   * @param documentId its id
   * @param step the step, from 1
   * @param approved whether it was approved; otherwise it was rejected
   * @param comment the comment, or the reason of a rejection
   */
  @EventType("approval.decided")
  record ApprovalDecided(
      EventHeader header,
      String approvalId,
      String documentType,
      String documentId,
      int step,
      boolean approved,
      Optional<String> comment)
      implements ApprovalEvent {}

  /**
   * An approval ended.
   *
   * @param header tenant, actor, sequence and time
   * @param approvalId id of the approval
   * @param documentType for example {@code sales_order}
   * @param documentId its id
   * @param status {@code APPROVED}, {@code REJECTED}, {@code WITHDRAWN} or {@code VOID}
   */
  @EventType("approval.ended")
  record ApprovalEnded(
      EventHeader header, String approvalId, String documentType, String documentId, String status)
      implements ApprovalEvent {}

  /**
   * The approval flow of a document type was defined.
   *
   * @param header tenant, actor, sequence and time
   * @param documentType for example {@code sales_order}
   */
  @EventType("approval.flow-defined")
  record ApprovalFlowDefined(EventHeader header, String documentType) implements ApprovalEvent {}
}
