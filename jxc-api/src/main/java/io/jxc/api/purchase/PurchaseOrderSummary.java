package io.jxc.api.purchase;

import io.jxc.api.Internal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The head of a purchase order.
 *
 * @param id its id, never changed
 * @param number its number, for example {@code PO20261122-0001}
 * @param externalId its identity in the host's world
 * @param supplier code of the supplier
 * @param warehouse code of the warehouse that receives, unless a line names another
 * @param status where it stands
 * @param statusReason why it was rejected, cancelled or closed
 * @param orderedOn business date
 * @param expectedOn day the goods are promised for
 * @param pricesIncludeTax whether unit prices contain the tax
 * @param totals what it costs; absent without {@code cost.view}
 * @param lineCount how many lines it has
 * @param note free text
 * @param createdBy who entered it
 * @param createdAt when
 * @param lastEditedBy who last changed its content
 * @param version its version, for updates
 */
public record PurchaseOrderSummary(
    String id,
    String number,
    Optional<String> externalId,
    String supplier,
    String warehouse,
    PurchaseStatus status,
    Optional<String> statusReason,
    LocalDate orderedOn,
    Optional<LocalDate> expectedOn,
    boolean pricesIncludeTax,
    Optional<PurchaseTotals> totals,
    int lineCount,
    Optional<String> note,
    String createdBy,
    Instant createdAt,
    String lastEditedBy,
    long version) {
  /** Made by the library. */
  @Internal
  public PurchaseOrderSummary {}
}
