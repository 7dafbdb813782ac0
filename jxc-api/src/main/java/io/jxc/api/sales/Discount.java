package io.jxc.api.sales;

import io.jxc.api.Checks;
import java.math.BigDecimal;

/**
 * A discount on a line or on a whole document, as a percentage or as an amount.
 *
 * <pre>{@code
 * Discount.percent("12.5");
 * Discount.amount("20.00");      // in the currency of the document
 * }</pre>
 *
 * @param kind how {@code value} is meant
 * @param value 0 to 100 with at most 4 digits after the point, or an amount of zero or more
 */
public record Discount(Kind kind, BigDecimal value) {
  /** How the value of a discount is meant. */
  public enum Kind {
    /** So many hundredths of the price. */
    PERCENT,
    /** So much money off. */
    AMOUNT
  }

  /**
   * Checks and normalises the value.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code number.range} or {@code
   *     decimal.invalid}
   */
  public Discount {
    Checks checks = new Checks();
    value =
        kind == Kind.PERCENT
            ? Rates.percent(checks, "discount", value)
            : Rates.amount(checks, "discount", value);
    checks.done();
  }

  /** Returns a discount of so many percent, for example {@code percent("10")}. */
  public static Discount percent(String percent) {
    return new Discount(Kind.PERCENT, Rates.parse("discount", percent));
  }

  /** Returns a discount of so much money off the line or the document. */
  public static Discount amount(String amount) {
    return new Discount(Kind.AMOUNT, Rates.parse("discount", amount));
  }
}
