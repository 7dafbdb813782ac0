package io.jxc.core.internal.tenant;

import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.command.FeatureTypes;
import java.util.List;

/** Stored types of tenants. */
public final class TenantTypes {
  /** The settings: one document. */
  public static final DocType<TenantDocument> TENANT =
      DocType.of("tenant", TenantDocument.class, tenant -> TenantDocument.KEY)
          // format 1 was written before answers had a retention
          .upcaster(body -> body.put("resultRetention", "PT168H"))
          .build();

  /** Everything the feature stores. */
  public static final FeatureTypes ALL =
      new FeatureTypes(List.of(TENANT, NumberSeries.TYPE), List.of(), List.of());

  private TenantTypes() {}
}
