package io.jxc.core.internal.sim;

import io.jxc.api.purchase.CancelPurchaseOrder;
import io.jxc.api.purchase.ClosePurchaseOrder;
import io.jxc.api.purchase.EnterPurchaseOrder;
import io.jxc.api.purchase.PurchaseOrderContent;
import io.jxc.api.purchase.PurchaseOrderResult;
import io.jxc.api.purchase.ReceivePurchaseOrder;
import io.jxc.api.purchase.SubmitPurchaseOrder;
import io.jxc.api.purchase.UpdatePurchaseOrder;

/** Draws commands on purchase orders. */
final class Buying {
  private final House house;
  private final Draw draw;

  Buying(House house, Draw draw) {
    this.house = house;
    this.draw = draw;
  }

  private String buyer() {
    return draw.chance(0.5) ? House.ROOT : "buyer";
  }

  private void learn(Object result) {
    PurchaseOrderResult order = (PurchaseOrderResult) result;
    house.purchases.add(new House.Made(order.orderId(), order.version()));
  }

  private EnterPurchaseOrder order() {
    EnterPurchaseOrder.Builder order =
        EnterPurchaseOrder.from("S-1").into(House.warehouse(draw)).requestId(house.request());
    House.externalId(draw).ifPresent(order::externalId);
    for (int lines = draw.below(3); lines >= 0; lines--) {
      order.line(House.sku(draw), draw.quantity(40), draw.price());
    }
    return order.build();
  }

  private PurchaseOrderContent content() {
    return PurchaseOrderContent.from("S-1")
        .into(House.warehouse(draw))
        .line(House.sku(draw), draw.quantity(40), draw.price())
        .build();
  }

  Call purchase() {
    House.Made known = House.known(house.purchases, draw);
    return switch (draw.below(10)) {
      case 0, 1, 2 ->
          house.call(Kind.PURCHASE, buyer(), order(), (s, c) -> s.purchase().place(c), this::learn);
      case 3 ->
          house.call(Kind.PURCHASE, buyer(), order(), (s, c) -> s.purchase().draft(c), this::learn);
      case 4 ->
          house.call(
              Kind.PURCHASE,
              buyer(),
              UpdatePurchaseOrder.of(known.id(), known.version(), content())
                  .requestId(house.request()),
              (s, c) -> s.purchase().update(c),
              this::learn);
      case 5 ->
          house.call(
              Kind.PURCHASE,
              buyer(),
              SubmitPurchaseOrder.of(known.id(), known.version()).requestId(house.request()),
              (s, c) -> s.purchase().submit(c),
              this::learn);
      case 6 ->
          house.call(
              Kind.PURCHASE,
              buyer(),
              draw.chance(0.5)
                  ? CancelPurchaseOrder.of(known.id(), known.version()).requestId(house.request())
                  : CancelPurchaseOrder.of(known.id(), 1).requestId(house.request()),
              (s, c) -> s.purchase().cancel(c));
      case 7 ->
          house.call(
              Kind.PURCHASE,
              buyer(),
              ClosePurchaseOrder.of(known.id(), known.version()).requestId(house.request()),
              (s, c) -> s.purchase().close(c));
      default -> receive();
    };
  }

  Call receive() {
    return house.call(
        Kind.PURCHASE,
        draw.chance(0.5) ? House.ROOT : "keeper",
        receipt(House.known(house.purchases, draw).id()),
        (s, c) -> s.purchase().receive(c));
  }

  private ReceivePurchaseOrder receipt(String id) {
    return draw.chance(0.4)
        ? ReceivePurchaseOrder.allOf(id).requestId(house.request()).build()
        : ReceivePurchaseOrder.of(id)
            .requestId(house.request())
            .line(draw.between(1, 2), draw.quantity(20))
            .build();
  }
}
