package io.jxc.core.internal.purchase;

import io.jxc.api.Checks;
import io.jxc.api.Money;
import io.jxc.api.Quantity;
import io.jxc.api.TaxRate;
import io.jxc.api.catalog.ProductUnit;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.purchase.PurchaseOrderContent;
import io.jxc.api.sales.PriceMode;
import io.jxc.core.internal.catalog.CatalogTypes;
import io.jxc.core.internal.catalog.ProductDocument;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.View;
import io.jxc.core.internal.inventory.InventoryTypes;
import io.jxc.core.internal.partner.PartnerTypes;
import io.jxc.core.internal.pricing.DocumentTotals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what an order says: finds what it names, numbers its lines and computes its amounts. */
final class OrderEntry {
  /**
   * An order that was read.
   *
   * @param lines by number
   * @param totals of the order
   * @param lastLineNo highest number ever used
   */
  record Entered(List<OrderLine> lines, DocumentTotals totals, int lastLineNo) {}

  /**
   * The numbers an order has used before.
   *
   * @param present numbers of its lines
   * @param last highest number ever used
   */
  record Numbers(Set<Integer> present, int last) {
    static final Numbers NONE = new Numbers(Set.of(), 0);
  }

  private OrderEntry() {}

  /** Reads the content of an order; all that is wrong with it is reported at once. */
  static Entered read(View view, PurchaseOrderContent content, Numbers used, Context context) {
    List<OrderLine> lines = resolve(view, content, used);
    DocumentTotals totals =
        DocumentTotals.of(
            new DocumentTotals.Terms(
                content.pricesIncludeTax() ? PriceMode.TAX_INCLUSIVE : PriceMode.TAX_EXCLUSIVE,
                context.settings().rounding(),
                Money.minorDigits(context.settings().currency())),
            Optional.empty(),
            lines.stream().map(OrderEntry::priced).toList());
    return number(lines, totals, used);
  }

  private static DocumentTotals.Line priced(OrderLine line) {
    return new DocumentTotals.Line(
        line.quantity().value(), line.unitPrice().value(), line.taxRate(), Optional.empty());
  }

  private static List<OrderLine> resolve(View view, PurchaseOrderContent content, Numbers used) {
    Set<String> skus = new LinkedHashSet<>();
    Set<String> warehouses = new LinkedHashSet<>(List.of(content.warehouse()));
    for (PurchaseOrderContent.Line line : content.lines()) {
      skus.add(line.sku());
      line.warehouse().ifPresent(warehouses::add);
    }
    view.want(PartnerTypes.SUPPLIER, List.of(content.supplier()));
    view.want(InventoryTypes.WAREHOUSE, warehouses);
    Map<String, ProductDocument> products = view.getAll(CatalogTypes.PRODUCT, skus);
    Set<String> known = view.getAll(InventoryTypes.WAREHOUSE, warehouses).keySet();
    Checks checks = new Checks();
    boolean supplier = view.get(PartnerTypes.SUPPLIER, content.supplier()).isPresent();
    checks.require(
        supplier, "supplier", ErrorCode.REFERENCE_UNKNOWN, "supplier", content.supplier());
    requireWarehouse(checks, "", known, content.warehouse());
    List<OrderLine> lines = new ArrayList<>(content.lines().size());
    for (int i = 0; i < content.lines().size(); i++) {
      PurchaseOrderContent.Line line = content.lines().get(i);
      String path = "lines[" + i + "]";
      line.warehouse().ifPresent(code -> requireWarehouse(checks, path + ".", known, code));
      line.lineNo().ifPresent(no -> requireUsable(checks, path + ".lineNo", no, used));
      ProductDocument product = products.get(line.sku());
      if (product == null) {
        checks.require(false, path + ".sku", ErrorCode.REFERENCE_UNKNOWN, "product", line.sku());
      } else {
        String into = line.warehouse().orElse(content.warehouse());
        checks.at(path, () -> line(line, product, into)).ifPresent(lines::add);
      }
    }
    checks.done();
    return lines;
  }

  private static void requireWarehouse(
      Checks checks, String prefix, Set<String> known, String code) {
    checks.require(
        known.contains(code), prefix + "warehouse", ErrorCode.REFERENCE_UNKNOWN, "warehouse", code);
  }

  /** The number of a line that went does not come back as another line. */
  private static void requireUsable(Checks checks, String path, int lineNo, Numbers used) {
    checks.require(
        used.present().contains(lineNo) || lineNo > used.last(),
        path,
        ErrorCode.REFERENCE_UNKNOWN,
        "line",
        Integer.toString(lineNo));
  }

  private static OrderLine line(
      PurchaseOrderContent.Line line, ProductDocument product, String warehouse) {
    ProductUnit unit = product.unit(line.unit());
    // refuses a quantity that is not exact in base units, here and not when the goods arrive
    unit.ratio().toBase(line.quantity());
    BigDecimal taxRate =
        line.taxRate().map(TaxRate::percent).or(product::taxRate).orElse(BigDecimal.ZERO);
    return new OrderLine(
        line.lineNo().orElse(0),
        line.sku(),
        product.stocked(),
        line.quantity(),
        unit.code(),
        unit.ratio(),
        line.unitPrice(),
        taxRate,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        warehouse,
        line.expectedOn(),
        line.note(),
        Quantity.ZERO);
  }

  private static Entered number(List<OrderLine> lines, DocumentTotals totals, Numbers used) {
    int last = used.last();
    for (OrderLine line : lines) {
      last = Math.max(last, line.lineNo());
    }
    List<OrderLine> numbered = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      OrderLine line = lines.get(i);
      DocumentTotals.LineTotals amounts = totals.lines().get(i);
      int number = line.lineNo() > 0 ? line.lineNo() : ++last;
      numbered.add(line.numbered(number).costing(amounts.net(), amounts.tax()));
    }
    if (last > PurchaseOrderContent.MAX_LINES) {
      throw RuleViolationException.of(
          ErrorCode.LIMIT_EXCEEDED,
          "what",
          "line numbers of an order",
          "found",
          Integer.toString(last),
          "limit",
          Integer.toString(PurchaseOrderContent.MAX_LINES));
    }
    numbered.sort(Comparator.comparingInt(OrderLine::lineNo));
    return new Entered(List.copyOf(numbered), totals, last);
  }
}
