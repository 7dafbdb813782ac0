package io.jxc.core.internal.approval;

import io.jxc.api.Checks;
import io.jxc.api.access.BuiltInRoles;
import io.jxc.api.approval.ApprovalFlowResult;
import io.jxc.api.approval.ApprovalStep;
import io.jxc.api.approval.DefineApprovalFlow;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.StaleVersionException;
import io.jxc.api.event.ApprovalEvent.ApprovalFlowDefined;
import io.jxc.core.internal.access.AccessTypes;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.Decision;
import io.jxc.core.internal.command.View;
import java.util.List;
import java.util.Set;

/** Defines flows. Immutable. */
final class FlowRules {
  private final ApprovalTargets targets;

  FlowRules(ApprovalTargets targets) {
    this.targets = targets;
  }

  Decision<ApprovalFlowResult> define(View view, DefineApprovalFlow command, Context context) {
    check(view, command, context);
    long version = view.version(ApprovalTypes.FLOW, command.documentType());
    if (command.expectedVersion().isPresent() && command.expectedVersion().get() != version) {
      throw new StaleVersionException(
          "approval_flow", command.documentType(), command.expectedVersion().get(), version);
    }
    Changes changes = Changes.on(view);
    changes.put(
        ApprovalTypes.FLOW,
        new FlowDocument(
            command.documentType(),
            1
                + view.get(ApprovalTypes.FLOW, command.documentType())
                    .map(f -> f.revision())
                    .orElse(0),
            command.steps().stream()
                .map(s -> new FlowDocument.Step(s.role(), s.minimum().map(m -> m.amount())))
                .toList()));
    changes.event(new ApprovalFlowDefined(context.header(), command.documentType()));
    return changes.result(new ApprovalFlowResult(command.documentType(), 0));
  }

  private void check(View view, DefineApprovalFlow command, Context context) {
    Checks checks = new Checks();
    checks.require(
        targets.types().contains(command.documentType()),
        "documentType",
        ErrorCode.VALUE_UNKNOWN,
        "one of " + targets.types(),
        command.documentType());
    List<ApprovalStep> steps = command.steps();
    Set<String> own =
        view.getAll(AccessTypes.ROLE, steps.stream().map(ApprovalStep::role).distinct().toList())
            .keySet();
    for (int i = 0; i < steps.size(); i++) {
      String role = steps.get(i).role();
      String path = "steps[" + i + "]";
      checks.require(
          own.contains(role) || BuiltInRoles.contains(role),
          path + ".role",
          ErrorCode.REFERENCE_UNKNOWN,
          "role",
          role);
      String currency = context.settings().currency();
      steps
          .get(i)
          .minimum()
          .ifPresent(
              minimum ->
                  checks.require(
                      minimum.currency().equals(currency),
                      path + ".minimum",
                      ErrorCode.CURRENCY_MIXED,
                      currency,
                      minimum.currency()));
    }
    checks.done();
  }
}
