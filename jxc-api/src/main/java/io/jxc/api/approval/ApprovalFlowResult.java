package io.jxc.api.approval;

import io.jxc.api.CommandResult;

/**
 * What became of a flow.
 *
 * @param documentType whose flow it is
 * @param version sequence of the commit
 */
public record ApprovalFlowResult(String documentType, long version)
    implements CommandResult<ApprovalFlowResult> {
  @Override
  public ApprovalFlowResult withVersion(long version) {
    return new ApprovalFlowResult(documentType, version);
  }
}
