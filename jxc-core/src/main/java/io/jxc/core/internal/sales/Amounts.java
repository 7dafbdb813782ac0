package io.jxc.core.internal.sales;

import io.jxc.core.internal.pricing.DocumentTotals;
import java.math.BigDecimal;

/**
 * The amounts of a stored line.
 *
 * @param gross quantity × price, up to 6 digits
 * @param lineDiscount discount of the line
 * @param documentDiscount its share of the document's discount
 * @param net without tax, in coins
 * @param tax in coins
 */
record Amounts(
    BigDecimal gross,
    BigDecimal lineDiscount,
    BigDecimal documentDiscount,
    BigDecimal net,
    BigDecimal tax) {

  /** No amount at all. */
  static final Amounts NONE =
      new Amounts(
          BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  static Amounts of(DocumentTotals.LineTotals line) {
    return new Amounts(
        line.gross(), line.lineDiscount(), line.documentDiscount(), line.net(), line.tax());
  }

  /**
   * Returns what falls on the part {@code (from, to]} of {@code of} base units. Parts that follow
   * each other add up to the whole.
   *
   * @param minorDigits digits of the currency's coins
   */
  Amounts portion(BigDecimal from, BigDecimal to, BigDecimal of, int minorDigits) {
    if (from.signum() == 0 && to.compareTo(of) == 0) {
      return this;
    }
    return new Amounts(
        DocumentTotals.portion(gross, from, to, of, DocumentTotals.SCALE),
        DocumentTotals.portion(lineDiscount, from, to, of, DocumentTotals.SCALE),
        DocumentTotals.portion(documentDiscount, from, to, of, DocumentTotals.SCALE),
        DocumentTotals.portion(net, from, to, of, minorDigits),
        DocumentTotals.portion(tax, from, to, of, minorDigits));
  }

  BigDecimal total() {
    return net.add(tax);
  }
}
