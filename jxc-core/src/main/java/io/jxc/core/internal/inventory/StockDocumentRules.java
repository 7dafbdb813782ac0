package io.jxc.core.internal.inventory;

import io.jxc.api.Checks;
import io.jxc.api.Quantity;
import io.jxc.api.UnitPrice;
import io.jxc.api.access.Permissions;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.event.InventoryEvent;
import io.jxc.api.event.InventoryEvent.StockLine;
import io.jxc.api.inventory.AdjustStock;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.OpenStock;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.inventory.StockDocumentResult;
import io.jxc.core.internal.command.Balance;
import io.jxc.core.internal.command.CommandType;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.Decision;
import io.jxc.core.internal.command.View;
import io.jxc.core.internal.inventory.StockEntry.Given;
import io.jxc.core.internal.inventory.StockEntry.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides receipts, issues and adjustments that no order stands behind. */
final class StockDocumentRules {
  static final CommandType<ReceiveGoods, StockDocumentResult> RECEIVE =
      CommandType.weighed(
              "inventory.receive",
              Permissions.STOCK_RECEIVE,
              StockDocumentResult.class,
              command -> weight(command.lines()),
              StockDocumentRules::receive)
          .about(InventoryTypes.WAREHOUSE, ReceiveGoods::warehouse);

  static final CommandType<OpenStock, StockDocumentResult> OPEN =
      CommandType.weighed(
              "inventory.open",
              Permissions.STOCK_ADJUST,
              StockDocumentResult.class,
              command -> weight(command.lines()),
              StockDocumentRules::open)
          .about(InventoryTypes.WAREHOUSE, OpenStock::warehouse);

  static final CommandType<IssueGoods, StockDocumentResult> ISSUE =
      CommandType.weighed(
              "inventory.issue",
              Permissions.STOCK_ISSUE,
              StockDocumentResult.class,
              command -> weight(command.lines()),
              StockDocumentRules::issue)
          .about(InventoryTypes.WAREHOUSE, IssueGoods::warehouse);

  static final CommandType<AdjustStock, StockDocumentResult> ADJUST =
      CommandType.weighed(
              "inventory.adjust",
              Permissions.STOCK_ADJUST,
              StockDocumentResult.class,
              command -> weight(command.lines()),
              StockDocumentRules::adjust)
          .about(InventoryTypes.WAREHOUSE, AdjustStock::warehouse);

  private StockDocumentRules() {}

  /** A line writes a stock row, a cost pool, a month and a movement. */
  private static int weight(List<?> lines) {
    return 8 + 4 * lines.size();
  }

  static Decision<StockDocumentResult> receive(View view, ReceiveGoods command, Context context) {
    StockEntry entry =
        new StockEntry(
            Kind.RECEIPT,
            command.warehouse(),
            command.externalId(),
            command.effectiveOn(),
            Optional.empty(),
            command.note());
    return bringIn(view, context, entry, entry.read(view, context, given(command.lines())));
  }

  static Decision<StockDocumentResult> open(View view, OpenStock command, Context context) {
    StockEntry entry =
        new StockEntry(
            Kind.OPENING,
            command.warehouse(),
            command.externalId(),
            command.effectiveOn(),
            Optional.empty(),
            command.note());
    List<List<String>> months =
        command.lines().stream().map(line -> List.of(line.sku(), command.warehouse())).toList();
    view.wantBalanceRange(InventoryTypes.MONTH, months);
    List<StockMove.Line> lines = entry.read(view, context, given(command.lines()));
    requireUnmoved(view, command.warehouse(), months);
    return bringIn(view, context, entry, lines);
  }

  /** A month row stays for ever: without one, nothing has ever moved. */
  private static void requireUnmoved(View view, String warehouse, List<List<String>> months) {
    Map<List<String>, List<Balance>> moved = view.balanceRange(InventoryTypes.MONTH, months);
    Checks checks = new Checks();
    for (int i = 0; i < months.size(); i++) {
      checks.require(
          moved.getOrDefault(months.get(i), List.of()).isEmpty(),
          "lines[" + i + "].sku",
          ErrorCode.STOCK_ALREADY_MOVED,
          "a product without movements in '" + warehouse + "'",
          months.get(i).get(0));
    }
    checks.done();
  }

  private static List<Given> given(List<ReceiveGoods.Line> lines) {
    return lines.stream()
        .map(
            line ->
                new Given(line.sku(), line.quantity(), line.unit(), Optional.of(line.unitCost())))
        .toList();
  }

  private static Decision<StockDocumentResult> bringIn(
      View view, Context context, StockEntry entry, List<StockMove.Line> lines) {
    StockEntry.Opened opened = entry.open(view, context, lines.size());
    StockMove move = opened.move(MovementKind.OTHER_IN, Places.OUTSIDE, lines);
    StockRules.receive(opened.changes(), context, move);
    opened
        .changes()
        .event(
            new InventoryEvent.GoodsReceived(
                context.header(),
                move.documentType(),
                move.documentId(),
                move.warehouse(),
                StockRules.eventLines(move)));
    return opened.result();
  }

  static Decision<StockDocumentResult> issue(View view, IssueGoods command, Context context) {
    StockEntry entry =
        new StockEntry(
            Kind.ISSUE,
            command.warehouse(),
            command.externalId(),
            command.effectiveOn(),
            Optional.of(command.reason()),
            command.note());
    List<StockMove.Line> lines =
        entry.read(
            view,
            context,
            command.lines().stream()
                .map(line -> new Given(line.sku(), line.quantity(), line.unit(), Optional.empty()))
                .toList());
    StockEntry.Opened opened = entry.open(view, context, lines.size());
    StockMove move = opened.move(MovementKind.OTHER_OUT, Places.OUTSIDE, lines);
    StockRules.issue(opened.changes(), context, move);
    opened
        .changes()
        .event(
            new InventoryEvent.GoodsIssued(
                context.header(),
                move.documentType(),
                move.documentId(),
                move.warehouse(),
                StockRules.eventLines(move)));
    return opened.result();
  }

  /** What comes in is booked first, so that an exchange within one document goes through. */
  static Decision<StockDocumentResult> adjust(View view, AdjustStock command, Context context) {
    StockEntry entry =
        new StockEntry(
            Kind.ADJUSTMENT,
            command.warehouse(),
            command.externalId(),
            command.effectiveOn(),
            Optional.of(command.reason()),
            command.note());
    List<Given> given = new ArrayList<>();
    for (AdjustStock.Line line : command.lines()) {
      Optional<UnitPrice> cost = line.unitCost();
      given.add(new Given(line.sku(), size(line.quantity()), line.unit(), cost));
    }
    List<StockMove.Line> lines = entry.read(view, context, given);
    List<StockMove.Line> in = new ArrayList<>();
    List<StockMove.Line> out = new ArrayList<>();
    List<StockLine> told = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      StockMove.Line line = lines.get(i);
      boolean found = command.lines().get(i).quantity().isPositive();
      (found ? in : out).add(line);
      Quantity signed = found ? line.base() : line.base().negate();
      told.add(new StockLine(line.sku(), signed.toString(), Optional.empty()));
    }
    StockEntry.Opened opened = entry.open(view, context, lines.size());
    StockRules.receive(
        opened.changes(), context, opened.move(MovementKind.ADJUST_IN, Places.ADJUSTMENT, in));
    StockRules.issue(
        opened.changes(), context, opened.move(MovementKind.ADJUST_OUT, Places.ADJUSTMENT, out));
    opened
        .changes()
        .event(
            new InventoryEvent.StockAdjusted(
                context.header(),
                opened.document().id(),
                command.warehouse(),
                command.reason(),
                told));
    return opened.result();
  }

  private static Quantity size(Quantity signed) {
    return signed.isPositive() ? signed : signed.negate();
  }
}
