package io.jxc.core.internal.purchase;

import io.jxc.api.purchase.PurchaseStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The head of a purchase order as it is stored.
 *
 * @param id its id
 * @param number its number
 * @param externalId identity in the host's world
 * @param supplier code of the supplier
 * @param warehouse code of the warehouse that receives
 * @param status where it stands
 * @param statusReason why it was rejected, cancelled or closed
 * @param orderedOn business date
 * @param expectedOn day the goods are promised for
 * @param pricesIncludeTax whether unit prices contain the tax
 * @param note free text
 * @param net Σ of the lines without tax
 * @param tax Σ of the lines' tax
 * @param rounding {@code total − net − tax}
 * @param total what the supplier is owed
 * @param lineCount how many lines it has
 * @param lastLineNo highest line number ever used
 * @param creator who entered it
 * @param createdAt when
 * @param lastEditor who last changed its content
 * @param submittedHash hash of the content that was submitted; absent in a draft
 */
public record OrderDocument(
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
    Optional<String> note,
    BigDecimal net,
    BigDecimal tax,
    BigDecimal rounding,
    BigDecimal total,
    int lineCount,
    int lastLineNo,
    String creator,
    Instant createdAt,
    String lastEditor,
    Optional<String> submittedHash) {

  /** Tells whether goods are expected. */
  boolean isOpen() {
    return status == PurchaseStatus.APPROVED || status == PurchaseStatus.PARTLY_RECEIVED;
  }

  /** Returns the order with another status and the reason of it. */
  OrderDocument with(PurchaseStatus newStatus, Optional<String> reason) {
    boolean draft = newStatus == PurchaseStatus.DRAFT;
    return with(newStatus, reason, draft ? Optional.empty() : submittedHash);
  }

  /** Returns the order submitted with this content. */
  OrderDocument submitted(PurchaseStatus newStatus, String hash) {
    return with(newStatus, Optional.empty(), Optional.of(hash));
  }

  private OrderDocument with(
      PurchaseStatus newStatus, Optional<String> reason, Optional<String> hash) {
    return new OrderDocument(
        id,
        number,
        externalId,
        supplier,
        warehouse,
        newStatus,
        reason,
        orderedOn,
        expectedOn,
        pricesIncludeTax,
        note,
        net,
        tax,
        rounding,
        total,
        lineCount,
        lastLineNo,
        creator,
        createdAt,
        lastEditor,
        hash);
  }
}
