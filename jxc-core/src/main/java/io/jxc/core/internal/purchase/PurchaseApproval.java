package io.jxc.core.internal.purchase;

import io.jxc.api.access.Permissions;
import io.jxc.api.approval.ApprovableTypes;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.purchase.PurchaseStatus;
import io.jxc.core.internal.approval.ApprovalTarget;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.View;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Goes on with purchase orders whose approval was decided. */
final class PurchaseApproval implements ApprovalTarget {
  @Inject
  PurchaseApproval() {}

  @Override
  public String documentType() {
    return ApprovableTypes.PURCHASE_ORDER;
  }

  @Override
  public String approvePermission() {
    return Permissions.PURCHASE_APPROVE;
  }

  @Override
  public boolean amountIsCost() {
    return true;
  }

  @Override
  public void want(View view, String documentId) {
    view.wantLines(PurchaseTypes.ORDER, documentId);
  }

  @Override
  public void approved(Changes changes, Context context, String documentId) {
    OrderDocument order = submitted(changes, documentId);
    List<OrderLine> lines = changes.lines(PurchaseTypes.ORDER, documentId);
    // a change of content voids its approval, so this differs only where the store was tampered
    // with
    if (!order.submittedHash().equals(Optional.of(OrderContents.hash(order, lines)))) {
      throw RuleViolationException.of(
          ErrorCode.APPROVAL_CONTENT_CHANGED, "kind", PurchaseRules.KIND, "key", order.number());
    }
    PurchaseRules.put(
        changes, context, order.with(PurchaseStatus.APPROVED, Optional.empty()), lines);
  }

  @Override
  public void rejected(Changes changes, Context context, String documentId, String reason) {
    OrderDocument order = submitted(changes, documentId);
    PurchaseRules.put(
        changes,
        context,
        order.with(PurchaseStatus.DRAFT, Optional.of(reason)),
        changes.lines(PurchaseTypes.ORDER, documentId));
  }

  private static OrderDocument submitted(Changes changes, String documentId) {
    return changes
        .get(PurchaseTypes.ORDER, documentId)
        .filter(order -> order.status() == PurchaseStatus.SUBMITTED)
        .orElseThrow(() -> new IllegalStateException("an open approval has a submitted order"));
  }
}
