package io.jxc.api;

import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.InvalidCommandException;
import java.math.BigDecimal;

/** Reads exact decimals from outside: bounded before any arithmetic, so no scale bomb gets in. */
final class Decimals {
  private static final int PRECISION = 24;
  private static final int MAX_TEXT = 60;

  private Decimals() {}

  static BigDecimal parse(String path, String text, int scale) {
    if (text.isEmpty() || text.length() > MAX_TEXT) {
      throw invalid(path, scale, text);
    }
    try {
      return require(path, new BigDecimal(text), scale);
    } catch (NumberFormatException e) {
      throw invalid(path, scale, text);
    }
  }

  /** Returns the value without trailing zeros, or refuses more digits than can be stored. */
  static BigDecimal require(String path, BigDecimal value, int scale) {
    if (value.signum() == 0) {
      return BigDecimal.ZERO;
    }
    // precision and scale are known without expanding the number: 1E+1000000000 stops here
    long integerDigits = (long) value.precision() - value.scale();
    if (integerDigits > PRECISION - scale || value.precision() > 1_000) {
      throw invalid(path, scale, shown(value));
    }
    BigDecimal plain = value.stripTrailingZeros();
    if (plain.scale() > scale) {
      throw invalid(path, scale, shown(value));
    }
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  private static String shown(BigDecimal value) {
    return value.precision() > MAX_TEXT ? value.precision() + " digits" : value.toString();
  }

  private static InvalidCommandException invalid(String path, int scale, String found) {
    String expected = (PRECISION - scale) + " digits before and " + scale + " after the point";
    return InvalidCommandException.of(path, ErrorCode.DECIMAL_INVALID, expected, found);
  }
}
