package io.jxc.api.sales;

import io.jxc.api.Checks;
import io.jxc.api.Money;
import io.jxc.api.TaxRate;
import io.jxc.api.error.ErrorCode;
import java.math.BigDecimal;
import java.util.function.Supplier;

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
  private static final String NO_CURRENCY = "XXX";

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
    BigDecimal given = value;
    // a percentage has the form of a tax rate, an amount that of money in any currency
    value =
        kind == Kind.PERCENT
            ? read(() -> new TaxRate(given).percent())
            : read(() -> new Money(given, NO_CURRENCY).amount());
    Checks checks = new Checks();
    checks.require(
        value.signum() >= 0,
        "discount",
        ErrorCode.NUMBER_RANGE,
        "0 or more",
        value.toPlainString());
    checks.done();
  }

  /** Returns a discount of so many percent, for example {@code percent("10")}. */
  public static Discount percent(String percent) {
    return new Discount(Kind.PERCENT, read(() -> TaxRate.of(percent).percent()));
  }

  /** Returns a discount of so much money off the line or the document. */
  public static Discount amount(String amount) {
    return new Discount(Kind.AMOUNT, read(() -> Money.of(amount, NO_CURRENCY).amount()));
  }

  private static BigDecimal read(Supplier<BigDecimal> reader) {
    Checks checks = new Checks();
    return checks.make(() -> checks.field("discount", reader).orElse(BigDecimal.ZERO));
  }
}
