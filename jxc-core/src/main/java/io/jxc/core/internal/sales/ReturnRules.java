package io.jxc.core.internal.sales;

import io.jxc.api.Checks;
import io.jxc.api.Money;
import io.jxc.api.access.Permissions;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.event.SalesEvent;
import io.jxc.api.sales.ReturnGoods;
import io.jxc.api.sales.ReturnResult;
import io.jxc.api.sales.ReturnShipped;
import io.jxc.api.sales.SaleLine;
import io.jxc.api.sales.SalesStatus;
import io.jxc.api.tenant.ReturnCost;
import io.jxc.core.internal.catalog.ProductDocument;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.Decision;
import io.jxc.core.internal.command.View;
import io.jxc.core.internal.partner.PartnerDocument;
import io.jxc.core.internal.pricing.DocumentTotals;
import io.jxc.core.internal.tenant.NumberSeries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what comes back: refund, stock and cost of each line. */
final class ReturnRules {
  private ReturnRules() {}

  static Decision<ReturnResult> returnShipped(View view, ReturnShipped command, Context context) {
    SalesOrderDocument head =
        OrderSteps.find(view, context, command.orderId(), Permissions.SALES_RETURN);
    List<OrderLineDocument> lines = view.lines(SalesTypes.ORDER, head.id());
    command.warehouse().ifPresent(code -> References.requireWarehouse(view, code));
    List<Part> parts = Part.named(lines, command.lines());
    OrderSteps.require(head, "return", SalesStatus.PARTLY_SHIPPED, SalesStatus.COMPLETED);
    parts.forEach(part -> requireReturnable(head, part));
    List<OrderLineDocument> after = without(lines, parts);
    Changes changes = Changes.on(view);
    changes.put(SalesTypes.ORDER, head, after);
    List<Incoming> incoming =
        parts.stream().map(part -> incoming(context, command, head, part)).toList();
    Totals totals =
        Totals.sum(
            head.totals().currency(),
            incoming.stream().map(Incoming::amounts).toList(),
            roundingBack(head, after));
    LocalDate on = command.returnedOn().orElseGet(context::today);
    SalesReturnDocument document =
        new SalesReturnDocument(
            context.newId(),
            NumberSeries.next(changes, "SR", context.today()),
            command.externalId(),
            Optional.of(head.id()),
            head.customer(),
            head.customerName(),
            command.reason(),
            head.terms().priceMode(),
            on,
            totals,
            head.creator(),
            context.user(),
            context.now());
    return returned(changes, context, document, incoming);
  }

  private static void requireReturnable(SalesOrderDocument head, Part part) {
    if (part.quantity().compareTo(part.line().returnable()) > 0) {
      throw RuleViolationException.of(
          ErrorCode.RETURN_EXCEEDS_SHIPMENT,
          "key",
          head.number(),
          "line",
          Integer.toString(part.line().lineNo()),
          "requested",
          part.quantity().toString(),
          "open",
          part.line().returnable().toString());
    }
  }

  private static List<OrderLineDocument> without(List<OrderLineDocument> lines, List<Part> parts) {
    Map<Integer, OrderLineDocument> moved = new HashMap<>();
    for (Part part : parts) {
      OrderLineDocument line = part.line();
      BigDecimal cost = line.originalCost(part.quantity());
      moved.put(line.lineNo(), line.returned(part.quantity(), cost));
    }
    return lines.stream().map(line -> moved.getOrDefault(line.lineNo(), line)).toList();
  }

  /** Who brings everything back gets back what rounding made of the whole, too. */
  private static BigDecimal roundingBack(
      SalesOrderDocument head, List<OrderLineDocument> afterwards) {
    return afterwards.stream().allMatch(OrderLineDocument::whollyReturned)
        ? head.totals().rounding()
        : BigDecimal.ZERO;
  }

  private static Incoming incoming(
      Context context, ReturnShipped command, SalesOrderDocument head, Part part) {
    OrderLineDocument line = part.line();
    BigDecimal original = line.originalCost(part.quantity());
    boolean atOriginal = context.settings().returnCost() == ReturnCost.ORIGINAL;
    int minorDigits = Money.minorDigits(head.totals().currency());
    return new Incoming(
        Optional.of(line.lineNo()),
        part.item(),
        line.item().stocked() ? command.warehouse().or(line::warehouse) : Optional.empty(),
        line.returnedAmounts(part.quantity(), minorDigits),
        atOriginal ? Optional.of(original) : Optional.empty());
  }

  static Decision<ReturnResult> returnGoods(View view, ReturnGoods command, Context context) {
    References found = References.of(view, command);
    Checks checks = new Checks();
    Optional<PartnerDocument> customer = found.customer(checks, command.customer());
    List<Incoming> priced = new ArrayList<>(command.lines().size());
    for (int i = 0; i < command.lines().size(); i++) {
      unpriced(checks, i, command.lines().get(i), found).ifPresent(priced::add);
    }
    checks.done();
    DocumentTotals totals =
        DocumentTotals.of(
            Items.terms(context, command.priceMode()),
            Optional.empty(),
            priced.stream().map(line -> Items.priced(line.item(), Optional.empty())).toList());
    for (int i = 0; i < priced.size(); i++) {
      priced.set(i, priced.get(i).amounts(Amounts.of(totals.lines().get(i))));
    }
    Changes changes = Changes.on(view);
    LocalDate on = command.returnedOn().orElseGet(context::today);
    SalesReturnDocument document =
        new SalesReturnDocument(
            context.newId(),
            NumberSeries.next(changes, "SR", context.today()),
            command.externalId(),
            Optional.empty(),
            customer.orElseThrow().code(),
            customer.orElseThrow().displayName(),
            command.reason(),
            command.priceMode(),
            on,
            Totals.of(context.settings().currency(), totals),
            context.user(),
            context.user(),
            context.now());
    return returned(changes, context, document, priced);
  }

  private static Optional<Incoming> unpriced(
      Checks checks, int index, ReturnGoods.Line line, References found) {
    String path = "lines[" + index + "]";
    Optional<ProductDocument> product = found.product(checks, path, line.sku());
    if (product.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> warehouse =
        product.get().stocked()
            ? found.warehouse(checks, path, Optional.empty())
            : Optional.empty();
    return Items.returned(checks, path, product.get(), line)
        .map(
            item ->
                new Incoming(Optional.empty(), item, warehouse, Amounts.NONE, Optional.empty()));
  }

  /** Puts the goods into stock, the return on file and its lines into the ledger. */
  private static Decision<ReturnResult> returned(
      Changes changes, Context context, SalesReturnDocument document, List<Incoming> incoming) {
    List<BigDecimal> costs = SalesStock.restock(changes, context, document, incoming);
    List<ReturnLineDocument> lines = new ArrayList<>(incoming.size());
    for (int i = 0; i < incoming.size(); i++) {
      ReturnLineDocument line = incoming.get(i).line(i + 1, costs.get(i));
      lines.add(line);
      changes.append(SalesTypes.SALE_LINE, entry(context, document, line));
    }
    changes.insert(SalesTypes.RETURN, document, lines);
    changes.event(
        new SalesEvent.GoodsReturned(
            context.header(),
            document.id(),
            document.number(),
            document.customer(),
            document.orderId()));
    Totals totals = document.totals();
    return changes.result(
        new ReturnResult(
            document.id(), document.number(), new Money(totals.total(), totals.currency()), 0));
  }

  private static SaleEntry entry(
      Context context, SalesReturnDocument document, ReturnLineDocument line) {
    return new SaleEntry(
        SaleLine.Kind.RETURN,
        document.id(),
        document.orderId(),
        line.lineNo(),
        document.customer(),
        line.item().sku(),
        line.item().kind(),
        line.warehouse(),
        line.item().baseQuantity().value().negate(),
        line.item().unitPrice().value(),
        line.amounts().gross().negate(),
        line.amounts().net().negate(),
        line.amounts().tax().negate(),
        line.cost().negate(),
        document.returnedOn(),
        document.owner(),
        context.user(),
        context.now());
  }
}
