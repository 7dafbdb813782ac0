package io.jxc.api.tenant;

import io.jxc.api.access.Permissions;
import io.jxc.api.access.Requires;

/** The settings of the tenant. */
public interface TenantService {
  /** Returns the settings as they stand. */
  @Requires(Permissions.TENANT_VIEW)
  SettingsView settings();

  /**
   * Changes the settings; commands that start later go by them.
   *
   * @throws io.jxc.api.error.StaleVersionException when somebody else changed them meanwhile
   * @throws io.jxc.api.error.RuleViolationException {@code tenant.currency-fixed} when the currency
   *     is to change although something was posted
   */
  @Requires(Permissions.TENANT_CONFIGURE)
  SettingsResult update(UpdateSettings command);
}
