/**
 * Tenants: provisioning and settings.
 *
 * <ul>
 *   <li>{@link io.jxc.core.internal.tenant.TenantDocument} holds the settings of a tenant.
 *   <li>{@link io.jxc.core.internal.tenant.TenantRules} decides provisioning and changes.
 *   <li>{@link io.jxc.core.internal.tenant.SettingsRules} decides changes of settings.
 * </ul>
 */
@NullMarked
package io.jxc.core.internal.tenant;

import org.jspecify.annotations.NullMarked;
