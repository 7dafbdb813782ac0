package io.jxc.core.internal.tenant;

import io.jxc.api.tenant.NegativeStock;
import io.jxc.api.tenant.ReturnCost;
import io.jxc.api.tenant.Rounding;
import io.jxc.api.tenant.TenantSettings;
import java.time.Duration;
import java.time.ZoneId;

/**
 * The settings of a tenant; one document, whose existence means that the tenant is provisioned.
 *
 * @param currency base currency, fixed
 * @param zone time zone of business dates
 * @param negativeStock what happens when more is issued than is on hand
 * @param autoConfirm whether an order that nobody must approve is confirmed when it is placed
 * @param rounding where amounts are rounded
 * @param returnCost cost of goods that come back
 * @param holdTime how long a hold lasts when nothing else is said
 * @param resultRetention how long answers to requests are kept
 */
public record TenantDocument(
    String currency,
    String zone,
    NegativeStock negativeStock,
    boolean autoConfirm,
    Rounding rounding,
    ReturnCost returnCost,
    Duration holdTime,
    Duration resultRetention) {
  /** Key of the one document. */
  public static final String KEY = "tenant";

  /** Stands for the settings of a tenant that is not provisioned yet. */
  public static final TenantDocument NONE =
      new TenantDocument(
          "XXX",
          "UTC",
          NegativeStock.REFUSE,
          true,
          Rounding.PER_LINE,
          ReturnCost.ORIGINAL,
          Duration.ofMinutes(30),
          TenantSettings.DEFAULT_RETENTION);

  /** Returns the stored form of settings. */
  public static TenantDocument of(TenantSettings settings) {
    return new TenantDocument(
        settings.currency(),
        settings.zone().getId(),
        settings.negativeStock(),
        settings.autoConfirm(),
        settings.rounding(),
        settings.returnCost(),
        settings.holdTime(),
        settings.resultRetention());
  }

  /** Returns the settings as the API shows them. */
  public TenantSettings settings() {
    return new TenantSettings(
        currency,
        zoneId(),
        negativeStock,
        autoConfirm,
        rounding,
        returnCost,
        holdTime,
        resultRetention);
  }

  /** Returns the time zone. */
  public ZoneId zoneId() {
    return ZoneId.of(zone);
  }
}
