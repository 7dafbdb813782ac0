package io.jxc.core.internal.sales;

import io.jxc.api.Quantity;
import io.jxc.api.catalog.ProductKind;
import io.jxc.api.sales.SaleLine;
import io.jxc.api.sales.SalesFigures;
import io.jxc.spi.store.AggregateQuery;
import java.math.BigDecimal;
import java.util.List;

/** Sums of the sales ledger, gathered from the groups of {@link SalesQueries#figures}. */
final class Figures {
  private long lines;
  private BigDecimal units = BigDecimal.ZERO;
  private BigDecimal gross = BigDecimal.ZERO;
  private BigDecimal net = BigDecimal.ZERO;
  private BigDecimal tax = BigDecimal.ZERO;
  private BigDecimal cost = BigDecimal.ZERO;

  private Figures() {}

  static SalesFigures of(List<AggregateQuery.Row> groups, SalesViews views) {
    Figures sales = new Figures();
    Figures returns = new Figures();
    for (AggregateQuery.Row group : groups) {
      boolean sale = group.group().get(0).equals(SaleLine.Kind.SALE.name());
      boolean goods = group.group().get(1).equals(ProductKind.GOODS.name());
      (sale ? sales : returns).add(group.values(), goods);
    }
    return new SalesFigures(sales.side(views, 1), returns.side(views, -1));
  }

  private void add(List<Object> sums, boolean goods) {
    lines += (Long) sums.get(0);
    units = goods ? units.add((BigDecimal) sums.get(1)) : units;
    gross = gross.add((BigDecimal) sums.get(2));
    net = net.add((BigDecimal) sums.get(3));
    tax = tax.add((BigDecimal) sums.get(4));
    cost = cost.add((BigDecimal) sums.get(5));
  }

  private SalesFigures.Side side(SalesViews views, int sign) {
    BigDecimal factor = BigDecimal.valueOf(sign);
    return new SalesFigures.Side(
        lines,
        new Quantity(units.multiply(factor)),
        views.money(gross.multiply(factor)),
        views.money(net.multiply(factor)),
        views.money(tax.multiply(factor)),
        views.cost(cost.multiply(factor)),
        views.cost(net.subtract(cost).multiply(factor)));
  }
}
