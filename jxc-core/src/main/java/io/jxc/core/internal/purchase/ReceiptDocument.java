package io.jxc.core.internal.purchase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A receipt against a purchase order as it is stored; its goods are the movements that name it,
 * each with the number of the order's line.
 *
 * @param id its id
 * @param number its number
 * @param externalId identity in the host's world
 * @param orderId id of the order
 * @param supplier code of the supplier
 * @param effectiveOn business date
 * @param note free text
 * @param lineCount how many lines of the order it received
 * @param creator who entered it
 * @param createdAt when
 */
public record ReceiptDocument(
    String id,
    String number,
    Optional<String> externalId,
    String orderId,
    String supplier,
    LocalDate effectiveOn,
    Optional<String> note,
    int lineCount,
    String creator,
    Instant createdAt) {}
