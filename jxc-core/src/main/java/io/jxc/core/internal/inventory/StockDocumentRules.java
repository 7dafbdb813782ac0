package io.jxc.core.internal.inventory;

import io.jxc.api.Checks;
import io.jxc.api.access.Permissions;
import io.jxc.api.event.InventoryEvent;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.inventory.StockDocumentResult;
import io.jxc.core.internal.catalog.CatalogRules;
import io.jxc.core.internal.catalog.ProductDocument;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.CommandType;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.Decision;
import io.jxc.core.internal.command.View;
import io.jxc.core.internal.tenant.NumberSeries;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
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
          command -> 8 + 4 * command.lines().size(),
          StockDocumentRules::receive);

  private StockDocumentRules() {}

  static Decision<StockDocumentResult> receive(View view, ReceiveGoods command, Context context) {
    Changes changes = Changes.on(view);
    view.want(InventoryTypes.WAREHOUSE, List.of(command.warehouse()));
    Map<String, ProductDocument> products =
        CatalogRules.products(view, command.lines().stream().map(ReceiveGoods.Line::sku).toList());
    StockRules.warehouse(view, "warehouse", command.warehouse());
    List<StockMove.Line> lines = lines(command, products);
    StockDocument document =
        document(
            changes,
            context,
            "RECEIPT",
            "GR",
            command.externalId(),
            command.warehouse(),
            command.effectiveOn(),
            Optional.empty(),
            command.note(),
            lines.size());
    StockMove move =
        new StockMove(
            MovementKind.OTHER_IN,
            Places.OUTSIDE,
            command.warehouse(),
            document.effectiveOn(),
            InventoryTypes.DOCUMENT.name(),
            document.id(),
            Optional.empty(),
            Optional.empty(),
            lines);
    StockRules.receive(changes, context, move);
    changes.event(
        new InventoryEvent.GoodsReceived(
            context.header(),
            move.documentType(),
            document.id(),
            move.warehouse(),
            StockRules.eventLines(move)));
    return changes.result(new StockDocumentResult(document.id(), document.number(), 0));
  }

  private static List<StockMove.Line> lines(
      ReceiveGoods command, Map<String, ProductDocument> products) {
    Checks checks = new Checks();
    List<StockMove.Line> lines = new ArrayList<>();
    for (int i = 0; i < command.lines().size(); i++) {
      ReceiveGoods.Line line = command.lines().get(i);
      String path = "lines[" + i + "]";
      Optional<ProductDocument> product =
          CatalogRules.referred(checks, path + ".sku", products, line.sku());
      int number = i + 1;
      BigDecimal value =
          line.quantity()
              .value()
              .multiply(line.unitCost().value())
              .setScale(6, RoundingMode.HALF_UP);
      product
          .flatMap(
              found ->
                  checks.at(
                      path,
                      () -> StockMove.Line.entered(number, found, line.quantity(), line.unit())))
          .ifPresent(entered -> lines.add(entered.valued(value)));
    }
    checks.done();
    return lines;
  }

  static StockDocument document(
      Changes changes,
      Context context,
      String kind,
      String prefix,
      Optional<String> externalId,
      String warehouse,
      Optional<LocalDate> effectiveOn,
      Optional<String> reason,
      Optional<String> note,
      int lines) {
    StockDocument document =
        new StockDocument(
            context.newId(),
            NumberSeries.next(changes, prefix, context.today()),
            kind,
            externalId,
            warehouse,
            effectiveOn.orElse(context.today()),
            reason,
            note,
            lines,
            context.user(),
            context.now());
    changes.insert(InventoryTypes.DOCUMENT, document);
    return document;
  }
}
