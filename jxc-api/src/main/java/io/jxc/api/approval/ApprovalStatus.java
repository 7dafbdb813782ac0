package io.jxc.api.approval;

/** Where an approval stands. */
public enum ApprovalStatus {
  /** A step waits for its decision. */
  OPEN,
  /** Every step was approved. */
  APPROVED,
  /** An approver said no. */
  REJECTED,
  /** The submitter took it back. */
  WITHDRAWN,
  /** The document was changed or cancelled, so its approvals count no more. */
  VOID
}
