package io.jxc.api.inventory;

import io.jxc.api.Internal;
import io.jxc.api.Money;
import io.jxc.api.Quantity;
import io.jxc.api.UnitPrice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A movement of goods: a fact, never changed. What was wrong is corrected by another one.
 *
 * @param sequence its place in the tenant's log
 * @param sku the product
 * @param type why
 * @param from where the goods were: a warehouse, or a place outside such as {@code @SUPPLIER}
 * @param to where they are since
 * @param quantity base units; zero where only a value is corrected
 * @param entered quantity and unit as they were entered
 * @param unitCost value of one base unit; absent without {@code cost.view}
 * @param value value in the base currency; absent without {@code cost.view}
 * @param effectiveOn business date
 * @param document what caused it
 * @param partner customer or supplier
 * @param actor user who did it
 * @param reason why, where one was demanded
 * @param at when it was recorded
 */
public record StockMovement(
    long sequence,
    String sku,
    MovementType type,
    String from,
    String to,
    Quantity quantity,
    Entered entered,
    Optional<UnitPrice> unitCost,
    Optional<Money> value,
    LocalDate effectiveOn,
    Document document,
    Optional<String> partner,
    String actor,
    Optional<String> reason,
    Instant at) {
  /** Made by the library. */
  @Internal
  public StockMovement {}

  /**
   * A quantity as it was entered.
   *
   * @param quantity in {@code unit}
   * @param unit absent = the base unit
   */
  public record Entered(Quantity quantity, Optional<String> unit) {}

  /**
   * A line of a document.
   *
   * @param type type of the document, for example {@code stock_document}
   * @param id id of the document
   * @param line number of the line, from 1
   */
  public record Document(String type, String id, long line) {}
}
