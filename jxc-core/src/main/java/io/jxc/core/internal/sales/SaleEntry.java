package io.jxc.core.internal.sales;

import io.jxc.api.catalog.ProductKind;
import io.jxc.api.sales.SaleLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A fact of the sales ledger; see {@link SaleLine}.
 *
 * @param kind sale or return; a return's quantity and amounts are below zero
 * @param documentId the order or the return
 * @param orderId the order, where there is one
 * @param lineNo number of the line in that document
 * @param customer code of the customer
 * @param sku code of the product
 * @param item goods or service
 * @param warehouse where the goods left or came to
 * @param quantity base units
 * @param unitPrice price of one unit as entered
 * @param gross quantity × price before any rounding to coins
 * @param net without tax
 * @param tax the tax
 * @param cost cost of the goods
 * @param on business date
 * @param owner who wrote the order, or the return without one
 * @param actor who shipped or took back
 * @param at when
 */
record SaleEntry(
    SaleLine.Kind kind,
    String documentId,
    Optional<String> orderId,
    long lineNo,
    String customer,
    String sku,
    ProductKind item,
    Optional<String> warehouse,
    BigDecimal quantity,
    BigDecimal unitPrice,
    BigDecimal gross,
    BigDecimal net,
    BigDecimal tax,
    BigDecimal cost,
    LocalDate on,
    String owner,
    String actor,
    Instant at) {

  BigDecimal margin() {
    return net.subtract(cost);
  }
}
