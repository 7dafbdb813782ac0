package io.jxc.core.internal.session;

import io.jxc.core.internal.access.AccessTypes;
import io.jxc.core.internal.audit.AuditTypes;
import io.jxc.core.internal.catalog.CatalogTypes;
import io.jxc.core.internal.command.FeatureTypes;
import io.jxc.core.internal.command.KernelTypes;
import io.jxc.core.internal.inventory.InventoryTypes;
import io.jxc.core.internal.partner.PartnerTypes;
import io.jxc.core.internal.tenant.TenantTypes;
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
          InventoryTypes.ALL);

  private Features() {}

  /** Returns everything that is stored, declared. */
  public static StoreSchema schema() {
    return FeatureTypes.schema(TYPES);
  }
}
