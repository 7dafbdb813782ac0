package io.jxc.core.internal.catalog;

import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.command.FeatureTypes;
import io.jxc.spi.store.Attribute;
import java.util.List;

/** Stored types of the catalog. */
public final class CatalogTypes {
  /** Products, by code. */
  public static final DocType<ProductDocument> PRODUCT =
      DocType.of("product", ProductDocument.class, ProductDocument::sku)
          .attribute(Attribute.code("category"), ProductDocument::category)
          .attribute(Attribute.code("status"), product -> product.status().name())
          .attribute(Attribute.instant("created_at"), ProductDocument::createdAt)
          .unique("barcode", ProductDocument::barcodes)
          .listing("by_sku", List.of(), List.of())
          .listing("by_created", List.of(), List.of("created_at"))
          .listing("by_category", List.of("category"), List.of())
          .listing("by_status", List.of("status"), List.of())
          .build();

  /** Everything the feature stores. */
  public static final FeatureTypes ALL = new FeatureTypes(List.of(PRODUCT), List.of(), List.of());

  private CatalogTypes() {}
}
