package io.jxc.core.internal.inventory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A receipt, an issue or an adjustment; its lines are movements.
 *
 * @param id its id
 * @param number its number
 * @param kind {@code RECEIPT}, {@code ISSUE} or {@code ADJUSTMENT}
 * @param externalId permanent identity in the host's world
 * @param warehouse where
 * @param effectiveOn business date
 * @param reason why
 * @param note free text
 * @param lines how many lines it has
 * @param createdBy user who did it
 * @param createdAt when
 */
public record StockDocument(
    String id,
    String number,
    String kind,
    Optional<String> externalId,
    String warehouse,
    LocalDate effectiveOn,
    Optional<String> reason,
    Optional<String> note,
    int lines,
    String createdBy,
    Instant createdAt) {}
