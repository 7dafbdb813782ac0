package io.jxc.core.internal.sales;

import io.jxc.core.internal.pricing.DocumentTotals;
import java.math.BigDecimal;

/**
 * The amounts of a stored document; {@code net + tax + rounding = total}.
 *
 * @param currency currency of all amounts
 * @param gross Σ quantity × price
 * @param discount Σ of all discounts
 * @param net without tax
 * @param tax the tax
 * @param rounding what rounding line by line has lost or gained
 * @param total what is owed or refunded
 */
record Totals(
    String currency,
    BigDecimal gross,
    BigDecimal discount,
    BigDecimal net,
    BigDecimal tax,
    BigDecimal rounding,
    BigDecimal total) {

  static Totals of(String currency, DocumentTotals totals) {
    return new Totals(
        currency,
        totals.gross(),
        totals.discount(),
        totals.net(),
        totals.tax(),
        totals.rounding(),
        totals.total());
  }

  /** Returns the sum of lines that were computed before. */
  static Totals sum(String currency, Iterable<Amounts> lines, BigDecimal rounding) {
    BigDecimal gross = BigDecimal.ZERO;
    BigDecimal discount = BigDecimal.ZERO;
    BigDecimal net = BigDecimal.ZERO;
    BigDecimal tax = BigDecimal.ZERO;
    for (Amounts line : lines) {
      gross = gross.add(line.gross());
      discount = discount.add(line.lineDiscount()).add(line.documentDiscount());
      net = net.add(line.net());
      tax = tax.add(line.tax());
    }
    BigDecimal total = net.add(tax).add(rounding);
    return new Totals(currency, gross, discount, net, tax, rounding, total);
  }
}
