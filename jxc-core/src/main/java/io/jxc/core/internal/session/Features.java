package io.jxc.core.internal.session;

import com.google.inject.Module;
import io.jxc.core.internal.access.AccessTypes;
import io.jxc.core.internal.approval.ApprovalModule;
import io.jxc.core.internal.approval.ApprovalTypes;
import io.jxc.core.internal.audit.AuditTypes;
import io.jxc.core.internal.catalog.CatalogTypes;
import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.command.FeatureTypes;
import io.jxc.core.internal.command.KernelTypes;
import io.jxc.core.internal.feed.SubscriptionTypes;
import io.jxc.core.internal.inventory.InventoryTypes;
import io.jxc.core.internal.partner.PartnerTypes;
import io.jxc.core.internal.purchase.PurchaseModule;
import io.jxc.core.internal.purchase.PurchaseTypes;
import io.jxc.core.internal.sales.SalesModule;
import io.jxc.core.internal.sales.SalesTypes;
import io.jxc.core.internal.tenant.TenantTypes;
import io.jxc.spi.store.DocumentType;
import io.jxc.spi.store.StoreSchema;
import java.util.List;

/** The features, in one list: what they store. */
public final class Features {
  private static final List<FeatureTypes> TYPES =
      List.of(
          KernelTypes.ALL,
          TenantTypes.ALL,
          AccessTypes.ALL,
          AuditTypes.ALL,
          CatalogTypes.ALL,
          PartnerTypes.ALL,
          InventoryTypes.ALL,
          ApprovalTypes.ALL,
          PurchaseTypes.ALL,
          SalesTypes.ALL,
          SubscriptionTypes.ALL);

  private Features() {}

  /** Returns the types whose documents are only written together with an audit entry. */
  public static List<DocumentType> audited() {
    return TYPES.stream()
        .flatMap(feature -> feature.documents().stream())
        .filter(type -> !type.technical())
        .map(DocType::declaration)
        .toList();
  }

  /** Returns the types of documents that carry amounts in the base currency. */
  public static List<DocType<?>> postings() {
    return List.of(
        InventoryTypes.DOCUMENT, PurchaseTypes.ORDER, SalesTypes.ORDER, SalesTypes.RETURN);
  }

  /** Returns the modules of all features, after the kernel's. */
  public static List<Module> modules(KernelModule kernel) {
    return List.of(kernel, new ApprovalModule(), new PurchaseModule(), new SalesModule());
  }

  /** Returns everything that is stored, declared. */
  public static StoreSchema schema() {
    return FeatureTypes.schema(TYPES);
  }
}
