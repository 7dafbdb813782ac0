/**
 * A tenant and its settings.
 *
 * <ul>
 *   <li>{@link io.jxc.api.tenant.NewTenant} provisions a tenant with its first admin.
 *   <li>{@link io.jxc.api.tenant.TenantSettings} holds currency, time zone and policies.
 *   <li>{@link io.jxc.api.tenant.TenantService} reads and changes them.
 * </ul>
 */
@NullMarked
package io.jxc.api.tenant;

import org.jspecify.annotations.NullMarked;
