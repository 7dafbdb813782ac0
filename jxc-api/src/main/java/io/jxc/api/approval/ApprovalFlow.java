package io.jxc.api.approval;

import java.util.List;

/**
 * The approval flow of a document type.
 *
 * @param documentType one of {@link ApprovableTypes}
 * @param steps in order; the ones whose minimum is reached apply
 * @param revision how often it was defined; approvals remember the one they were opened under
 * @param version its version, for {@link DefineApprovalFlow}
 */
public record ApprovalFlow(
    String documentType, List<ApprovalStep> steps, int revision, long version) {
  /** Copies the steps. */
  public ApprovalFlow {
    steps = List.copyOf(steps);
  }
}
