package io.jxc.api.purchase;

import io.jxc.api.Internal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A receipt of goods against a purchase order. What came is told by the movements of its id.
 *
 * @param id its id
 * @param number its number, for example {@code PR20261122-0001}
 * @param externalId its identity in the host's world
 * @param orderId id of the order
 * @param supplier code of the supplier
 * @param effectiveOn business date
 * @param note free text
 * @param lineCount how many lines it has
 * @param createdBy who entered it
 * @param createdAt when
 */
public record PurchaseReceipt(
    String id,
    String number,
    Optional<String> externalId,
    String orderId,
    String supplier,
    LocalDate effectiveOn,
    Optional<String> note,
    int lineCount,
    String createdBy,
    Instant createdAt) {
  /** Made by the library. */
  @Internal
  public PurchaseReceipt {}
}
