package io.jxc.core.internal.inventory;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A movement of goods from one place to another.
 *
 * @param sku the product
 * @param kind why they move
 * @param from where they were
 * @param to where they are now
 * @param quantity base units, above zero; zero where only a value is corrected
 * @param enteredQuantity quantity as entered
 * @param enteredUnit unit as entered; absent = the base unit
 * @param unitCost value of one base unit, rounded to 8 digits
 * @param value value in the base currency, 6 digits
 * @param effectiveOn business date
 * @param document what caused it
 * @param partner customer or supplier
 * @param actor user who did it
 * @param reason why, where one is demanded
 * @param at time of the decision
 */
public record Movement(
    String sku,
    MovementKind kind,
    Place from,
    Place to,
    BigDecimal quantity,
    BigDecimal enteredQuantity,
    Optional<String> enteredUnit,
    BigDecimal unitCost,
    BigDecimal value,
    LocalDate effectiveOn,
    DocumentRef document,
    Optional<String> partner,
    String actor,
    Optional<String> reason,
    Instant at) {

  /**
   * A place of goods.
   *
   * @param warehouse a warehouse, or one of {@link Places} that is none
   * @param bin bin within it, or empty
   * @param lot lot of the goods, or empty
   * @param state state of the goods; empty at places that are no warehouse
   */
  public record Place(String warehouse, String bin, String lot, String state) {
    /** Returns a place outside all warehouses. */
    public static Place virtual(String name) {
      return new Place(name, Places.NONE, Places.NONE, Places.NONE);
    }

    /** Returns the place of sellable goods without bin and lot. */
    public static Place sellable(String warehouse) {
      return new Place(warehouse, Places.NONE, Places.NONE, Places.SELLABLE);
    }

    /** Tells whether stock is kept here. */
    public boolean real() {
      return Places.real(warehouse);
    }
  }

  /**
   * A line of a document.
   *
   * @param type stored name of the document type
   * @param id key of the document
   * @param line number of the line, from 1
   */
  public record DocumentRef(String type, String id, long line) {}
}
