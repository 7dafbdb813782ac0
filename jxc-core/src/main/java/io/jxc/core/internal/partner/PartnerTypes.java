package io.jxc.core.internal.partner;

import io.jxc.api.partner.PartnerKind;
import io.jxc.core.internal.audit.ObjectEntry;
import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.command.FeatureTypes;
import io.jxc.spi.store.Attribute;
import java.util.List;
import java.util.Optional;

/** Stored types of partners: one shape, a type for each kind, so that each has its own codes. */
public final class PartnerTypes {
  /** Customers, by code. */
  public static final DocType<PartnerDocument> CUSTOMER = partner("customer");

  /** Suppliers, by code. */
  public static final DocType<PartnerDocument> SUPPLIER = partner("supplier");

  /** Everything the feature stores. */
  public static final FeatureTypes ALL =
      new FeatureTypes(List.of(CUSTOMER, SUPPLIER), List.of(), List.of());

  private PartnerTypes() {}

  /** Returns the type that stores a kind. */
  public static DocType<PartnerDocument> of(PartnerKind kind) {
    return kind == PartnerKind.CUSTOMER ? CUSTOMER : SUPPLIER;
  }

  static Optional<ObjectEntry> named(PartnerKind kind, String code) {
    return Optional.of(ObjectEntry.named(of(kind).name(), code));
  }

  private static DocType<PartnerDocument> partner(String name) {
    return DocType.of(name, PartnerDocument.class, PartnerDocument::code)
        .attribute(Attribute.code("category"), PartnerDocument::category)
        .attribute(Attribute.instant("created_at"), PartnerDocument::createdAt)
        .listing("by_code", List.of(), List.of())
        .listing("by_created", List.of(), List.of("created_at"))
        .listing("by_category", List.of("category"), List.of())
        .build();
  }
}
