package io.jxc.api.sales;

import io.jxc.api.Internal;
import io.jxc.api.Money;
import io.jxc.api.Quantity;
import io.jxc.api.UnitPrice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A fact of the sales ledger: a line, or part of one, that was shipped or brought back. Quantity
 * and amounts are above zero for a sale and below zero for a return, so that they add up.
 *
 * @param sequence its number in the tenant's log
 * @param kind sale or return
 * @param source the line it belongs to
 * @param customer code of the customer
 * @param sku code of the product
 * @param warehouse where the goods left or came to; absent for a service
 * @param quantity base units
 * @param unitPrice price of one unit as entered
 * @param gross quantity × price before any rounding to coins
 * @param net without tax, after discounts
 * @param tax the tax
 * @param cost cost of the goods, fixed for good; absent without {@code cost.view}
 * @param margin net − cost; absent without {@code cost.view}
 * @param on business date
 * @param actor who shipped or took back
 * @param at when
 */
public record SaleLine(
    long sequence,
    Kind kind,
    Source source,
    String customer,
    String sku,
    Optional<String> warehouse,
    Quantity quantity,
    UnitPrice unitPrice,
    Money gross,
    Money net,
    Money tax,
    Optional<Money> cost,
    Optional<Money> margin,
    LocalDate on,
    String actor,
    Instant at) {
  /** Made by the library. */
  @Internal
  public SaleLine {}

  /** Which way the goods went. */
  public enum Kind {
    /** To the customer. */
    SALE,
    /** From the customer. */
    RETURN
  }

  /**
   * The line of a document.
   *
   * @param documentId id of the order, or of the return for what came back
   * @param lineNo number of the line in that document
   * @param orderId the order, where there is one
   */
  public record Source(String documentId, int lineNo, Optional<String> orderId) {}
}
