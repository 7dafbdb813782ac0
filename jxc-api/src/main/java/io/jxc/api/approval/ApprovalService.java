package io.jxc.api.approval;

import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.access.Permissions;
import io.jxc.api.access.Requires;
import java.util.List;

/**
 * Flows, decisions and to-dos. A document asks for approval when it is submitted; its steps are
 * those of the flow of that moment whose minimum its amount reaches, decided in order, each by
 * another holder of the step's role.
 *
 * <p>Whoever created or last edited a document never approves it, the administrator included. When
 * the content of a document changes its approvals are void.
 */
public interface ApprovalService {
  /**
   * Defines the flow of a document type.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code reference.unknown} for an unknown
   *     document type or role, {@code currency.mixed} for a minimum in another currency than the
   *     tenant's
   * @throws io.jxc.api.error.StaleVersionException {@code version.stale}
   */
  @Requires(Permissions.APPROVAL_CONFIGURE)
  ApprovalFlowResult defineFlow(DefineApprovalFlow command);

  /** Returns all flows, by document type. */
  @Requires(Permissions.APPROVAL_VIEW)
  List<ApprovalFlow> flows();

  /**
   * Approves the open step. After the last step the document is approved in the same commit.
   *
   * @throws io.jxc.api.error.NotFoundException {@code not-found}
   * @throws io.jxc.api.error.AccessDeniedException {@code approval.own-document}; {@code
   *     access.denied} for lack of the document type's own approving permission
   * @throws io.jxc.api.error.RuleViolationException {@code approval.not-asked} for who does not
   *     hold the step's role or decided an earlier step; {@code document.illegal-transition} when
   *     the approval is not open, for example because the document was changed
   * @throws io.jxc.api.error.StaleVersionException {@code version.stale}
   */
  @Requires(Permissions.APPROVAL_DECIDE)
  ApprovalResult approve(Approve command);

  /**
   * Rejects the open step; the document is a draft again. Throws what {@link #approve} throws.
   *
   * @throws io.jxc.api.error.AccessDeniedException {@code approval.own-document}; an own document
   *     is withdrawn instead
   */
  @Requires(Permissions.APPROVAL_DECIDE)
  ApprovalResult reject(Reject command);

  /**
   * Takes an own submission back; the document is a draft again.
   *
   * @throws io.jxc.api.error.NotFoundException {@code not-found}, also for somebody else's
   *     submission
   * @throws io.jxc.api.error.RuleViolationException {@code document.illegal-transition} when the
   *     approval is not open
   */
  @Requires(Permissions.APPROVAL_WITHDRAW)
  ApprovalResult withdraw(Withdraw command);

  /**
   * Returns the open approvals that wait for the acting user, the oldest first: those whose open
   * step asks for a role the user holds, but for documents the user may not approve.
   */
  @Requires(Permissions.APPROVAL_VIEW)
  Page<Approval> todo(PageRequest page);

  /** Returns the approvals of a document with all decisions, the latest first. */
  @Requires(Permissions.APPROVAL_VIEW)
  Page<Approval> history(ApprovalHistoryQuery query, PageRequest page);

  /**
   * Returns an approval.
   *
   * @throws io.jxc.api.error.NotFoundException {@code not-found}
   */
  @Requires(Permissions.APPROVAL_VIEW)
  Approval get(String approvalId);
}
