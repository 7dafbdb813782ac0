package io.jxc.api.event;

/** What happened to purchase orders. */
public sealed interface PurchaseEvent extends JxcEvent {
  /**
   * A purchase order reached another status.
   *
   * @param header tenant, actor, sequence and time
   * @param orderId its id
   * @param number its number; empty before it has one
   * @param supplier the supplier
   * @param status the status reached
   */
  @EventType("purchase.order-changed")
  record PurchaseOrderChanged(
      EventHeader header, String orderId, String number, String supplier, String status)
      implements PurchaseEvent {}
}
