package io.jxc.api.tenant;

import io.jxc.api.CommandResult;
import io.jxc.api.TenantId;

/**
 * A tenant that is ready for use.
 *
 * @param tenant the tenant
 * @param currency its base currency
 * @param zone its time zone
 * @param version sequence of the commit that made it, or of the last change of its settings
 */
public record TenantInfo(TenantId tenant, String currency, String zone, long version)
    implements CommandResult<TenantInfo> {
  @Override
  public TenantInfo withVersion(long version) {
    return new TenantInfo(tenant, currency, zone, version);
  }
}
