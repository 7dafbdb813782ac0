package io.jxc.api;

import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.InvalidCommandException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * How many base units one unit is, as a ratio of two whole numbers in lowest terms: a box of 12 is
 * 12/1, a gram of a kilogram-based product 1/1000.
 *
 * @param numerator 1 to 10^12
 * @param denominator 1 to 10^12
 */
public record UnitRatio(long numerator, long denominator) {
  /** The base unit itself. */
  public static final UnitRatio ONE = new UnitRatio(1, 1);

  private static final long MAX = 1_000_000_000_000L;

  /**
   * Checks the bounds and reduces the ratio.
   *
   * @throws InvalidCommandException {@code unit.ratio}
   */
  public UnitRatio {
    if (numerator < 1 || numerator > MAX || denominator < 1 || denominator > MAX) {
      throw InvalidCommandException.of(
          "ratio", ErrorCode.UNIT_RATIO, "two numbers of 1..10^12", numerator + "/" + denominator);
    }
    long divisor =
        BigInteger.valueOf(numerator).gcd(BigInteger.valueOf(denominator)).longValueExact();
    numerator /= divisor;
    denominator /= divisor;
  }

  /** Returns a ratio of whole base units, for example 12 for a dozen. */
  public static UnitRatio of(long baseUnits) {
    return new UnitRatio(baseUnits, 1);
  }

  /**
   * Converts a quantity of this unit to base units, exactly.
   *
   * @throws InvalidCommandException {@code unit.inexact} when the result needs more than 6 digits
   */
  public Quantity toBase(Quantity entered) {
    return exact(entered, numerator, denominator);
  }

  /**
   * Converts a quantity of base units to this unit, exactly.
   *
   * @throws InvalidCommandException {@code unit.inexact} when the result needs more than 6 digits
   */
  public Quantity fromBase(Quantity base) {
    return exact(base, denominator, numerator);
  }

  private Quantity exact(Quantity quantity, long factor, long divisor) {
    BigDecimal product = quantity.value().multiply(BigDecimal.valueOf(factor));
    try {
      return new Quantity(
          product.divide(BigDecimal.valueOf(divisor), Quantity.SCALE, RoundingMode.UNNECESSARY));
    } catch (ArithmeticException e) {
      throw InvalidCommandException.of(
          "quantity",
          ErrorCode.UNIT_INEXACT,
          "a quantity exact in base units",
          quantity.toString());
    }
  }

  @Override
  public String toString() {
    return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
  }
}
