package io.jxc.api.sales;

import io.jxc.api.Checks;
import io.jxc.api.Money;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.InvalidCommandException;
import java.math.BigDecimal;

/** Reads percentages and plain amounts exactly, refusing scale bombs before any arithmetic. */
final class Rates {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String PERCENT = "0..100 with at most 4 digits after the point";

  private Rates() {}

  static BigDecimal parse(String path, String text) {
    try {
      if (text.length() <= 60) {
        return new BigDecimal(text);
      }
    } catch (NumberFormatException e) {
      throw invalid(path, text);
    }
    throw invalid(path, text);
  }

  private static InvalidCommandException invalid(String path, String text) {
    return InvalidCommandException.of(path, ErrorCode.DECIMAL_INVALID, "a decimal number", text);
  }

  /** Returns a percentage without trailing zeros. */
  static BigDecimal percent(Checks checks, String path, BigDecimal value) {
    boolean small = value.precision() <= 60 && Math.abs((long) value.scale()) <= 60;
    boolean inside =
        small
            && value.signum() >= 0
            && value.compareTo(HUNDRED) <= 0
            && value.stripTrailingZeros().scale() <= 4;
    checks.require(
        inside, path, ErrorCode.NUMBER_RANGE, PERCENT, small ? value.toString() : "another");
    return inside ? plain(value) : value;
  }

  /** Returns an amount of zero or above without trailing zeros. */
  static BigDecimal amount(Checks checks, String path, BigDecimal value) {
    return checks
        .at(path, () -> new Money(value, "XXX").amount())
        .map(
            amount -> {
              checks.require(
                  amount.signum() >= 0,
                  path,
                  ErrorCode.NUMBER_RANGE,
                  "0 or more",
                  amount.toString());
              return amount;
            })
        .orElse(value);
  }

  private static BigDecimal plain(BigDecimal value) {
    if (value.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
