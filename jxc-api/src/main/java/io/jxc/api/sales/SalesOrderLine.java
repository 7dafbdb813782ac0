package io.jxc.api.sales;

import io.jxc.api.Internal;
import io.jxc.api.Money;
import io.jxc.api.Quantity;
import io.jxc.api.TaxRate;
import io.jxc.api.UnitPrice;
import io.jxc.api.catalog.ProductKind;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A line of a sales order.
 *
 * @param lineNo its number within the order
 * @param item what is sold
 * @param quantity as entered, in the item's unit
 * @param baseQuantity the same in base units
 * @param unitPrice price of one unit
 * @param taxRate rate of the tax
 * @param discount discount of the line
 * @param warehouse where the goods are taken from; absent for a service
 * @param dueOn when the goods are wanted
 * @param amounts what it comes to
 * @param progress what became of it
 */
public record SalesOrderLine(
    int lineNo,
    Item item,
    Quantity quantity,
    Quantity baseQuantity,
    UnitPrice unitPrice,
    TaxRate taxRate,
    Optional<Discount> discount,
    Optional<String> warehouse,
    LocalDate dueOn,
    LineAmounts amounts,
    Progress progress) {

  /** Made by the library. */
  @Internal
  public SalesOrderLine {}

  /**
   * What is sold, as it was when the line was written.
   *
   * @param sku code of the product
   * @param name its name
   * @param unit the unit of the line
   * @param kind goods or service
   */
  public record Item(String sku, String name, String unit, ProductKind kind) {}

  /**
   * What became of a line; quantities in base units.
   *
   * @param shipped shipped so far
   * @param returned brought back of what was shipped
   * @param open still to be shipped; zero before confirmation and once given up
   * @param cost cost of what was shipped; absent without {@code cost.view}
   * @param margin net amount − cost of what was shipped; absent without {@code cost.view}
   */
  public record Progress(
      Quantity shipped,
      Quantity returned,
      Quantity open,
      Optional<Money> cost,
      Optional<Money> margin) {
    /** Made by the library. */
    @Internal
    public Progress {}
  }
}
