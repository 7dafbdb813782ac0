package io.jxc.examples.demo;

import io.jxc.api.PageRequest;
import io.jxc.api.approval.ApprovableTypes;
import io.jxc.api.approval.Approval;
import io.jxc.api.approval.ApprovalRef;
import io.jxc.api.approval.Approve;
import io.jxc.api.catalog.BarcodeMatch;
import io.jxc.api.inventory.AdjustStock;
import io.jxc.api.purchase.EnterPurchaseOrder;
import io.jxc.api.purchase.PurchaseOrderResult;
import io.jxc.api.purchase.ReceivePurchaseOrder;
import io.jxc.api.sales.Discount;
import io.jxc.api.sales.OrderLine;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.sales.QuickSale;
import io.jxc.api.sales.ReturnShipped;
import io.jxc.api.sales.ShipOrder;
import io.jxc.examples.Expect;

/** What happens in the shop from morning to evening; every step must end as it is told here. */
final class TradingDay {
  private static final String CUPS_AT_NOON = "28";

  private final Staff staff;
  private final Diary diary;

  TradingDay(Staff staff, Diary diary) {
    this.staff = staff;
    this.diary = diary;
  }

  void live() {
    smallPurchase();
    receiveInParts(approve(largePurchase()));
    OrderResult order = sellByTheCase();
    outOfStock();
    shipInPart();
    sellAtTheTill();
    goodsComeBack(order);
    cleanUp();
  }

  private void smallPurchase() {
    EnterPurchaseOrder cups =
        EnterPurchaseOrder.from("S-1")
            .into("MAIN")
            .line("CUP-01", "40", "11.50")
            .line("POT-01", "6", "62.00")
            .build();
    PurchaseOrderResult order =
        diary.done(
            staff.bob(),
            "orders 40 cups and 6 teapots",
            () -> staff.bob().purchase().place(cups),
            result -> result.number() + " " + result.status() + ", no approval below 5000 CNY");
    Expect.same("APPROVED", order.status());
    receive("receives everything", ReceivePurchaseOrder.allOf(order.orderId()), "CLOSED");
  }

  private PurchaseOrderResult largePurchase() {
    EnterPurchaseOrder tea =
        EnterPurchaseOrder.from("S-1")
            .into("MAIN")
            .line("TEA-01", "10", "case", "432.00")
            .line("TEA-02", "60", "27.00")
            .build();
    PurchaseOrderResult order =
        diary.done(
            staff.bob(),
            "orders 10 cases of green tea, 60 oolong",
            () -> staff.bob().purchase().place(tea),
            result -> result.number() + " " + result.status() + ", waits for the manager");
    Expect.same("SUBMITTED", order.status());
    return order;
  }

  private PurchaseOrderResult approve(PurchaseOrderResult order) {
    diary.refused(
        staff.wei(),
        "receives " + order.number() + " too early",
        "document.illegal-transition",
        () -> staff.wei().purchase().receive(ReceivePurchaseOrder.allOf(order.orderId()).build()));
    ApprovalRef asked = ApprovalRef.of(ApprovableTypes.PURCHASE_ORDER, order.orderId());
    diary.refused(
        staff.bob(),
        "approves his own order",
        "approval.own-document",
        () -> staff.bob().approvals().approve(Approve.of(asked)));
    Approval todo =
        diary.done(
            staff.meg(),
            "looks at her to-dos",
            () -> staff.meg().approvals().todo(PageRequest.first(10)).items().get(0),
            item -> item.label() + " over " + item.amount().orElseThrow() + " by bob");
    Expect.same(order.orderId(), todo.documentId());
    diary.done(
        staff.meg(),
        "approves " + order.number(),
        () -> staff.meg().approvals().approve(Approve.of(asked).comment("before the season")),
        result -> result.status().name());
    return order;
  }

  private void receiveInParts(PurchaseOrderResult order) {
    String id = order.orderId();
    receive("receives 4 of 10 cases", ReceivePurchaseOrder.of(id).line(1, "4"), "PARTLY_RECEIVED");
    diary.refused(
        staff.wei(),
        "receives 7 more cases",
        "purchase.over-receipt",
        () -> staff.wei().purchase().receive(ReceivePurchaseOrder.of(id).line(1, "7").build()));
    receive("receives the rest", ReceivePurchaseOrder.allOf(id), "CLOSED");
  }

  private void receive(String what, ReceivePurchaseOrder.Builder goods, String status) {
    diary.done(
        staff.wei(),
        what,
        () -> staff.wei().purchase().receive(goods.build()),
        result -> {
          Expect.same(status, result.status());
          return result.receiptNumber() + ", the order is " + result.status();
        });
  }

  private OrderResult sellByTheCase() {
    PlaceOrder wish =
        PlaceOrder.forCustomer("C-1")
            .discount(Discount.percent("5"))
            .line(OrderLine.of("TEA-01", "2").unit("case"))
            .line("CUP-01", "12")
            .line("WRAP", "1")
            .build();
    OrderResult order =
        diary.done(
            staff.ann(),
            "sells 2 cases of tea, 12 cups, wrapped, 5 % off",
            () -> staff.ann().sales().place(wish),
            result -> result.number() + " " + result.status() + ", " + result.total());
    Expect.same("CONFIRMED", order.status());
    ship("ships it", ShipOrder.allOf(order.id()), "COMPLETED");
    return order;
  }

  private void outOfStock() {
    PlaceOrder tooMuch = PlaceOrder.forCustomer("C-2").line("CUP-01", "40").build();
    diary.refused(
        staff.ann(),
        "sells 40 cups to the hotel",
        "stock.insufficient",
        () -> staff.ann().sales().place(tooMuch));
    Expect.same(CUPS_AT_NOON, staff.ann().inventory().stock("CUP-01").total().available());
  }

  private void shipInPart() {
    PlaceOrder wish =
        PlaceOrder.forCustomer("C-2").line("TEA-02", "20").line("POT-01", "1").build();
    OrderResult order =
        diary.done(
            staff.ann(),
            "sells 20 oolong and a teapot to the hotel",
            () -> staff.ann().sales().place(wish),
            result -> result.number() + " " + result.status() + ", " + result.total());
    ship(
        "ships 12 oolong and the teapot",
        ShipOrder.of(order.id()).line(1, "12").line(2, "1"),
        "PARTLY_SHIPPED");
  }

  private void ship(String what, ShipOrder.Builder goods, String status) {
    diary.done(
        staff.wei(),
        what,
        () -> staff.wei().sales().ship(goods.build()),
        result -> {
          Expect.same(status, result.status());
          return result.number() + " " + result.status();
        });
  }

  private void sellAtTheTill() {
    BarcodeMatch cup = staff.ann().catalog().findByBarcode("6901234560306").orElseThrow();
    QuickSale sale =
        QuickSale.forCustomer("WALK-IN")
            .requestId("till-1/0007")
            .line(cup.product().sku(), "1")
            .build();
    OrderResult first =
        diary.done(
            staff.ann(),
            "scans a cup at the till, request till-1/0007",
            () -> staff.ann().sales().quickSale(sale),
            result -> result.number() + " " + result.status() + ", " + result.total());
    OrderResult again =
        diary.done(
            staff.ann(),
            "hears no answer and asks again",
            () -> staff.ann().sales().quickSale(sale),
            result -> result.number() + ", the stored answer: nothing is sold twice");
    Expect.that(again.equals(first), "the same request has the same answer");
    Expect.same("27", staff.ann().inventory().stock("CUP-01").total().onHand());
  }

  private void goodsComeBack(OrderResult order) {
    ReturnShipped cups = ReturnShipped.of(order.id(), "wrong colour").line(2, "2").build();
    diary.done(
        staff.wei(),
        "takes 2 cups of " + order.number() + " back",
        () -> staff.wei().sales().returnShipped(cups),
        result -> result.number() + ", refund " + result.refund());
  }

  private void cleanUp() {
    AdjustStock broken = AdjustStock.in("MAIN").reason("dropped").line("CUP-01", "-1").build();
    diary.refused(
        staff.ann(),
        "writes off a broken cup",
        "access.denied",
        () -> staff.ann().inventory().adjust(broken));
    diary.done(
        staff.wei(),
        "writes it off",
        () -> staff.wei().inventory().adjust(broken),
        result -> result.number());
    Expect.same("28", staff.wei().inventory().stock("CUP-01").total().onHand());
    Expect.that(
        staff.ann().inventory().stock("CUP-01").value().isEmpty(), "who sells sees no costs");
  }
}
