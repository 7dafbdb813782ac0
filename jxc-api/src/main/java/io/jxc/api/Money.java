package io.jxc.api;

import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.InvalidCommandException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An exact amount in a currency: at most 18 digits before and 6 after the point. Amounts of
 * different currencies do not mix.
 *
 * <pre>{@code
 * Money.of("100.00", "CNY").allocate(List.of(1L, 1L, 1L));   // 33.34, 33.33, 33.33
 * }</pre>
 *
 * @param amount without trailing zeros
 * @param currency ISO 4217 code
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {
  /** Digits after the point. */
  public static final int SCALE = 6;

  /**
   * Checks and normalises the amount and the currency.
   *
   * @throws InvalidCommandException {@code decimal.invalid} or {@code currency.unknown}
   */
  public Money {
    amount = Decimals.require("amount", amount, SCALE);
    minorDigits(currency);
  }

  /** Reads an amount, for example {@code Money.of("6.00", "CNY")}. */
  public static Money of(String amount, String currency) {
    return new Money(Decimals.parse("amount", amount, SCALE), currency);
  }

  /** Returns no money at all. */
  public static Money zero(String currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /**
   * Returns how many digits after the point the currency's coins have, for example 2 for CNY.
   *
   * @throws InvalidCommandException {@code currency.unknown}
   */
  public static int minorDigits(String currency) {
    try {
      return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    } catch (IllegalArgumentException e) {
      throw InvalidCommandException.of(
          "currency", ErrorCode.CURRENCY_UNKNOWN, "an ISO 4217 code", currency);
    }
  }

  /** Returns the sum of two amounts of one currency. */
  public Money plus(Money other) {
    requireSame(other);
    return new Money(amount.add(other.amount), currency);
  }

  /** Returns the difference of two amounts of one currency. */
  public Money minus(Money other) {
    requireSame(other);
    return new Money(amount.subtract(other.amount), currency);
  }

  /** Returns the amount with the opposite sign. */
  public Money negate() {
    return new Money(amount.negate(), currency);
  }

  /** Returns −1, 0 or 1. */
  public int signum() {
    return amount.signum();
  }

  /** Returns the amount rounded half-up to the currency's coins. */
  public Money rounded() {
    return new Money(amount.setScale(minorDigits(currency), RoundingMode.HALF_UP), currency);
  }

  /**
   * Splits the amount by weights into parts of whole coins (finer where the amount itself is) whose
   * sum is the amount. The coins left over go one each to the parts that lost most by rounding
   * down, the earlier one first.
   *
   * @param weights not negative, at least one above zero
   * @throws InvalidCommandException {@code money.weights}
   */
  public List<Money> allocate(List<Long> weights) {
    long total = 0;
    for (long weight : weights) {
      if (weight < 0) {
        total = 0;
        break;
      }
      total = Math.addExact(total, weight);
    }
    if (total == 0) {
      throw InvalidCommandException.of(
          "weights", ErrorCode.MONEY_WEIGHTS, "one weight above 0, none below", weights.toString());
    }
    int scale = Math.max(minorDigits(currency), amount.scale());
    BigInteger coins = amount.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
    return share(coins, scale, weights, BigInteger.valueOf(total));
  }

  private List<Money> share(BigInteger coins, int scale, List<Long> weights, BigInteger total) {
    BigInteger sign = BigInteger.valueOf(coins.signum() < 0 ? -1 : 1);
    List<BigInteger> parts = new ArrayList<>();
    List<BigInteger> lost = new ArrayList<>();
    BigInteger left = coins.abs();
    for (long weight : weights) {
      BigInteger[] part =
          coins.abs().multiply(BigInteger.valueOf(weight)).divideAndRemainder(total);
      parts.add(part[0]);
      lost.add(part[1]);
      left = left.subtract(part[0]);
    }
    List<Integer> order =
        IntStream.range(0, weights.size())
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> lost.get(i)).reversed())
            .toList();
    for (int i = 0; i < left.intValueExact(); i++) {
      parts.set(order.get(i), parts.get(order.get(i)).add(BigInteger.ONE));
    }
    return parts.stream()
        .map(part -> new Money(new BigDecimal(part.multiply(sign), scale), currency))
        .toList();
  }

  private void requireSame(Money other) {
    if (!currency.equals(other.currency)) {
      throw InvalidCommandException.of(
          "currency", ErrorCode.CURRENCY_MIXED, currency, other.currency);
    }
  }

  @Override
  public int compareTo(Money other) {
    requireSame(other);
    return amount.compareTo(other.amount);
  }

  @Override
  public String toString() {
    int scale = Math.max(minorDigits(currency), amount.scale());
    return amount.setScale(scale, RoundingMode.UNNECESSARY).toPlainString() + " " + currency;
  }
}
