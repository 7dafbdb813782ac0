package io.jxc.core.internal.sales;

import io.jxc.api.access.Permissions;
import io.jxc.api.approval.ApprovableTypes;
import io.jxc.api.sales.SalesStatus;
import io.jxc.core.internal.approval.ApprovalTarget;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.View;
import jakarta.inject.Inject;

/** What an approval does to a sales order. */
final class SalesApprovals implements ApprovalTarget {
  @Inject
  SalesApprovals() {}

  @Override
  public String documentType() {
    return ApprovableTypes.SALES_ORDER;
  }

  @Override
  public String approvePermission() {
    return Permissions.SALES_APPROVE;
  }

  @Override
  public void want(View view, String documentId) {
    view.wantLines(SalesTypes.ORDER, documentId);
  }

  /** Approves; confirms too where that is the policy and the goods are there. */
  @Override
  public void approved(Changes changes, Context context, String documentId) {
    SalesOrderDocument head = order(changes, documentId);
    SalesOrderDocument approved = head.status(SalesStatus.APPROVED);
    if (context.settings().autoConfirm()) {
      Order order = new Order(approved, changes.lines(SalesTypes.ORDER, documentId));
      // a shortage is no reason to refuse the approval: the order waits for its goods
      if (SalesStock.available(changes, context, order)) {
        Order confirmed = OrderSteps.confirmed(changes, context, order);
        OrderRules.put(changes, confirmed);
        OrderSteps.tell(changes, context, confirmed.head());
        return;
      }
    }
    changes.put(SalesTypes.ORDER, approved);
    OrderSteps.tell(changes, context, approved);
  }

  @Override
  public void rejected(Changes changes, Context context, String documentId, String reason) {
    SalesOrderDocument draft = order(changes, documentId).remark(SalesStatus.DRAFT, reason);
    changes.put(SalesTypes.ORDER, draft);
    OrderSteps.tell(changes, context, draft);
  }

  private static SalesOrderDocument order(Changes changes, String id) {
    // the request names a submitted order; nothing deletes one
    return changes.get(SalesTypes.ORDER, id).orElseThrow();
  }
}
