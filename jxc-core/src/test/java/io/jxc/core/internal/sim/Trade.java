package io.jxc.core.internal.sim;

import io.jxc.api.Money;
import io.jxc.api.access.BuiltInRoles;
import io.jxc.api.approval.ApprovableTypes;
import io.jxc.api.approval.ApprovalRef;
import io.jxc.api.approval.Approve;
import io.jxc.api.approval.DefineApprovalFlow;
import io.jxc.api.approval.Reject;
import io.jxc.api.approval.Withdraw;
import io.jxc.api.sales.CancelOrder;
import io.jxc.api.sales.ConfirmOrder;
import io.jxc.api.sales.Discount;
import io.jxc.api.sales.DraftOrder;
import io.jxc.api.sales.OrderBuilder;
import io.jxc.api.sales.OrderLine;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.sales.QuickSale;
import io.jxc.api.sales.ReturnGoods;
import io.jxc.api.sales.ReturnShipped;
import io.jxc.api.sales.ShipOrder;
import io.jxc.api.sales.SubmitOrder;
import io.jxc.api.sales.UpdateOrder;

/** Draws commands on sales orders, shipments, returns and approvals. */
final class Trade {
  private final House house;
  private final Draw draw;

  Trade(House house, Draw draw) {
    this.house = house;
    this.draw = draw;
  }

  private String seller() {
    return draw.chance(0.5) ? House.ROOT : "seller";
  }

  private void learn(Object result) {
    OrderResult order = (OrderResult) result;
    house.orders.add(new House.Made(order.id(), order.version()));
  }

  private <B extends OrderBuilder<B>> B filled(B order) {
    order.requestId(house.request()).warehouse(House.warehouse(draw));
    for (int lines = draw.below(4); lines >= 0; lines--) {
      OrderLine.Builder line = OrderLine.of(House.sku(draw), draw.quantity(8)).price(draw.price());
      if (draw.chance(0.2)) {
        line.unit("BOX");
      }
      if (draw.chance(0.2)) {
        line.warehouse(House.warehouse(draw));
      }
      order.line(line);
    }
    if (draw.chance(0.2)) {
      order.discount(Discount.percent(Integer.toString(draw.between(1, 30))));
    }
    return order;
  }

  private String customer() {
    return draw.chance(0.03) ? "C-404" : "C-1";
  }

  /** Several orders at once. */
  Call several() {
    return house.several(
        Kind.BULK_PLACE, draw, this::placed, (s, all) -> s.sales().placeAll(all), this::learn);
  }

  private PlaceOrder placed() {
    PlaceOrder.Builder order = filled(PlaceOrder.forCustomer(customer()));
    House.externalId(draw).ifPresent(order::externalId);
    return order.build();
  }

  Call order() {
    House.Made known = House.known(house.orders, draw);
    return switch (draw.below(9)) {
      case 0, 1, 2 ->
          house.call(Kind.SALES, seller(), placed(), (s, c) -> s.sales().place(c), this::learn);
      case 3 ->
          house.call(
              Kind.SALES,
              seller(),
              filled(QuickSale.forCustomer(customer())).build(),
              (s, c) -> s.sales().quickSale(c),
              this::learn);
      case 4 ->
          house.call(
              Kind.SALES,
              seller(),
              filled(DraftOrder.forCustomer(customer())).build(),
              (s, c) -> s.sales().draft(c),
              this::learn);
      case 5 ->
          house.call(
              Kind.SALES,
              seller(),
              filled(UpdateOrder.of(known.id(), known.version(), customer())).build(),
              (s, c) -> s.sales().update(c),
              this::learn);
      case 6 ->
          house.call(
              Kind.SALES,
              seller(),
              SubmitOrder.of(known.id()).requestId(house.request()).build(),
              (s, c) -> s.sales().submit(c));
      case 7 ->
          house.call(
              Kind.SALES,
              seller(),
              ConfirmOrder.of(known.id()).requestId(house.request()).build(),
              (s, c) -> s.sales().confirm(c));
      default -> {
        CancelOrder.Builder cancel =
            CancelOrder.of(known.id(), "changed my mind").requestId(house.request());
        if (draw.chance(0.3)) {
          cancel.expectedVersion(known.version());
        }
        yield house.call(Kind.SALES, seller(), cancel.build(), (s, c) -> s.sales().cancel(c));
      }
    };
  }

  Call ship() {
    String id = House.known(house.orders, draw).id();
    ShipOrder command =
        draw.chance(0.5)
            ? ShipOrder.allOf(id).requestId(house.request()).build()
            : ShipOrder.of(id)
                .requestId(house.request())
                .line(draw.chance(0.8) ? 1 : 2, draw.quantity(3))
                .build();
    return house.call(
        Kind.SHIP, draw.chance(0.5) ? House.ROOT : "keeper", command, (s, c) -> s.sales().ship(c));
  }

  Call giveBack() {
    if (draw.chance(0.6)) {
      return house.call(
          Kind.RETURN,
          House.ROOT,
          ReturnShipped.of(House.known(house.orders, draw).id(), "defect")
              .requestId(house.request())
              .line(draw.between(1, 2), draw.quantity(3))
              .build(),
          (s, c) -> s.sales().returnShipped(c));
    }
    return house.call(
        Kind.RETURN,
        "keeper",
        ReturnGoods.from("C-1", "defect")
            .requestId(house.request())
            .warehouse(House.warehouse(draw))
            .line(House.sku(draw), draw.quantity(2), draw.price())
            .build(),
        (s, c) -> s.sales().returnGoods(c));
  }

  Call approval() {
    return draw.chance(0.12) ? flow() : decision();
  }

  Call decision() {
    boolean sale = draw.chance(0.6);
    ApprovalRef ref =
        ApprovalRef.of(
            sale ? ApprovableTypes.SALES_ORDER : ApprovableTypes.PURCHASE_ORDER,
            House.known(sale ? house.orders : house.purchases, draw).id());
    return switch (draw.below(6)) {
      case 0, 1 ->
          house.call(
              Kind.APPROVAL,
              "fay",
              Reject.of(ref, "too cheap").requestId(house.request()),
              (s, c) -> s.approvals().reject(c));
      case 2 ->
          house.call(
              Kind.APPROVAL,
              draw.chance(0.5) ? House.ROOT : "seller",
              Withdraw.of(ref).requestId(house.request()),
              (s, c) -> s.approvals().withdraw(c));
      default ->
          house.call(
              Kind.APPROVAL,
              "fay",
              Approve.of(ref).requestId(house.request()),
              (s, c) -> s.approvals().approve(c));
    };
  }

  private Call flow() {
    String type = draw.one(ApprovableTypes.SALES_ORDER, ApprovableTypes.PURCHASE_ORDER);
    DefineApprovalFlow.Builder flow = DefineApprovalFlow.of(type).requestId(house.request());
    if (draw.chance(0.7)) {
      flow.step(BuiltInRoles.FINANCE, Money.of(draw.one("10", "100", "500"), "CNY"));
    }
    return house.call(
        Kind.APPROVAL, House.ROOT, flow.build(), (s, c) -> s.approvals().defineFlow(c));
  }
}
