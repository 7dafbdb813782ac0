package io.jxc.core.internal.approval;

import io.jxc.api.Money;
import io.jxc.api.access.Permissions;
import io.jxc.api.approval.Approval;
import io.jxc.api.approval.ApprovalDecision;
import io.jxc.api.approval.ApprovalFlow;
import io.jxc.api.approval.ApprovalStep;
import io.jxc.core.internal.access.Rights;
import io.jxc.core.internal.approval.ApprovalDocument.Decided;
import io.jxc.core.internal.codec.Stored;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.StoredRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows flows and approvals to an actor.
 *
 * @param targets the document types
 * @param currency the tenant's currency
 * @param rights what the actor may do
 */
record ApprovalViews(ApprovalTargets targets, String currency, Rights rights) {

  ApprovalFlow flow(Stored<FlowDocument> stored) {
    FlowDocument flow = stored.value();
    List<ApprovalStep> steps =
        flow.steps().stream()
            .map(step -> new ApprovalStep(step.role(), step.minimum().map(this::money)))
            .toList();
    return new ApprovalFlow(flow.documentType(), steps, flow.revision(), stored.version());
  }

  Approval approval(StoredRow row) {
    return approval(ApprovalTypes.REQUEST.decode((DocumentRow) row));
  }

  Approval approval(Stored<ApprovalDocument> stored) {
    ApprovalDocument request = stored.value();
    return new Approval(
        request.id(),
        request.documentType(),
        request.documentId(),
        request.label(),
        showsAmount(request) ? Optional.of(money(request.amount())) : Optional.empty(),
        request.creator(),
        request.lastEditor(),
        request.submitter(),
        request.submittedAt(),
        request.status(),
        request.roles(),
        request.openStep(),
        decisions(request),
        request.closingReason(),
        request.contentHash(),
        request.flowRevision(),
        stored.version());
  }

  /** Who is asked to approve an amount sees it, whatever else is hidden. */
  private boolean showsAmount(ApprovalDocument request) {
    boolean asked = request.openRole().map(rights.roles()::contains).orElse(false);
    return asked
        || rights.has(Permissions.COST_VIEW)
        || !targets.of(request.documentType()).amountIsCost();
  }

  private static List<ApprovalDecision> decisions(ApprovalDocument request) {
    List<ApprovalDecision> shown = new ArrayList<>();
    for (int i = 0; i < request.decisions().size(); i++) {
      Decided decided = request.decisions().get(i);
      shown.add(
          new ApprovalDecision(
              i + 1,
              request.roles().get(i),
              decided.actor(),
              decided.approved(),
              decided.comment(),
              decided.at()));
    }
    return shown;
  }

  private Money money(BigDecimal amount) {
    return new Money(amount, currency);
  }
}
