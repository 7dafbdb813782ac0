package io.jxc.core.internal.input;

import io.jxc.api.JxcSession;
import io.jxc.api.inventory.AdjustStock;
import io.jxc.api.inventory.ClaimStock;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.OpenStock;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.purchase.EnterPurchaseOrder;
import io.jxc.api.sales.DraftOrder;
import io.jxc.api.sales.OrderLine;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.sales.QuickSale;
import io.jxc.api.sales.ReturnGoods;
import java.util.List;

/** Every command that has lines of products, sent from texts as a host has them. */
enum Documents {
  RECEIVE,
  OPEN,
  ISSUE,
  ADJUST,
  CLAIM,
  DRAFT,
  PLACE,
  QUICK_SALE,
  RETURN,
  PURCHASE;

  /** What a line says; a unit of PCS is the base unit. */
  record Line(String sku, String quantity, String unit, String price) {
    static final Line GOOD = new Line("TEA", "1", "PCS", "1.00");

    Line sku(String code) {
      return new Line(code, quantity, unit, price);
    }

    Line quantity(String text) {
      return new Line(sku, text, unit, price);
    }

    Line unit(String code) {
      return new Line(sku, quantity, code, price);
    }

    Line price(String text) {
      return new Line(sku, quantity, unit, text);
    }

    OrderLine.Builder ofOrder() {
      return OrderLine.of(sku, quantity).unit(unit).price(price);
    }
  }

  /** Builds the command of these lines and sends it. */
  Object send(JxcSession session, List<Line> lines) {
    return switch (this) {
      case RECEIVE -> session.inventory().receive(receive(lines));
      case OPEN -> session.inventory().open(open(lines));
      case ISSUE -> session.inventory().issue(issue(lines));
      case ADJUST -> session.inventory().adjust(adjust(lines));
      case CLAIM -> session.inventory().claim(claim(lines));
      case DRAFT -> {
        DraftOrder.Builder order = DraftOrder.forCustomer("C-1");
        lines.forEach(line -> order.line(line.ofOrder()));
        yield session.sales().draft(order.build());
      }
      case PLACE -> {
        PlaceOrder.Builder order = PlaceOrder.forCustomer("C-1");
        lines.forEach(line -> order.line(line.ofOrder()));
        yield session.sales().place(order.build());
      }
      case QUICK_SALE -> {
        QuickSale.Builder order = QuickSale.forCustomer("C-1");
        lines.forEach(line -> order.line(line.ofOrder()));
        yield session.sales().quickSale(order.build());
      }
      case RETURN -> session.sales().returnGoods(bringBack(lines));
      case PURCHASE -> session.purchase().place(purchase(lines));
    };
  }

  private static ReceiveGoods receive(List<Line> lines) {
    ReceiveGoods.Builder receipt = ReceiveGoods.into("MAIN");
    lines.forEach(line -> receipt.line(line.sku, line.quantity, line.unit, line.price));
    return receipt.build();
  }

  private static OpenStock open(List<Line> lines) {
    OpenStock.Builder stock = OpenStock.of("MAIN");
    lines.forEach(line -> stock.line(line.sku, line.quantity, line.price));
    return stock.build();
  }

  private static IssueGoods issue(List<Line> lines) {
    IssueGoods.Builder issue = IssueGoods.from("MAIN").reason("used");
    lines.forEach(line -> issue.line(line.sku, line.quantity, line.unit));
    return issue.build();
  }

  private static AdjustStock adjust(List<Line> lines) {
    AdjustStock.Builder adjustment = AdjustStock.in("MAIN").reason("counted");
    lines.forEach(line -> adjustment.line(line.sku, line.quantity));
    return adjustment.build();
  }

  private static ClaimStock claim(List<Line> lines) {
    ClaimStock.Builder claim = ClaimStock.in("MAIN").owner("cart");
    lines.forEach(line -> claim.line(line.sku, line.quantity, line.unit));
    return claim.build();
  }

  private static ReturnGoods bringBack(List<Line> lines) {
    ReturnGoods.Builder back = ReturnGoods.from("C-1", "defect");
    for (Line line : lines) {
      if (line.unit.equals("PCS")) {
        back.line(line.sku, line.quantity, line.price);
      } else {
        back.line(ReturnGoods.Line.of(line.sku, line.quantity, line.price).unit(line.unit));
      }
    }
    return back.build();
  }

  private static EnterPurchaseOrder purchase(List<Line> lines) {
    EnterPurchaseOrder.Builder order = EnterPurchaseOrder.from("S-1").into("MAIN");
    lines.forEach(line -> order.line(line.sku, line.quantity, line.unit, line.price));
    return order.build();
  }
}
