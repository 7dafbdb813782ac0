package io.jxc.api.event;

/** What happened to sales orders and returns. */
public sealed interface SalesEvent extends JxcEvent {
  /**
   * A sales order reached another status.
   *
   * @param header tenant, actor, sequence and time
   * @param orderId its id
   * @param number its number; empty before it has one
   * @param customer the customer
   * @param status the status reached
   */
  @EventType("sales.order-changed")
  record SalesOrderChanged(
      EventHeader header, String orderId, String number, String customer, String status)
      implements SalesEvent {}
}
