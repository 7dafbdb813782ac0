package io.jxc.core.internal.sales;

import io.jxc.api.Money;
import io.jxc.api.access.Permissions;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.sales.SaleLine;
import io.jxc.api.sales.SalesStatus;
import io.jxc.api.sales.ShipOrder;
import io.jxc.api.sales.ShipmentResult;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.Decision;
import io.jxc.core.internal.command.View;
import io.jxc.core.internal.sales.SalesOrderDocument.Shipped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides shipments: stock leaves, cost and margin of each line are fixed. */
final class Shipping {
  private static final int MAX_SHIPMENTS = 1_000;

  private Shipping() {}

  static Decision<ShipmentResult> ship(View view, ShipOrder command, Context context) {
    SalesOrderDocument head =
        OrderSteps.find(view, context, command.orderId(), Permissions.SALES_SHIP);
    Order order = new Order(head, view.lines(SalesTypes.ORDER, head.id()));
    List<Part> parts =
        command.lines().isEmpty()
            ? Part.unshipped(order.lines())
            : Part.named(order.lines(), command.lines());
    OrderSteps.require(head, "ship", SalesStatus.CONFIRMED, SalesStatus.PARTLY_SHIPPED);
    parts.forEach(part -> requireOpen(head, part));
    requireFewShipments(head);
    OrderSteps.requireVersion(view, head, command.expectedVersion());
    Changes changes = Changes.on(view);
    LocalDate on = command.shippedOn().orElseGet(context::today);
    Order shipped = shipped(changes, context, order, new Dispatch(parts, on));
    Order next = shipped.head(shipped.head().step(command.externalId()));
    OrderRules.put(changes, next);
    OrderSteps.tell(changes, context, next.head());
    return changes.result(result(head, next.head()));
  }

  private static ShipmentResult result(SalesOrderDocument before, SalesOrderDocument after) {
    BigDecimal total =
        after
            .shipped()
            .net()
            .add(after.shipped().tax())
            .subtract(before.shipped().net())
            .subtract(before.shipped().tax());
    return new ShipmentResult(
        after.id(),
        after.number(),
        after.shipped().shipments(),
        after.status(),
        new Money(total, after.totals().currency()),
        0);
  }

  private static void requireOpen(SalesOrderDocument head, Part part) {
    if (part.quantity().compareTo(part.line().unshipped()) > 0) {
      throw RuleViolationException.of(
          ErrorCode.SHIPMENT_EXCEEDS_ORDER,
          "key",
          head.number(),
          "line",
          Integer.toString(part.line().lineNo()),
          "requested",
          part.quantity().toString(),
          "open",
          part.line().unshipped().toString());
    }
  }

  private static void requireFewShipments(SalesOrderDocument head) {
    if (head.shipped().shipments() >= MAX_SHIPMENTS) {
      throw RuleViolationException.of(
          ErrorCode.LIMIT_EXCEEDED,
          "what",
          "shipments of order " + head.number(),
          "found",
          Integer.toString(head.shipped().shipments() + 1),
          "limit",
          Integer.toString(MAX_SHIPMENTS));
    }
  }

  /** What leaves and when. */
  record Dispatch(List<Part> parts, LocalDate on) {}

  /** Ships parts of an order; the order is not put yet. */
  static Order shipped(Changes changes, Context context, Order order, Dispatch dispatch) {
    List<BigDecimal> costs = SalesStock.issue(changes, context, order.head(), dispatch);
    Map<Integer, OrderLineDocument> moved = new HashMap<>();
    BigDecimal net = BigDecimal.ZERO;
    BigDecimal tax = BigDecimal.ZERO;
    BigDecimal cost = BigDecimal.ZERO;
    int minorDigits = Money.minorDigits(order.head().totals().currency());
    for (int i = 0; i < costs.size(); i++) {
      Part part = dispatch.parts().get(i);
      OrderLineDocument line = part.line();
      Amounts amounts = line.shippedAmounts(part.quantity(), minorDigits);
      changes.append(
          SalesTypes.SALE_LINE,
          sale(context, order.head(), new Sold(part, amounts, costs.get(i), dispatch.on())));
      moved.put(line.lineNo(), line.shipped(part.quantity(), costs.get(i)));
      net = net.add(amounts.net());
      tax = tax.add(amounts.tax());
      cost = cost.add(costs.get(i));
    }
    List<OrderLineDocument> lines = new ArrayList<>(order.lines().size());
    order.lines().forEach(line -> lines.add(moved.getOrDefault(line.lineNo(), line)));
    boolean all = lines.stream().allMatch(line -> line.unshipped().signum() == 0);
    Shipped shipped = order.head().shipped().plus(net, tax, cost);
    SalesStatus status = all ? SalesStatus.COMPLETED : SalesStatus.PARTLY_SHIPPED;
    return new Order(order.head().shipped(status, shipped), lines);
  }

  private record Sold(Part part, Amounts amounts, BigDecimal cost, LocalDate on) {}

  private static SaleEntry sale(Context context, SalesOrderDocument head, Sold sold) {
    OrderLineDocument line = sold.part().line();
    return new SaleEntry(
        SaleLine.Kind.SALE,
        head.id(),
        java.util.Optional.of(head.id()),
        line.lineNo(),
        head.customer(),
        line.item().sku(),
        line.item().kind(),
        line.warehouse(),
        sold.part().quantity().value(),
        line.item().unitPrice().value(),
        sold.amounts().gross(),
        sold.amounts().net(),
        sold.amounts().tax(),
        sold.cost(),
        sold.on(),
        head.creator(),
        context.user(),
        context.now());
  }
}
