package io.jxc.api.sales;

import io.jxc.api.Internal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A sales return without its lines.
 *
 * @param id id of the return, a UUID
 * @param number its number, for example {@code SR20261122-0001}
 * @param externalId identity in the host's world
 * @param orderId the order that goods came back from, where it is known
 * @param customer code of the customer
 * @param customerName the customer's name when the return was written
 * @param reason why the goods came back
 * @param priceMode whether prices contain the tax
 * @param returnedOn business date
 * @param totals the amounts; the total is refunded
 * @param creator who took the goods back
 * @param createdAt when
 * @param version version of the return
 */
public record SalesReturnSummary(
    String id,
    String number,
    Optional<String> externalId,
    Optional<String> orderId,
    String customer,
    String customerName,
    String reason,
    PriceMode priceMode,
    LocalDate returnedOn,
    OrderTotals totals,
    String creator,
    Instant createdAt,
    long version) {
  /** Made by the library. */
  @Internal
  public SalesReturnSummary {}
}
