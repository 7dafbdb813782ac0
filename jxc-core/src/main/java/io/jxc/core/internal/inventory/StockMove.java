package io.jxc.core.internal.inventory;

import io.jxc.api.Quantity;
import io.jxc.core.internal.catalog.ProductDocument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Goods that a document moves in or out of one warehouse.
 *
 * @param kind why they move
 * @param otherEnd the place they come from or go to, one of {@link Places}
 * @param warehouse code of the warehouse
 * @param effectiveOn business date
 * @param documentType stored name of the document type
 * @param documentId key of the document
 * @param partner customer or supplier
 * @param reason why, where one is demanded
 * @param lines the goods
 */
public record StockMove(
    MovementKind kind,
    String otherEnd,
    String warehouse,
    LocalDate effectiveOn,
    String documentType,
    String documentId,
    Optional<String> partner,
    Optional<String> reason,
    List<Line> lines) {

  /** Copies the lines. */
  public StockMove {
    lines = List.copyOf(lines);
  }

  /**
   * Goods of one product.
   *
   * @param number number of the document's line, from 1
   * @param product the product; it has stock
   * @param entered quantity as entered, above zero
   * @param unit unit as entered; absent = the base unit
   * @param base quantity in base units, above zero
   * @param value known value of goods that come in; absent = at the average
   */
  public record Line(
      int number,
      ProductDocument product,
      Quantity entered,
      Optional<String> unit,
      Quantity base,
      Optional<BigDecimal> value) {

    /** Returns goods as they were entered, converted to base units. */
    public static Line entered(
        int number, ProductDocument product, Quantity entered, Optional<String> unit) {
      return new Line(
          number, product, entered, unit, product.toBase(entered, unit), Optional.empty());
    }

    /** Returns the goods with a known value. */
    public Line valued(BigDecimal known) {
      return new Line(number, product, entered, unit, base, Optional.of(known));
    }

    String sku() {
      return product.sku();
    }
  }
}
