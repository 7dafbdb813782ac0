package io.jxc.core.internal.pricing;

import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.sales.Discount;
import io.jxc.api.sales.PriceMode;
import io.jxc.api.tenant.Rounding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Computes the amounts of a document. Each line is rounded to coins. The total is their sum, or by
 * the policy of the tenant the exact sum rounded once; the difference is named {@code rounding}.
 *
 * @param lines amounts of the lines, in their order
 * @param gross Σ of the lines' gross
 * @param discount Σ of all discounts
 * @param net Σ of the lines' net
 * @param tax Σ of the lines' tax
 * @param rounding {@code total − net − tax}
 * @param total what is owed, in coins
 */
public record DocumentTotals(
    List<LineTotals> lines,
    BigDecimal gross,
    BigDecimal discount,
    BigDecimal net,
    BigDecimal tax,
    BigDecimal rounding,
    BigDecimal total) {
  /** Digits an amount keeps before it is rounded to coins. */
  public static final int SCALE = 6;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal BOUND = BigDecimal.TEN.pow(18);

  /**
   * What holds for a whole document.
   *
   * @param mode whether prices contain the tax
   * @param rounding whether the total is the sum of the rounded lines or rounded on its own
   * @param minorDigits digits of the currency's coins
   */
  public record Terms(PriceMode mode, Rounding rounding, int minorDigits) {
    boolean inclusive() {
      return mode == PriceMode.TAX_INCLUSIVE;
    }
  }

  /** What a line is computed from: quantity × price, a tax rate in percent, a discount. */
  public record Line(
      BigDecimal quantity, BigDecimal unitPrice, BigDecimal taxRate, Optional<Discount> discount) {}

  /**
   * The amounts of one line.
   *
   * @param gross quantity × price, half-up to 6 digits
   * @param lineDiscount discount of the line
   * @param documentDiscount share of the document's discount
   * @param net without tax, in coins
   * @param tax in coins
   */
  public record LineTotals(
      BigDecimal gross,
      BigDecimal lineDiscount,
      BigDecimal documentDiscount,
      BigDecimal net,
      BigDecimal tax) {
    /** Returns what the line costs with tax. */
    public BigDecimal total() {
      return net.add(tax);
    }

    /** Returns the line after discounts, as prices are meant. */
    public BigDecimal discounted() {
      return gross.subtract(lineDiscount).subtract(documentDiscount);
    }
  }

  /**
   * Computes a document.
   *
   * @param terms how prices are meant and where amounts are rounded
   * @param discount discount of the whole document, spread over the lines above zero by their
   *     amounts
   * @param lines the lines
   * @throws InvalidCommandException {@code number.range} for a line or total beyond 18 digits, or a
   *     discount above its line
   * @throws RuleViolationException {@code sales.negative-total} for a discount above all it applies
   *     to
   */
  public static DocumentTotals of(Terms terms, Optional<Discount> discount, List<Line> lines) {
    List<BigDecimal> gross = new ArrayList<>(lines.size());
    List<BigDecimal> off = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      BigDecimal amount = gross(i, lines.get(i));
      gross.add(amount);
      off.add(lineDiscount(i, lines.get(i), amount));
    }
    List<BigDecimal> shares = documentShares(discount, terms.minorDigits(), gross, off);
    List<LineTotals> totals = new ArrayList<>(lines.size());
    BigDecimal exact = BigDecimal.ZERO;
    for (int i = 0; i < lines.size(); i++) {
      BigDecimal rate = lines.get(i).taxRate();
      LineTotals line = line(terms, rate, gross.get(i), off.get(i), shares.get(i));
      BigDecimal amount = line.discounted();
      totals.add(line);
      exact = exact.add(terms.inclusive() ? amount : amount.add(percent(amount, rate)));
    }
    return sum(totals, terms, exact);
  }

  /**
   * Returns what of a whole amount falls on the part {@code (from, to]} of {@code of}; the portions
   * of parts that follow each other add up to the whole, however they are cut.
   */
  public static BigDecimal portion(
      BigDecimal whole, BigDecimal from, BigDecimal to, BigDecimal of, int scale) {
    return upTo(whole, to, of, scale).subtract(upTo(whole, from, of, scale));
  }

  private static BigDecimal upTo(BigDecimal whole, BigDecimal to, BigDecimal of, int scale) {
    if (to.signum() == 0 || whole.signum() == 0) {
      return BigDecimal.ZERO;
    }
    return to.compareTo(of) == 0
        ? whole
        : whole.multiply(to).divide(of, scale, RoundingMode.HALF_UP);
  }

  private static BigDecimal gross(int index, Line line) {
    BigDecimal gross = rounded(line.quantity().multiply(line.unitPrice()));
    requireBounded("lines[" + index + "].quantity", gross);
    return gross;
  }

  private static void requireBounded(String path, BigDecimal amount) {
    if (amount.abs().compareTo(BOUND) >= 0) {
      throw InvalidCommandException.of(
          path,
          ErrorCode.NUMBER_RANGE,
          "an amount of at most 18 digits before the point",
          amount.toPlainString());
    }
  }

  private static BigDecimal lineDiscount(int index, Line line, BigDecimal gross) {
    if (line.discount().isEmpty()) {
      return BigDecimal.ZERO;
    }
    Discount discount = line.discount().get();
    if (discount.kind() == Discount.Kind.PERCENT) {
      return rounded(percent(gross, discount.value()));
    }
    if (discount.value().compareTo(gross.max(BigDecimal.ZERO)) > 0) {
      throw InvalidCommandException.of(
          "lines[" + index + "].discount",
          ErrorCode.NUMBER_RANGE,
          "at most the line's amount " + gross.toPlainString(),
          discount.value().toPlainString());
    }
    return discount.value();
  }

  private static List<BigDecimal> documentShares(
      Optional<Discount> discount, int minorDigits, List<BigDecimal> gross, List<BigDecimal> off) {
    List<BigDecimal> bases = new ArrayList<>(gross.size());
    BigDecimal base = BigDecimal.ZERO;
    for (int i = 0; i < gross.size(); i++) {
      BigDecimal positive =
          discount.isEmpty()
              ? BigDecimal.ZERO
              : gross.get(i).subtract(off.get(i)).max(BigDecimal.ZERO);
      bases.add(positive);
      base = base.add(positive);
    }
    if (discount.isEmpty()) {
      return bases;
    }
    BigDecimal value = discount.get().value();
    if (discount.get().kind() == Discount.Kind.PERCENT) {
      return bases.stream().map(amount -> rounded(percent(amount, value))).toList();
    }
    if (value.compareTo(base) > 0) {
      throw negative(base.subtract(value));
    }
    return allocate(value, Math.max(minorDigits, value.scale()), bases, base);
  }

  public static RuleViolationException negative(BigDecimal total) {
    return RuleViolationException.of(ErrorCode.TOTAL_NEGATIVE, "found", total.toPlainString());
  }

  /**
   * Splits an amount by weights into parts of whole coins; the coins left over go to the parts that
   * lost most, the earlier one first.
   */
  public static List<BigDecimal> allocate(
      BigDecimal amount, int scale, List<BigDecimal> weights, BigDecimal weight) {
    if (amount.signum() == 0) {
      return weights.stream().map(any -> BigDecimal.ZERO).toList();
    }
    BigInteger coins = amount.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
    BigInteger divisor = units(weight);
    BigInteger[] parts = new BigInteger[weights.size()];
    BigInteger[] lost = new BigInteger[weights.size()];
    BigInteger left = coins;
    for (int i = 0; i < parts.length; i++) {
      BigInteger[] part = coins.multiply(units(weights.get(i))).divideAndRemainder(divisor);
      parts[i] = part[0];
      lost[i] = part[1];
      left = left.subtract(part[0]);
    }
    List<Integer> byLoss =
        IntStream.range(0, parts.length)
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> lost[i]).reversed())
            .limit(left.intValueExact())
            .toList();
    byLoss.forEach(i -> parts[i] = parts[i].add(BigInteger.ONE));
    return Arrays.stream(parts).map(part -> new BigDecimal(part, scale)).toList();
  }

  private static BigInteger units(BigDecimal weight) {
    return weight.setScale(SCALE, RoundingMode.UNNECESSARY).unscaledValue();
  }

  private static LineTotals line(
      Terms terms, BigDecimal rate, BigDecimal gross, BigDecimal off, BigDecimal share) {
    int minorDigits = terms.minorDigits();
    BigDecimal amount = gross.subtract(off).subtract(share);
    BigDecimal coins = amount.setScale(minorDigits, RoundingMode.HALF_UP);
    if (rate.signum() == 0) {
      return new LineTotals(gross, off, share, coins, BigDecimal.ZERO);
    }
    if (!terms.inclusive()) {
      BigDecimal tax = percent(amount, rate).setScale(minorDigits, RoundingMode.HALF_UP);
      return new LineTotals(gross, off, share, coins, tax);
    }
    BigDecimal tax =
        amount.multiply(rate).divide(HUNDRED.add(rate), minorDigits, RoundingMode.HALF_UP);
    return new LineTotals(gross, off, share, coins.subtract(tax), tax);
  }

  private static DocumentTotals sum(List<LineTotals> lines, Terms terms, BigDecimal exact) {
    BigDecimal gross = BigDecimal.ZERO;
    BigDecimal discount = BigDecimal.ZERO;
    BigDecimal net = BigDecimal.ZERO;
    BigDecimal tax = BigDecimal.ZERO;
    for (LineTotals line : lines) {
      gross = gross.add(line.gross());
      discount = discount.add(line.lineDiscount()).add(line.documentDiscount());
      net = net.add(line.net());
      tax = tax.add(line.tax());
    }
    BigDecimal total =
        terms.rounding() == Rounding.PER_LINE
            ? net.add(tax)
            : exact.setScale(terms.minorDigits(), RoundingMode.HALF_UP);
    requireBounded("lines", gross.abs().max(total.abs()));
    BigDecimal rounding = total.subtract(net).subtract(tax);
    return new DocumentTotals(List.copyOf(lines), gross, discount, net, tax, rounding, total);
  }

  private static BigDecimal percent(BigDecimal amount, BigDecimal percent) {
    return amount.multiply(percent).movePointLeft(2);
  }

  private static BigDecimal rounded(BigDecimal amount) {
    return amount.scale() <= SCALE ? amount : amount.setScale(SCALE, RoundingMode.HALF_UP);
  }
}
