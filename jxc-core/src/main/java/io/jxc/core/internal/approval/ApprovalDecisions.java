package io.jxc.core.internal.approval;

import io.jxc.api.access.Permissions;
import io.jxc.api.approval.ApprovalRef;
import io.jxc.api.approval.ApprovalResult;
import io.jxc.api.approval.ApprovalStatus;
import io.jxc.api.approval.Approve;
import io.jxc.api.approval.Reject;
import io.jxc.api.approval.Withdraw;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.IllegalTransitionException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.error.StaleVersionException;
import io.jxc.api.event.ApprovalEvent.ApprovalDecided;
import io.jxc.core.internal.approval.ApprovalDocument.Decided;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.Decision;
import io.jxc.core.internal.command.View;
import java.util.Optional;

/** Decides open steps. Immutable. */
final class ApprovalDecisions {
  private static final String KIND = "approval";

  private final ApprovalTargets targets;

  ApprovalDecisions(ApprovalTargets targets) {
    this.targets = targets;
  }

  Decision<ApprovalResult> approve(View view, Approve command, Context context) {
    Changes changes = Changes.on(view);
    ApprovalDocument request =
        asked(changes, command.approval(), command.expectedVersion(), "approve", context);
    ApprovalDocument next =
        decide(changes, context, request, new Vote(true, command.comment(), context));
    if (next.status() == ApprovalStatus.OPEN) {
      changes.put(ApprovalTypes.REQUEST, next);
      ApprovalRules.requested(changes, context, next);
    } else {
      ApprovalRules.end(changes, context, next);
      targets.of(next.documentType()).approved(changes, context, next.documentId());
    }
    return changes.result(result(next));
  }

  Decision<ApprovalResult> reject(View view, Reject command, Context context) {
    Changes changes = Changes.on(view);
    ApprovalDocument request =
        asked(changes, command.approval(), command.expectedVersion(), "reject", context);
    ApprovalDocument next =
        decide(changes, context, request, new Vote(false, Optional.of(command.reason()), context));
    ApprovalRules.end(changes, context, next);
    targets.of(next.documentType()).rejected(changes, context, next.documentId(), command.reason());
    return changes.result(result(next));
  }

  Decision<ApprovalResult> withdraw(View view, Withdraw command, Context context) {
    Changes changes = Changes.on(view);
    ApprovalDocument request = find(changes, command.approval());
    // somebody else's submission looks as if it were not there
    if (!request.submitter().equals(context.user())) {
      throw notFound(command.approval());
    }
    requireOpen(request, "withdraw");
    ApprovalDocument next = request.ended(ApprovalStatus.WITHDRAWN, command.reason());
    ApprovalRules.end(changes, context, next);
    targets
        .of(next.documentType())
        .rejected(changes, context, next.documentId(), command.reason().orElse("withdrawn"));
    return changes.result(result(next));
  }

  private record Vote(boolean approved, Optional<String> comment, Context context) {
    Decided decided() {
      return new Decided(context.user(), approved, comment, context.now());
    }
  }

  private static ApprovalDocument decide(
      Changes changes, Context context, ApprovalDocument request, Vote vote) {
    changes.event(
        new ApprovalDecided(
            context.header(),
            request.id(),
            request.documentType(),
            request.documentId(),
            request.openStep().orElseThrow(),
            vote.approved(),
            vote.comment()));
    return request.decided(vote.decided());
  }

  /** Returns an open request whose open step the actor may decide, or refuses. */
  private ApprovalDocument asked(
      View view, ApprovalRef ref, Optional<Long> expectedVersion, String action, Context context) {
    ApprovalDocument request = find(view, ref);
    String permission = targets.of(request.documentType()).approvePermission();
    context.rights().require(permission);
    boolean sees =
        context.rights().sees(permission, request.creator())
            && context.rights().sees(Permissions.APPROVAL_DECIDE, request.creator());
    if (!sees) {
      throw notFound(ref);
    }
    requireOther(request, context);
    requireOpen(request, action);
    boolean holds = context.rights().roles().contains(request.openRole().orElseThrow());
    if (!holds || request.isDecidedBy(context.user())) {
      throw RuleViolationException.of(
          ErrorCode.APPROVAL_NOT_ASKED,
          "actor",
          context.user(),
          "kind",
          request.documentType(),
          "key",
          request.label());
    }
    long version = view.version(ApprovalTypes.REQUEST, request.id());
    if (expectedVersion.isPresent() && expectedVersion.get() != version) {
      throw new StaleVersionException(KIND, request.id(), expectedVersion.get(), version);
    }
    return request;
  }

  /** No role and no deputy gets around this: not the user, and not whom the user stands for. */
  private static void requireOther(ApprovalDocument request, Context context) {
    boolean own =
        request.isOwn(context.user())
            || context.actor().onBehalfOf().map(request::isOwn).orElse(false);
    if (own) {
      throw AccessDeniedException.ownDocument(
          context.user(), request.documentType(), request.label());
    }
  }

  private static void requireOpen(ApprovalDocument request, String action) {
    if (request.status() != ApprovalStatus.OPEN) {
      throw new IllegalTransitionException(
          KIND, request.label(), action, request.status().name(), ApprovalStatus.OPEN.name());
    }
  }

  private ApprovalDocument find(View view, ApprovalRef ref) {
    ref.documentId().ifPresent(id -> targets.want(view, ref.documentType().orElseThrow(), id));
    Optional<ApprovalDocument> found =
        ref.approvalId().isPresent()
            ? view.get(ApprovalTypes.REQUEST, ref.approvalId().get())
            : ApprovalRules.latest(
                view, ref.documentType().orElseThrow(), ref.documentId().orElseThrow());
    return found.orElseThrow(() -> notFound(ref));
  }

  private static NotFoundException notFound(ApprovalRef ref) {
    return NotFoundException.of(KIND, ref.approvalId().or(ref::documentId).orElseThrow());
  }

  private static ApprovalResult result(ApprovalDocument request) {
    return new ApprovalResult(
        request.id(),
        request.documentType(),
        request.documentId(),
        request.status(),
        request.openStep(),
        0);
  }
}
