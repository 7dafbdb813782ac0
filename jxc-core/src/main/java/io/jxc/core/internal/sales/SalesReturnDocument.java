package io.jxc.core.internal.sales;

import io.jxc.api.sales.PriceMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The stored header of a sales return.
 *
 * @param id its id
 * @param number its number
 * @param externalId identity in the host's world
 * @param orderId the order that goods came back from, where it is known
 * @param customer code of the customer
 * @param customerName the customer's name
 * @param reason why
 * @param priceMode whether prices contain the tax
 * @param returnedOn business date
 * @param totals the amounts
 * @param owner whose sales it diminishes: who wrote the order, or else the return
 * @param creator who took the goods back
 * @param createdAt when
 */
record SalesReturnDocument(
    String id,
    String number,
    Optional<String> externalId,
    Optional<String> orderId,
    String customer,
    String customerName,
    String reason,
    PriceMode priceMode,
    LocalDate returnedOn,
    Totals totals,
    String owner,
    String creator,
    Instant createdAt) {}
