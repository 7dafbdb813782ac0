package io.jxc.api.event;

import java.util.Optional;

/** What happened to sales orders and returns. */
public sealed interface SalesEvent extends JxcEvent {
  /**
   * A sales order was written, changed or shipped. A command that takes several steps tells where
   * the order stands in the end.
   *
   * @param header tenant, actor, sequence and time
   * @param orderId its id
   * @param number its number; empty before it has one
   * @param customer the customer
   * @param status where it stands now
   */
  @EventType("sales.order-changed")
  record SalesOrderChanged(
      EventHeader header, String orderId, String number, String customer, String status)
      implements SalesEvent {}

  /**
   * Goods or services were brought back.
   *
   * @param header tenant, actor, sequence and time
   * @param returnId its id
   * @param number its number
   * @param customer the customer
   * @param orderId the order it came from, where it is known
   */
  @EventType("sales.goods-returned")
  record GoodsReturned(
      EventHeader header, String returnId, String number, String customer, Optional<String> orderId)
      implements SalesEvent {}
}
