package io.jxc.core.internal.purchase;

import io.jxc.api.Money;
import io.jxc.api.TaxRate;
import io.jxc.api.purchase.PurchaseOrder;
import io.jxc.api.purchase.PurchaseOrderLine;
import io.jxc.api.purchase.PurchaseOrderSummary;
import io.jxc.api.purchase.PurchaseTotals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Shows purchase orders. Prices and amounts are costs: they are left out for who may not see costs.
 *
 * @param currency the tenant's currency
 * @param costs whether costs are shown
 */
record PurchaseViews(String currency, boolean costs) {

  PurchaseOrder order(OrderDocument order, long version, List<OrderLine> lines) {
    return new PurchaseOrder(
        summary(order, version), lines.stream().map(line -> line(order, line)).toList());
  }

  PurchaseOrderSummary summary(OrderDocument order, long version) {
    return new PurchaseOrderSummary(
        order.id(),
        order.number(),
        order.externalId(),
        order.supplier(),
        order.warehouse(),
        order.status(),
        order.statusReason(),
        order.orderedOn(),
        order.expectedOn(),
        order.pricesIncludeTax(),
        shown(
            new PurchaseTotals(
                money(order.net()),
                money(order.tax()),
                money(order.rounding()),
                money(order.total()))),
        order.lineCount(),
        order.note(),
        order.creator(),
        order.createdAt(),
        order.lastEditor(),
        version);
  }

  private PurchaseOrderLine line(OrderDocument order, OrderLine line) {
    return new PurchaseOrderLine(
        line.lineNo(),
        line.sku(),
        line.quantity(),
        line.unit(),
        line.received(),
        line.open(order),
        line.warehouse(),
        line.due(order),
        new TaxRate(line.taxRate()),
        shown(line.unitPrice()),
        shown(
            new PurchaseTotals(
                money(line.net()),
                money(line.tax()),
                money(BigDecimal.ZERO),
                money(line.net().add(line.tax())))),
        line.note());
  }

  private Money money(BigDecimal amount) {
    return new Money(amount, currency);
  }

  private <T> Optional<T> shown(T cost) {
    return costs ? Optional.of(cost) : Optional.empty();
  }
}
