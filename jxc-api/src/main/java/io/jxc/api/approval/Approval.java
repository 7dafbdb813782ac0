package io.jxc.api.approval;

import io.jxc.api.Internal;
import io.jxc.api.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One submission of a document and what was decided about it. It binds the content that was
 * submitted and the flow of that moment; a later submission is another approval.
 *
 * @param id its id
 * @param documentType one of {@link ApprovableTypes}
 * @param documentId id of the document
 * @param label what people call the document, for example its number
 * @param amount amount of the document, tax included; absent where it would tell a cost price to
 *     somebody without {@code cost.view} who is not asked
 * @param createdBy who created the document
 * @param lastEditedBy who last changed its content
 * @param submittedBy who submitted it
 * @param submittedAt when
 * @param status where it stands
 * @param roles roles of the steps that apply, in order
 * @param openStep the step that waits, from 1; absent unless open
 * @param decisions what was decided, in order
 * @param closingReason why it was rejected, withdrawn or void
 * @param contentHash SHA-256 of the content that was submitted, in hexadecimal digits
 * @param flowRevision revision of the flow it follows
 * @param version its version, to decide about what was seen
 */
public record Approval(
    String id,
    String documentType,
    String documentId,
    String label,
    Optional<Money> amount,
    String createdBy,
    String lastEditedBy,
    String submittedBy,
    Instant submittedAt,
    ApprovalStatus status,
    List<String> roles,
    Optional<Integer> openStep,
    List<ApprovalDecision> decisions,
    Optional<String> closingReason,
    String contentHash,
    int flowRevision,
    long version) {
  /** Copies the lists. */
  @Internal
  public Approval {
    roles = List.copyOf(roles);
    decisions = List.copyOf(decisions);
  }

  /** Returns the role whose holders may decide now. */
  public Optional<String> openRole() {
    return openStep.map(step -> roles.get(step - 1));
  }
}
