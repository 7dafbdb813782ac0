package io.jxc.api;

import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.InvalidCommandException;
import java.math.BigDecimal;

/**
 * A tax rate in percent, from 0 to 100 with at most 4 digits after the point: {@code "13"} is
 * thirteen percent. {@code 13} and {@code 13.00} are equal.
 *
 * @param percent without trailing zeros
 */
public record TaxRate(BigDecimal percent) implements Comparable<TaxRate> {
  /** Digits after the point. */
  public static final int SCALE = 4;

  // before the constants made by the constructor that compares with it
  private static final BigDecimal MAX = BigDecimal.valueOf(100);

  /** No tax. */
  public static final TaxRate ZERO = new TaxRate(BigDecimal.ZERO);

  /**
   * Checks and normalises the percentage.
   *
   * @throws InvalidCommandException {@code decimal.invalid} or {@code number.range}
   */
  public TaxRate {
    percent = Decimals.require("taxRate", percent, SCALE);
    if (percent.signum() < 0 || percent.compareTo(MAX) > 0) {
      throw InvalidCommandException.of(
          "taxRate", ErrorCode.NUMBER_RANGE, "0..100 percent", percent.toPlainString());
    }
  }

  /** Reads a percentage, for example {@code "13"} or {@code "7.25"}. */
  public static TaxRate of(String percent) {
    return new TaxRate(Decimals.parse("taxRate", percent, SCALE));
  }

  /** Returns the rate as a factor: 0.13 for thirteen percent. */
  public BigDecimal fraction() {
    return percent.movePointLeft(2);
  }

  @Override
  public int compareTo(TaxRate other) {
    return percent.compareTo(other.percent);
  }

  @Override
  public String toString() {
    return percent.toPlainString();
  }
}
