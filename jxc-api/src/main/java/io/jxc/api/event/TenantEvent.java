package io.jxc.api.event;

/** What happened to a tenant. */
public sealed interface TenantEvent extends JxcEvent {
  /**
   * A tenant was provisioned.
   *
   * @param header tenant, actor, sequence and time
   * @param currency base currency
   * @param zone time zone of business dates
   */
  @EventType("tenant.provisioned")
  record TenantProvisioned(EventHeader header, String currency, String zone)
      implements TenantEvent {}

  /**
   * The settings of a tenant were changed.
   *
   * @param header tenant, actor, sequence and time
   */
  @EventType("tenant.settings-changed")
  record SettingsChanged(EventHeader header) implements TenantEvent {}
}
