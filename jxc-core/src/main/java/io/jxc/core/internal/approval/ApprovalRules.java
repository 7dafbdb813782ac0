package io.jxc.core.internal.approval;

import io.jxc.api.approval.ApprovalStatus;
import io.jxc.api.event.ApprovalEvent.ApprovalEnded;
import io.jxc.api.event.ApprovalEvent.ApprovalRequested;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.View;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.ListingKeys;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Opens and voids approvals; called by the rules of documents. */
public final class ApprovalRules {
  private ApprovalRules() {}

  /** Says that a document of this type will be submitted, so that its flow is fetched early. */
  public static void want(View view, String documentType) {
    view.want(ApprovalTypes.FLOW, List.of(documentType));
  }

  /** Tells whether a step of a flow applies to documents of this type and amount. */
  public static boolean applies(View view, String documentType, BigDecimal amount) {
    return view.get(ApprovalTypes.FLOW, documentType)
        .map(flow -> !flow.rolesFor(amount).isEmpty())
        .orElse(false);
  }

  /**
   * Submits a draft under the flow of its type. A draft has no open approval: whatever makes a
   * document a draft again has ended it, and a unique index holds the line.
   *
   * @return true when an approval was opened; false when no step applies and the caller may go on
   *     as if it had been approved
   */
  public static boolean submit(Changes changes, Context context, ApprovalSubject subject) {
    Optional<FlowDocument> flow = changes.get(ApprovalTypes.FLOW, subject.documentType());
    List<String> roles = flow.map(found -> found.rolesFor(subject.amount())).orElse(List.of());
    if (roles.isEmpty()) {
      return false;
    }
    ApprovalDocument request =
        new ApprovalDocument(
            context.newId(),
            subject.documentType(),
            subject.documentId(),
            subject.label(),
            subject.amount(),
            subject.creator(),
            subject.lastEditor(),
            context.user(),
            context.now(),
            ApprovalStatus.OPEN,
            roles,
            List.of(),
            Optional.empty(),
            subject.contentHash(),
            flow.get().revision());
    changes.insert(ApprovalTypes.REQUEST, request);
    requested(changes, context, request);
    return true;
  }

  /**
   * Voids the open approval of a document, if there is one: its content changes, or it is given up.
   */
  public static void voidOpen(
      Changes changes, Context context, String documentType, String documentId) {
    open(changes, documentType, documentId)
        .ifPresent(
            request -> end(changes, context, request.ended(ApprovalStatus.VOID, Optional.empty())));
  }

  /** Returns the open approval of a document. */
  private static Optional<ApprovalDocument> open(
      View view, String documentType, String documentId) {
    String name = ApprovalDocument.documentName(documentType, documentId);
    return view.index(ApprovalTypes.REQUEST, ApprovalTypes.OPEN_OF_DOCUMENT, List.of(name)).stream()
        .findFirst()
        .flatMap(entry -> view.get(ApprovalTypes.REQUEST, entry.key()));
  }

  /** Returns the open approval of a document, or else the last one that was. */
  static Optional<ApprovalDocument> latest(View view, String documentType, String documentId) {
    Optional<ApprovalDocument> open = open(view, documentType, documentId);
    if (open.isPresent()) {
      return open;
    }
    String prefix =
        ListingKeys.prefix(
            ApprovalTypes.REQUEST.declaration().listing(ApprovalTypes.OF_DOCUMENT),
            List.of(documentType, documentId));
    List<IndexEntry> all =
        view.indexRange(ApprovalTypes.REQUEST, ApprovalTypes.OF_DOCUMENT, prefix, View.MAX_RANGE);
    return all.isEmpty()
        ? Optional.empty()
        : view.get(ApprovalTypes.REQUEST, all.get(all.size() - 1).key());
  }

  /** Tells the holders of the open step's role. */
  static void requested(Changes changes, Context context, ApprovalDocument request) {
    changes.event(
        new ApprovalRequested(
            context.header(),
            request.id(),
            request.documentType(),
            request.documentId(),
            request.openStep().orElseThrow(),
            request.openRole().orElseThrow()));
  }

  /** Puts a request that has ended. */
  static void end(Changes changes, Context context, ApprovalDocument request) {
    changes.put(ApprovalTypes.REQUEST, request);
    changes.event(
        new ApprovalEnded(
            context.header(),
            request.id(),
            request.documentType(),
            request.documentId(),
            request.status().name()));
  }
}
