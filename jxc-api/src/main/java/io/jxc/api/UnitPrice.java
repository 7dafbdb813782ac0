package io.jxc.api;

import java.math.BigDecimal;

/**
 * An exact price or cost of one unit: at most 16 digits before and 8 after the point, in the
 * currency of the document it stands in.
 *
 * @param value without trailing zeros
 */
public record UnitPrice(BigDecimal value) implements Comparable<UnitPrice> {
  /** Digits after the point. */
  public static final int SCALE = 8;

  /** Free of charge. */
  public static final UnitPrice ZERO = new UnitPrice(BigDecimal.ZERO);

  /**
   * Checks and normalises the value.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code decimal.invalid}
   */
  public UnitPrice {
    value = Decimals.require("price", value, SCALE);
  }

  /** Reads a price, for example {@code "6.00"}. */
  public static UnitPrice of(String text) {
    return new UnitPrice(Decimals.parse("price", text, SCALE));
  }

  /** Returns −1, 0 or 1. */
  public int signum() {
    return value.signum();
  }

  @Override
  public int compareTo(UnitPrice other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toPlainString();
  }
}
