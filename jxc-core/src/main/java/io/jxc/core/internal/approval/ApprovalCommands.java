package io.jxc.core.internal.approval;

import io.jxc.api.access.Permissions;
import io.jxc.api.approval.ApprovalFlowResult;
import io.jxc.api.approval.ApprovalRef;
import io.jxc.api.approval.ApprovalResult;
import io.jxc.api.approval.Approve;
import io.jxc.api.approval.DefineApprovalFlow;
import io.jxc.api.approval.Reject;
import io.jxc.api.approval.Withdraw;
import io.jxc.core.internal.audit.ObjectEntry;
import io.jxc.core.internal.command.CommandType;
import java.util.Optional;

/**
 * The commands of approvals by their stable names.
 *
 * @param defineFlow defines a flow
 * @param approve approves a step
 * @param reject rejects a step
 * @param withdraw takes a submission back
 */
record ApprovalCommands(
    CommandType<DefineApprovalFlow, ApprovalFlowResult> defineFlow,
    CommandType<Approve, ApprovalResult> approve,
    CommandType<Reject, ApprovalResult> reject,
    CommandType<Withdraw, ApprovalResult> withdraw) {

  /** Rows guessed for a decision, which may change all lines of its document. */
  private static final int DECISION = 100;

  static ApprovalCommands of(ApprovalTargets targets) {
    FlowRules flows = new FlowRules(targets);
    ApprovalDecisions decisions = new ApprovalDecisions(targets);
    return new ApprovalCommands(
        CommandType.light(
                "approval.define-flow",
                Permissions.APPROVAL_CONFIGURE,
                ApprovalFlowResult.class,
                flows::define)
            .about(ApprovalTypes.FLOW, DefineApprovalFlow::documentType),
        CommandType.weighed(
                "approval.approve",
                Permissions.APPROVAL_DECIDE,
                ApprovalResult.class,
                command -> DECISION,
                decisions::approve)
            .about(command -> named(command.approval())),
        CommandType.weighed(
                "approval.reject",
                Permissions.APPROVAL_DECIDE,
                ApprovalResult.class,
                command -> DECISION,
                decisions::reject)
            .about(command -> named(command.approval())),
        CommandType.weighed(
                "approval.withdraw",
                Permissions.APPROVAL_WITHDRAW,
                ApprovalResult.class,
                command -> DECISION,
                decisions::withdraw)
            .about(command -> named(command.approval())));
  }

  private static Optional<ObjectEntry> named(ApprovalRef approval) {
    return approval
        .approvalId()
        .map(id -> ObjectEntry.named(ApprovalTypes.REQUEST.name(), id))
        .or(
            () ->
                approval
                    .documentType()
                    .flatMap(type -> approval.documentId().map(id -> ObjectEntry.named(type, id))));
  }
}
