package io.jxc.api.tenant;

/**
 * The settings as they stand.
 *
 * @param settings the settings
 * @param version to be named when they are changed
 */
public record SettingsView(TenantSettings settings, long version) {}
