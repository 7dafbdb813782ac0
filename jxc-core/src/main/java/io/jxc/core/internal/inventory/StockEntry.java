package io.jxc.core.internal.inventory;

import io.jxc.api.Checks;
import io.jxc.api.Money;
import io.jxc.api.Quantity;
import io.jxc.api.UnitPrice;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.inventory.StockDocumentResult;
import io.jxc.core.internal.catalog.CatalogRules;
import io.jxc.core.internal.catalog.ProductDocument;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.Decision;
import io.jxc.core.internal.command.View;
import io.jxc.core.internal.tenant.NumberSeries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What receipts, issues and adjustments have in common: a header, and lines that name products.
 *
 * @param kind what it is
 * @param warehouse where
 * @param externalId permanent identity in the host's world
 * @param effectiveOn business date; absent = today
 * @param reason why
 * @param note free text
 */
record StockEntry(
    Kind kind,
    String warehouse,
    Optional<String> externalId,
    Optional<LocalDate> effectiveOn,
    Optional<String> reason,
    Optional<String> note) {

  /** Kinds of stock documents, with the letters their numbers start with. */
  enum Kind {
    /** Goods came in. */
    RECEIPT("GR", false),
    /** Goods were there at the start. */
    OPENING("OS", false),
    /** Goods went out. */
    ISSUE("GI", true),
    /** Stock was corrected. */
    ADJUSTMENT("SA", true);

    private final String prefix;
    private final boolean takes;

    Kind(String prefix, boolean takes) {
      this.prefix = prefix;
      this.takes = takes;
    }
  }

  /**
   * A line as it was sent.
   *
   * @param sku code of the product
   * @param quantity above zero, in {@code unit}
   * @param unit absent = the base unit
   * @param unitCost cost of one unit, where it is known
   */
  record Given(
      String sku, Quantity quantity, Optional<String> unit, Optional<UnitPrice> unitCost) {}

  /** Asks for everything a decision will read, and returns the lines, or all that is wrong. */
  List<StockMove.Line> read(View view, Context context, List<Given> lines) {
    List<String> skus = lines.stream().map(Given::sku).toList();
    NumberSeries.want(view, kind.prefix, context.today());
    if (kind.takes) {
      StockRules.wantToTake(view, skus, warehouse, day(context));
    } else {
      StockRules.want(view, skus, warehouse, day(context));
    }
    Map<String, ProductDocument> products = CatalogRules.products(view, skus);
    Checks checks = new Checks();
    checks.require(
        view.get(InventoryTypes.WAREHOUSE, warehouse).filter(WarehouseDocument::active).isPresent(),
        "warehouse",
        ErrorCode.REFERENCE_UNKNOWN,
        "warehouse",
        warehouse);
    List<StockMove.Line> read = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      line(checks, i, lines.get(i), products, context).ifPresent(read::add);
    }
    checks.done();
    return read;
  }

  private static Optional<StockMove.Line> line(
      Checks checks,
      int index,
      Given line,
      Map<String, ProductDocument> products,
      Context context) {
    String path = "lines[" + index + "]";
    Optional<BigDecimal> value =
        line.unitCost().map(cost -> Costing.value(line.quantity().value(), cost.value()));
    value.ifPresent(
        worth ->
            checks.field(
                path + ".unitCost", () -> new Money(worth, context.settings().currency())));
    return product(checks, path, line.sku(), products)
        .flatMap(
            product ->
                checks.at(
                    path,
                    () -> StockMove.Line.entered(index + 1, product, line.quantity(), line.unit())))
        .map(entered -> value.map(entered::valued).orElse(entered));
  }

  /** Returns the goods that a line names, or records what is wrong: services have no stock. */
  static Optional<ProductDocument> product(
      Checks checks, String path, String sku, Map<String, ProductDocument> products) {
    return CatalogRules.referred(checks, path + ".sku", products, sku)
        .filter(
            product ->
                checks.require(
                    product.stocked(),
                    path + ".sku",
                    ErrorCode.REFERENCE_UNKNOWN,
                    "product that has stock",
                    sku));
  }

  /** Opens the document. */
  Opened open(View view, Context context, int lines) {
    Changes changes = Changes.on(view);
    StockDocument document =
        new StockDocument(
            context.newId(),
            NumberSeries.next(changes, kind.prefix, context.today()),
            kind.name(),
            externalId,
            warehouse,
            day(context),
            reason,
            note,
            lines,
            context.user(),
            context.now());
    changes.insert(InventoryTypes.DOCUMENT, document);
    return new Opened(changes, document);
  }

  private LocalDate day(Context context) {
    return effectiveOn.orElseGet(context::today);
  }

  /**
   * A document being written.
   *
   * @param changes what is changed
   * @param document its header
   */
  record Opened(Changes changes, StockDocument document) {
    StockMove move(MovementKind kind, String otherEnd, List<StockMove.Line> lines) {
      return new StockMove(
          kind,
          otherEnd,
          document.warehouse(),
          document.effectiveOn(),
          InventoryTypes.DOCUMENT.name(),
          document.id(),
          Optional.empty(),
          document.reason(),
          lines);
    }

    Decision<StockDocumentResult> result() {
      return changes.result(new StockDocumentResult(document.id(), document.number(), 0));
    }
  }
}
