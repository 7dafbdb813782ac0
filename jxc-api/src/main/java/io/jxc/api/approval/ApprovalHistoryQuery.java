package io.jxc.api.approval;

import io.jxc.api.Checks;

/**
 * Asks for the approvals of a document.
 *
 * @param documentType one of {@link ApprovableTypes}
 * @param documentId id of the document
 */
public record ApprovalHistoryQuery(String documentType, String documentId) {
  /** Checks type and id. */
  public ApprovalHistoryQuery {
    Checks checks = new Checks();
    documentType = checks.code("documentType", documentType);
    documentId = checks.code("documentId", documentId);
    checks.done();
  }

  /** Asks for the approvals of a document. */
  public static ApprovalHistoryQuery of(String documentType, String documentId) {
    return new ApprovalHistoryQuery(documentType, documentId);
  }
}
