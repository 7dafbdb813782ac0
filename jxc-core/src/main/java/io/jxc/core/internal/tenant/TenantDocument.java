package io.jxc.core.internal.tenant;

import io.jxc.api.tenant.NegativeStock;
import io.jxc.api.tenant.ReturnCost;
import io.jxc.api.tenant.Rounding;
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
 */
public record TenantDocument(
    String currency,
    String zone,
    NegativeStock negativeStock,
    boolean autoConfirm,
    Rounding rounding,
    ReturnCost returnCost) {
  /** Key of the one document. */
  public static final String KEY = "tenant";

  /** Returns the time zone. */
  public ZoneId zoneId() {
    return ZoneId.of(zone);
  }
}
