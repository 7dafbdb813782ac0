package io.jxc.api.approval;

import io.jxc.api.Checks;
import io.jxc.api.Internal;
import io.jxc.api.error.ErrorCode;
import java.util.Optional;

/**
 * Names an approval: by its own id, or as the latest one of a document.
 *
 * <p>An id is exact: it stands for the content that was submitted then. The latest approval of a
 * document may be another one than its caller saw; an expected version guards against that.
 *
 * @param approvalId its id; absent = named by its document
 * @param documentType one of {@link ApprovableTypes}; absent with an id
 * @param documentId id of the document; absent with an id
 */
public record ApprovalRef(
    Optional<String> approvalId, Optional<String> documentType, Optional<String> documentId) {
  /** Checks that it names one approval; use the factories. */
  @Internal
  public ApprovalRef {
    Checks checks = new Checks();
    approvalId = checks.code("approvalId", approvalId);
    documentType = checks.code("documentType", documentType);
    documentId = checks.code("documentId", documentId);
    boolean document = documentType.isPresent() && documentId.isPresent();
    boolean part = documentType.isPresent() || documentId.isPresent();
    checks.require(
        approvalId.isPresent() ? !part : document,
        "approvalId",
        ErrorCode.VALUE_MISSING,
        "an approval id or a document",
        "neither or both");
    checks.done();
  }

  /** Names an approval by its id. */
  public static ApprovalRef id(String approvalId) {
    return new ApprovalRef(Optional.of(approvalId), Optional.empty(), Optional.empty());
  }

  /** Names the latest approval of a document. */
  public static ApprovalRef of(String documentType, String documentId) {
    return new ApprovalRef(Optional.empty(), Optional.of(documentType), Optional.of(documentId));
  }
}
