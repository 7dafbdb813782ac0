package io.jxc.core.internal.approval;

import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.command.FeatureTypes;
import io.jxc.spi.store.Attribute;
import java.util.List;

/** Stored types of approvals. */
public final class ApprovalTypes {
  /** Flows, by document type. */
  public static final DocType<FlowDocument> FLOW =
      DocType.of("approval_flow", FlowDocument.class, FlowDocument::documentType).build();

  /** Open requests of a role, the oldest first: the to-do list. */
  static final String TODO = "todo";

  /** Requests of a document, the oldest first. */
  static final String OF_DOCUMENT = "of_document";

  /** The open request of a document: there is one at most. */
  static final String OPEN_OF_DOCUMENT = "open_of_document";

  /** Requests, by id. */
  public static final DocType<ApprovalDocument> REQUEST =
      DocType.of("approval_request", ApprovalDocument.class, ApprovalDocument::id)
          .attribute(Attribute.code("document_type"), ApprovalDocument::documentType)
          .attribute(Attribute.code("document_id"), ApprovalDocument::documentId)
          .attribute(Attribute.code("creator"), ApprovalDocument::creator)
          .attribute(Attribute.code("open_role"), ApprovalDocument::openRole)
          .attribute(Attribute.instant("submitted_at"), ApprovalDocument::submittedAt)
          .unique(OPEN_OF_DOCUMENT, ApprovalDocument::openOf)
          .listing(TODO, List.of("open_role"), List.of("submitted_at"))
          .listing(OF_DOCUMENT, List.of("document_type", "document_id"), List.of("submitted_at"))
          .build();

  /** Everything the feature stores. */
  public static final FeatureTypes ALL =
      new FeatureTypes(List.of(FLOW, REQUEST), List.of(), List.of());

  private ApprovalTypes() {}
}
