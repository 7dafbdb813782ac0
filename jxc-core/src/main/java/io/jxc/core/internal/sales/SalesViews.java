package io.jxc.core.internal.sales;

import io.jxc.api.Money;
import io.jxc.api.Quantity;
import io.jxc.api.UnitPrice;
import io.jxc.api.access.Permissions;
import io.jxc.api.sales.LineAmounts;
import io.jxc.api.sales.OpenSalesLine;
import io.jxc.api.sales.OrderTotals;
import io.jxc.api.sales.SaleLine;
import io.jxc.api.sales.SalesOrder;
import io.jxc.api.sales.SalesOrderLine;
import io.jxc.api.sales.SalesOrderSummary;
import io.jxc.api.sales.SalesReturn;
import io.jxc.api.sales.SalesReturnSummary;
import io.jxc.core.internal.access.Rights;
import io.jxc.core.internal.codec.Stored;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.LineRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Shows what is stored as one actor may see it: cost and margin only with the right to. */
final class SalesViews {
  private final String currency;
  private final boolean costs;

  SalesViews(String currency, Rights rights) {
    this.currency = currency;
    this.costs = rights.has(Permissions.COST_VIEW);
  }

  SalesOrder order(Stored<SalesOrderDocument> order, List<OrderLineDocument> lines) {
    SalesOrderDocument head = order.value();
    return new SalesOrder(summary(order), lines.stream().map(line -> line(head, line)).toList());
  }

  SalesOrderSummary summary(Stored<SalesOrderDocument> order) {
    SalesOrderDocument head = order.value();
    return new SalesOrderSummary(
        head.id(),
        head.number(),
        head.externalId(),
        head.status(),
        head.customer(),
        head.customerName(),
        terms(head.terms()),
        totals(head.totals()),
        fulfilment(head.shipped()),
        head.remark(),
        head.creator(),
        head.entry().createdAt(),
        order.version());
  }

  private static SalesOrderSummary.Terms terms(SalesOrderDocument.Terms terms) {
    return new SalesOrderSummary.Terms(
        terms.orderedOn(),
        terms.dueOn(),
        terms.priceMode(),
        terms.discount(),
        terms.warehouse(),
        terms.salesperson(),
        terms.contact(),
        terms.note());
  }

  private OrderTotals totals(Totals totals) {
    return new OrderTotals(
        money(totals.gross()),
        money(totals.discount()),
        money(totals.net()),
        money(totals.tax()),
        money(totals.rounding()),
        money(totals.total()));
  }

  private SalesOrderSummary.Fulfilment fulfilment(SalesOrderDocument.Shipped shipped) {
    return new SalesOrderSummary.Fulfilment(
        shipped.shipments(),
        money(shipped.net()),
        money(shipped.net().add(shipped.tax())),
        cost(shipped.cost()),
        cost(shipped.net().subtract(shipped.cost())));
  }

  private SalesOrderLine line(SalesOrderDocument head, OrderLineDocument line) {
    Item item = line.item();
    return new SalesOrderLine(
        line.lineNo(),
        item(item),
        item.quantity(),
        item.baseQuantity(),
        item.unitPrice(),
        item.taxRate(),
        line.discount(),
        line.warehouse(),
        line.dueOn(),
        amounts(line.amounts()),
        progress(head, line));
  }

  private SalesOrderLine.Progress progress(SalesOrderDocument head, OrderLineDocument line) {
    BigDecimal net =
        line.amounts()
            .portion(
                BigDecimal.ZERO,
                line.shipped().value(),
                line.item().baseQuantity().value(),
                Money.minorDigits(currency))
            .net();
    return new SalesOrderLine.Progress(
        line.shipped(),
        line.returned(),
        new Quantity(SalesTypes.openQuantity(head, line)),
        cost(line.shippedCost()),
        cost(net.subtract(line.shippedCost())));
  }

  private static SalesOrderLine.Item item(Item item) {
    return new SalesOrderLine.Item(item.sku(), item.name(), item.unit(), item.kind());
  }

  private LineAmounts amounts(Amounts amounts) {
    return new LineAmounts(
        money(amounts.gross()),
        money(amounts.lineDiscount()),
        money(amounts.documentDiscount()),
        money(amounts.net()),
        money(amounts.tax()),
        money(amounts.total()));
  }

  SalesReturn salesReturn(Stored<SalesReturnDocument> stored, List<ReturnLineDocument> lines) {
    return new SalesReturn(summaryOfReturn(stored), lines.stream().map(this::line).toList());
  }

  SalesReturnSummary summaryOfReturn(Stored<SalesReturnDocument> stored) {
    SalesReturnDocument document = stored.value();
    return new SalesReturnSummary(
        document.id(),
        document.number(),
        document.externalId(),
        document.orderId(),
        document.customer(),
        document.customerName(),
        document.reason(),
        document.priceMode(),
        document.returnedOn(),
        totals(document.totals()),
        document.creator(),
        document.createdAt(),
        stored.version());
  }

  private SalesReturn.Line line(ReturnLineDocument line) {
    Item item = line.item();
    return new SalesReturn.Line(
        line.lineNo(),
        line.orderLine(),
        item(item),
        item.quantity(),
        item.baseQuantity(),
        item.unitPrice(),
        item.taxRate(),
        line.warehouse(),
        amounts(line.amounts()),
        cost(line.cost()));
  }

  OpenSalesLine open(LineRow row) {
    AttributeValues values = row.attributes();
    return new OpenSalesLine(
        row.documentKey(),
        row.lineNo(),
        values.string(SalesTypes.CUSTOMER).orElseThrow(),
        values.string(SalesTypes.SKU).orElseThrow(),
        values.string(SalesTypes.WAREHOUSE),
        new Quantity(values.decimal(SalesTypes.OPEN_QUANTITY).orElseThrow()),
        values.date(SalesTypes.DUE_ON).orElseThrow());
  }

  SaleLine saleLine(JournalRow row) {
    SaleEntry entry = SalesTypes.SALE_LINE.decode(row);
    return new SaleLine(
        row.sequence(),
        entry.kind(),
        new SaleLine.Source(entry.documentId(), (int) entry.lineNo(), entry.orderId()),
        entry.customer(),
        entry.sku(),
        entry.warehouse(),
        new Quantity(entry.quantity()),
        new UnitPrice(entry.unitPrice()),
        money(entry.gross()),
        money(entry.net()),
        money(entry.tax()),
        cost(entry.cost()),
        cost(entry.margin()),
        entry.on(),
        entry.actor(),
        entry.at());
  }

  Money money(BigDecimal amount) {
    return new Money(amount, currency);
  }

  Optional<Money> cost(BigDecimal amount) {
    return costs ? Optional.of(money(amount)) : Optional.empty();
  }
}
