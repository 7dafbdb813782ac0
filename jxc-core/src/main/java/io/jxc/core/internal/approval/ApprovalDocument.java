package io.jxc.core.internal.approval;

import io.jxc.api.approval.ApprovalStatus;
import io.jxc.spi.store.Names;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One submission of a document. Bound to the content and the flow of its moment: neither is looked
 * up again.
 *
 * @param id its id
 * @param documentType type of the document
 * @param documentId id of the document
 * @param label what people call the document
 * @param amount amount that chose the steps
 * @param creator who created the document
 * @param lastEditor who last changed its content
 * @param submitter who submitted it
 * @param submittedAt when
 * @param status where it stands
 * @param roles roles of the steps that apply, in order
 * @param decisions what was decided, in order
 * @param closingReason why it ended without approval
 * @param contentHash hash of the content
 * @param flowRevision revision of the flow
 */
public record ApprovalDocument(
    String id,
    String documentType,
    String documentId,
    String label,
    BigDecimal amount,
    String creator,
    String lastEditor,
    String submitter,
    Instant submittedAt,
    ApprovalStatus status,
    List<String> roles,
    List<Decided> decisions,
    Optional<String> closingReason,
    String contentHash,
    int flowRevision) {
  /**
   * A decision about a step.
   *
   * @param actor who decided
   * @param approved whether it was approved; otherwise it was rejected
   * @param comment the comment or reason
   * @param at when
   */
  public record Decided(String actor, boolean approved, Optional<String> comment, Instant at) {}

  /** Copies the lists. */
  public ApprovalDocument {
    roles = List.copyOf(roles);
    decisions = List.copyOf(decisions);
  }

  /** Returns the step that waits, from 1; empty unless open. */
  Optional<Integer> openStep() {
    return status == ApprovalStatus.OPEN ? Optional.of(decisions.size() + 1) : Optional.empty();
  }

  /** Returns the role whose holders may decide now. */
  Optional<String> openRole() {
    return openStep().map(step -> roles.get(step - 1));
  }

  /** Returns the document under which an open request is found. */
  List<String> openOf() {
    return status == ApprovalStatus.OPEN
        ? List.of(documentName(documentType, documentId))
        : List.of();
  }

  /** Returns the name of a document in indexes. */
  static String documentName(String documentType, String documentId) {
    return Names.composite(documentType, documentId);
  }

  /** Tells whether a user entered or last changed the document. */
  boolean isOwn(String user) {
    return user.equals(creator) || user.equals(lastEditor);
  }

  /** Tells whether a user decided an earlier step. */
  boolean isDecidedBy(String user) {
    return decisions.stream().anyMatch(decided -> decided.actor().equals(user));
  }

  /** Returns the request with one more decision and its consequence. */
  ApprovalDocument decided(Decided decision) {
    List<Decided> all = new ArrayList<>(decisions);
    all.add(decision);
    if (!decision.approved()) {
      return with(ApprovalStatus.REJECTED, all, decision.comment());
    }
    boolean last = all.size() == roles.size();
    return with(last ? ApprovalStatus.APPROVED : ApprovalStatus.OPEN, all, closingReason);
  }

  /** Returns the request ended without a decision. */
  ApprovalDocument ended(ApprovalStatus how, Optional<String> reason) {
    return with(how, decisions, reason);
  }

  private ApprovalDocument with(
      ApprovalStatus newStatus, List<Decided> newDecisions, Optional<String> reason) {
    return new ApprovalDocument(
        id,
        documentType,
        documentId,
        label,
        amount,
        creator,
        lastEditor,
        submitter,
        submittedAt,
        newStatus,
        roles,
        newDecisions,
        reason,
        contentHash,
        flowRevision);
  }
}
