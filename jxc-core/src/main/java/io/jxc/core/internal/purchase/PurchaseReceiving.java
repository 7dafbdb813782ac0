package io.jxc.core.internal.purchase;

import io.jxc.api.Checks;
import io.jxc.api.Quantity;
import io.jxc.api.access.Permissions;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.event.InventoryEvent.GoodsReceived;
import io.jxc.api.purchase.PurchaseReceiptResult;
import io.jxc.api.purchase.PurchaseStatus;
import io.jxc.api.purchase.ReceivePurchaseOrder;
import io.jxc.core.internal.catalog.CatalogTypes;
import io.jxc.core.internal.catalog.ProductDocument;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.Decision;
import io.jxc.core.internal.command.View;
import io.jxc.core.internal.inventory.MovementKind;
import io.jxc.core.internal.inventory.Places;
import io.jxc.core.internal.inventory.StockMove;
import io.jxc.core.internal.inventory.StockRules;
import io.jxc.core.internal.pricing.DocumentTotals;
import io.jxc.core.internal.tenant.NumberSeries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Receives purchase orders into stock. Work grows with the lines of the order, not faster. */
final class PurchaseReceiving {
  private static final String SERIES = "PR";

  /**
   * Goods that came of one line into one warehouse.
   *
   * @param line the order's line as it was before this part
   * @param quantity in the line's unit
   * @param warehouse where they went
   */
  private record Part(OrderLine line, Quantity quantity, String warehouse) {
    /**
     * The value of the part: what the line costs is spread over its quantity, so that the parts add
     * up to it to the last digit however they come.
     */
    BigDecimal value() {
      BigDecimal from = line.received().value();
      return DocumentTotals.portion(
          line.net(),
          from,
          from.add(quantity.value()),
          line.quantity().value(),
          DocumentTotals.SCALE);
    }
  }

  private PurchaseReceiving() {}

  static Decision<PurchaseReceiptResult> receive(
      View view, ReceivePurchaseOrder command, Context context) {
    Changes changes = Changes.on(view);
    NumberSeries.want(changes, SERIES, context.today());
    OrderDocument order =
        PurchaseRules.find(changes, command.orderId(), Permissions.PURCHASE_RECEIVE, context);
    PurchaseRules.requireStatus(
        order, "receive", Set.of(PurchaseStatus.APPROVED, PurchaseStatus.PARTLY_RECEIVED));
    TreeMap<Integer, OrderLine> lines = new TreeMap<>();
    changes.lines(PurchaseTypes.ORDER, order.id()).forEach(line -> lines.put(line.lineNo(), line));
    List<Part> parts = parts(command, order, lines);
    ReceiptDocument receipt = receipt(changes, context, command, order, parts);
    changes.insert(PurchaseTypes.RECEIPT, receipt);
    move(changes, context, receipt, parts);
    boolean rest = lines.values().stream().anyMatch(line -> line.open(order).isPositive());
    OrderDocument after =
        order.with(rest ? PurchaseStatus.PARTLY_RECEIVED : PurchaseStatus.CLOSED, Optional.empty());
    PurchaseRules.put(changes, context, after, List.copyOf(lines.values()));
    return changes.result(
        new PurchaseReceiptResult(receipt.id(), receipt.number(), order.id(), after.status(), 0));
  }

  /** Returns what came, and moves the lines on to what is received then. */
  private static List<Part> parts(
      ReceivePurchaseOrder command, OrderDocument order, Map<Integer, OrderLine> lines) {
    List<Part> parts = new ArrayList<>();
    if (command.everything()) {
      for (OrderLine line : List.copyOf(lines.values())) {
        Quantity open = line.open(order);
        if (open.isPositive()) {
          String warehouse = command.warehouse().orElse(line.warehouse());
          parts.add(take(lines, new Part(line, open, warehouse)));
        }
      }
      return parts;
    }
    requireLines(command, lines);
    for (ReceivePurchaseOrder.Line came : command.lines()) {
      OrderLine line = Objects.requireNonNull(lines.get(came.lineNo()));
      if (came.quantity().compareTo(line.open(order)) > 0) {
        throw overReceipt(order, line, came.quantity());
      }
      String warehouse = came.warehouse().or(command::warehouse).orElse(line.warehouse());
      parts.add(take(lines, new Part(line, came.quantity(), warehouse)));
    }
    return parts;
  }

  private static Part take(Map<Integer, OrderLine> lines, Part part) {
    OrderLine line = part.line();
    lines.put(line.lineNo(), line.receivedUpTo(line.received().plus(part.quantity())));
    return part;
  }

  private static void requireLines(ReceivePurchaseOrder command, Map<Integer, OrderLine> lines) {
    Checks checks = new Checks();
    for (int i = 0; i < command.lines().size(); i++) {
      ReceivePurchaseOrder.Line came = command.lines().get(i);
      OrderLine line = lines.get(came.lineNo());
      String path = "lines[" + i + "]";
      if (line == null) {
        String found = Integer.toString(came.lineNo());
        checks.require(false, path + ".lineNo", ErrorCode.REFERENCE_UNKNOWN, "line", found);
      } else {
        checks.at(path, () -> line.ratio().toBase(came.quantity()));
      }
    }
    checks.done();
  }

  private static RuleViolationException overReceipt(
      OrderDocument order, OrderLine line, Quantity requested) {
    return RuleViolationException.of(
        ErrorCode.RECEIPT_EXCEEDS_ORDER,
        "key",
        order.number(),
        "line",
        Integer.toString(line.lineNo()),
        "requested",
        requested.toString(),
        "open",
        line.open(order).toString());
  }

  private static ReceiptDocument receipt(
      Changes changes,
      Context context,
      ReceivePurchaseOrder command,
      OrderDocument order,
      List<Part> parts) {
    return new ReceiptDocument(
        context.newId(),
        NumberSeries.next(changes, SERIES, context.today()),
        command.externalId(),
        order.id(),
        order.supplier(),
        command.effectiveOn().orElse(context.today()),
        command.note(),
        parts.size(),
        context.user(),
        context.now());
  }

  private static void move(
      Changes changes, Context context, ReceiptDocument receipt, List<Part> parts) {
    Map<String, List<Part>> byWarehouse = new LinkedHashMap<>();
    Set<String> skus = new LinkedHashSet<>();
    for (Part part : parts) {
      if (part.line().stocked()) {
        byWarehouse.computeIfAbsent(part.warehouse(), code -> new ArrayList<>()).add(part);
        skus.add(part.line().sku());
      }
    }
    byWarehouse.forEach(
        (code, some) ->
            StockRules.want(
                changes,
                some.stream().map(part -> part.line().sku()).toList(),
                code,
                receipt.effectiveOn()));
    Map<String, ProductDocument> products = changes.getAll(CatalogTypes.PRODUCT, skus);
    for (Map.Entry<String, List<Part>> some : byWarehouse.entrySet()) {
      StockMove move =
          stockMove(
              receipt,
              some.getKey(),
              some.getValue().stream().map(part -> stockLine(part, products)).toList());
      StockRules.receive(changes, context, move);
      changes.event(
          new GoodsReceived(
              context.header(),
              move.documentType(),
              move.documentId(),
              move.warehouse(),
              StockRules.eventLines(move)));
    }
  }

  private static StockMove.Line stockLine(Part part, Map<String, ProductDocument> products) {
    OrderLine line = part.line();
    // an order names products that exist, and products are never deleted
    ProductDocument product = Objects.requireNonNull(products.get(line.sku()));
    return new StockMove.Line(
        line.lineNo(),
        product,
        part.quantity(),
        Optional.of(line.unit()),
        line.ratio().toBase(part.quantity()),
        Optional.of(part.value()));
  }

  private static StockMove stockMove(
      ReceiptDocument receipt, String warehouse, List<StockMove.Line> lines) {
    return new StockMove(
        MovementKind.PURCHASE,
        Places.SUPPLIER,
        warehouse,
        receipt.effectiveOn(),
        PurchaseTypes.RECEIPT.name(),
        receipt.id(),
        Optional.of(receipt.supplier()),
        Optional.empty(),
        lines);
  }
}
