package io.jxc.api.tenant;

import io.jxc.api.Checks;
import io.jxc.api.Internal;
import io.jxc.api.Money;
import io.jxc.api.error.ErrorCode;
import java.time.Duration;
import java.time.ZoneId;

/**
 * The settings of a tenant. Start with {@link #of} and change with the methods that return a copy.
 *
 * @param currency base currency, an ISO 4217 code; fixed once something was posted
 * @param zone time zone in which an instant becomes a business date
 * @param negativeStock whether more may be issued than is there; {@code REFUSE} by default
 * @param autoConfirm whether approving a sales order also confirms it; on by default
 * @param rounding where amounts are rounded; {@code PER_LINE} by default
 * @param returnCost cost of goods that come back from a known order; {@code ORIGINAL} by default
 * @param holdTime how long a hold on stock lasts that names no end, 1 minute to 90 days; 30 minutes
 *     by default
 * @param resultRetention how long the answer to a request is kept, so that a repetition gets it
 *     again: 1 to 3,650 days; 7 days by default. Older ones go when the host purges them
 */
public record TenantSettings(
    String currency,
    ZoneId zone,
    NegativeStock negativeStock,
    boolean autoConfirm,
    Rounding rounding,
    ReturnCost returnCost,
    Duration holdTime,
    Duration resultRetention) {
  /** The shortest time that holds may last by default. */
  public static final Duration MIN_HOLD_TIME = Duration.ofMinutes(1);

  /** The longest time that holds may last by default. */
  public static final Duration MAX_HOLD_TIME = Duration.ofDays(90);

  /** How long answers are kept unless told. */
  public static final Duration DEFAULT_RETENTION = Duration.ofDays(7);

  /** The shortest time that answers are kept. */
  public static final Duration MIN_RETENTION = Duration.ofDays(1);

  /** The longest time that answers are kept. */
  public static final Duration MAX_RETENTION = Duration.ofDays(3_650);

  /** Checks the settings; use {@link #of}. */
  @Internal
  public TenantSettings {
    Checks checks = new Checks();
    checkCurrency(checks, currency);
    checkHoldTime(checks, holdTime);
    checks.require(
        resultRetention.compareTo(MIN_RETENTION) >= 0
            && resultRetention.compareTo(MAX_RETENTION) <= 0,
        "resultRetention",
        ErrorCode.NUMBER_RANGE,
        MIN_RETENTION + ".." + MAX_RETENTION,
        resultRetention.toString());
    checks.done();
  }

  /**
   * Returns settings that are at their defaults but for currency and zone.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code currency.unknown}
   */
  public static TenantSettings of(String currency, ZoneId zone) {
    return new TenantSettings(
        currency,
        zone,
        NegativeStock.REFUSE,
        true,
        Rounding.PER_LINE,
        ReturnCost.ORIGINAL,
        Duration.ofMinutes(30),
        DEFAULT_RETENTION);
  }

  static void checkCurrency(Checks checks, String currency) {
    try {
      Money.minorDigits(currency);
    } catch (io.jxc.api.error.InvalidCommandException e) {
      checks.require(false, "currency", ErrorCode.CURRENCY_UNKNOWN, "an ISO 4217 code", currency);
    }
  }

  static void checkHoldTime(Checks checks, Duration holdTime) {
    checks.require(
        holdTime.compareTo(MIN_HOLD_TIME) >= 0 && holdTime.compareTo(MAX_HOLD_TIME) <= 0,
        "holdTime",
        ErrorCode.NUMBER_RANGE,
        MIN_HOLD_TIME + ".." + MAX_HOLD_TIME,
        holdTime.toString());
  }

  /** Returns a copy with another base currency. */
  public TenantSettings withCurrency(String value) {
    return new TenantSettings(
        value, zone, negativeStock, autoConfirm, rounding, returnCost, holdTime, resultRetention);
  }

  /** Returns a copy with another time zone. */
  public TenantSettings withZone(ZoneId value) {
    return new TenantSettings(
        currency,
        value,
        negativeStock,
        autoConfirm,
        rounding,
        returnCost,
        holdTime,
        resultRetention);
  }

  /** Returns a copy with another policy for negative stock. */
  public TenantSettings withNegativeStock(NegativeStock value) {
    return new TenantSettings(
        currency, zone, value, autoConfirm, rounding, returnCost, holdTime, resultRetention);
  }

  /** Returns a copy that confirms sales orders with their approval, or does not. */
  public TenantSettings withAutoConfirm(boolean value) {
    return new TenantSettings(
        currency, zone, negativeStock, value, rounding, returnCost, holdTime, resultRetention);
  }

  /** Returns a copy with another place of rounding. */
  public TenantSettings withRounding(Rounding value) {
    return new TenantSettings(
        currency, zone, negativeStock, autoConfirm, value, returnCost, holdTime, resultRetention);
  }

  /** Returns a copy with another cost of goods that come back. */
  public TenantSettings withReturnCost(ReturnCost value) {
    return new TenantSettings(
        currency, zone, negativeStock, autoConfirm, rounding, value, holdTime, resultRetention);
  }

  /** Returns a copy with another default life of holds. */
  public TenantSettings withHoldTime(Duration value) {
    return new TenantSettings(
        currency, zone, negativeStock, autoConfirm, rounding, returnCost, value, resultRetention);
  }

  /** Returns a copy with another time for which answers are kept. */
  public TenantSettings withResultRetention(Duration value) {
    return new TenantSettings(
        currency, zone, negativeStock, autoConfirm, rounding, returnCost, holdTime, value);
  }
}
