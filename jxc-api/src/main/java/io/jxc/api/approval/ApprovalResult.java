package io.jxc.api.approval;

import io.jxc.api.CommandResult;
import io.jxc.api.Internal;
import java.util.Optional;

/**
 * What became of an approval.
 *
 * @param approvalId its id
 * @param documentType one of {@link ApprovableTypes}
 * @param documentId id of the document
 * @param status where it stands now
 * @param openStep the step that waits now, from 1; absent unless open
 * @param version sequence of the commit
 */
public record ApprovalResult(
    String approvalId,
    String documentType,
    String documentId,
    ApprovalStatus status,
    Optional<Integer> openStep,
    long version)
    implements CommandResult<ApprovalResult> {
  /** Made by the library. */
  @Internal
  public ApprovalResult {}

  @Override
  public ApprovalResult withVersion(long version) {
    return new ApprovalResult(approvalId, documentType, documentId, status, openStep, version);
  }
}
