package io.jxc.api.event;

/** What happened to customers and suppliers. */
public sealed interface PartnerEvent extends JxcEvent {
  /**
   * A customer or supplier was added.
   *
   * @param header tenant, actor, sequence and time
   * @param kind {@code CUSTOMER} or {@code SUPPLIER}
   * @param code its code
   */
  @EventType("partner.created")
  record PartnerCreated(EventHeader header, String kind, String code) implements PartnerEvent {}

  /**
   * A customer or supplier was changed.
   *
   * @param header tenant, actor, sequence and time
   * @param kind {@code CUSTOMER} or {@code SUPPLIER}
   * @param code its code
   */
  @EventType("partner.updated")
  record PartnerUpdated(EventHeader header, String kind, String code) implements PartnerEvent {}
}
