package io.jxc.api;

import java.math.BigDecimal;

/**
 * An exact quantity: at most 18 digits before and 6 after the point. Signed; commands that want a
 * positive one say so. {@code 10} and {@code 10.00} are equal.
 *
 * <pre>{@code
 * Quantity sold = Quantity.of("2.5").plus(Quantity.of(1));   // 3.5
 * }</pre>
 *
 * @param value without trailing zeros
 */
public record Quantity(BigDecimal value) implements Comparable<Quantity> {
  /** Digits after the point. */
  public static final int SCALE = 6;

  /** Nothing. */
  public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

  /**
   * Checks and normalises the value.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code decimal.invalid}
   */
  public Quantity {
    value = Decimals.require("quantity", value, SCALE);
  }

  /** Reads a quantity, for example {@code "2.5"}. */
  public static Quantity of(String text) {
    return new Quantity(Decimals.parse("quantity", text, SCALE));
  }

  /** Returns a whole quantity. */
  public static Quantity of(long value) {
    return new Quantity(BigDecimal.valueOf(value));
  }

  /** Returns the sum. */
  public Quantity plus(Quantity other) {
    return new Quantity(value.add(other.value));
  }

  /** Returns the difference. */
  public Quantity minus(Quantity other) {
    return new Quantity(value.subtract(other.value));
  }

  /** Returns the quantity with the opposite sign. */
  public Quantity negate() {
    return new Quantity(value.negate());
  }

  /** Returns −1, 0 or 1. */
  public int signum() {
    return value.signum();
  }

  /** Tells whether it is above zero. */
  public boolean isPositive() {
    return value.signum() > 0;
  }

  /** Returns the smaller of the two. */
  public Quantity min(Quantity other) {
    return compareTo(other) <= 0 ? this : other;
  }

  @Override
  public int compareTo(Quantity other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toPlainString();
  }
}
