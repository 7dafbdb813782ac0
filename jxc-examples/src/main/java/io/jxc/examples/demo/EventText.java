package io.jxc.examples.demo;

import io.jxc.api.event.ApprovalEvent;
import io.jxc.api.event.EventType;
import io.jxc.api.event.InventoryEvent;
import io.jxc.api.event.InventoryEvent.StockLine;
import io.jxc.api.event.JxcEvent;
import io.jxc.api.event.PurchaseEvent;
import io.jxc.api.event.SalesEvent;
import java.util.List;
import java.util.stream.Collectors;

/** Says in words what an event tells. */
final class EventText {
  private EventText() {}

  /** Returns the stable name of the event. */
  static String type(JxcEvent event) {
    return event.getClass().getAnnotation(EventType.class).value();
  }

  /** Returns what it is about. */
  static String about(JxcEvent event) {
    if (event instanceof PurchaseEvent.PurchaseOrderChanged order) {
      return order.number() + " " + order.status();
    } else if (event instanceof SalesEvent.SalesOrderChanged order) {
      return order.number() + " " + order.status();
    } else if (event instanceof SalesEvent.GoodsReturned goods) {
      return goods.number() + " by " + goods.customer();
    } else if (event instanceof ApprovalEvent.ApprovalRequested step) {
      return "step " + step.step() + ": " + step.role();
    } else if (event instanceof ApprovalEvent.ApprovalDecided step) {
      return (step.approved() ? "yes, " : "no, ") + step.comment().orElse("");
    } else if (event instanceof ApprovalEvent.ApprovalEnded end) {
      return end.status();
    } else if (event instanceof InventoryEvent stock) {
      return stock(stock);
    }
    return "";
  }

  private static String stock(InventoryEvent event) {
    if (event instanceof InventoryEvent.GoodsReceived goods) {
      return goods.warehouse() + " <- " + lines(goods.lines());
    } else if (event instanceof InventoryEvent.GoodsIssued goods) {
      return goods.warehouse() + " -> " + lines(goods.lines());
    } else if (event instanceof InventoryEvent.StockAdjusted goods) {
      return goods.warehouse() + " " + lines(goods.lines()) + ": " + goods.reason();
    } else if (event instanceof InventoryEvent.StockClaimed goods) {
      return goods.warehouse() + " keeps " + lines(goods.lines());
    } else if (event instanceof InventoryEvent.ClaimReleased claim) {
      return claim.cause();
    }
    return "";
  }

  private static String lines(List<StockLine> lines) {
    return lines.stream()
        .map(line -> line.quantity() + " " + line.sku())
        .collect(Collectors.joining(", "));
  }
}
