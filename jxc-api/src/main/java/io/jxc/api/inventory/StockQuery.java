package io.jxc.api.inventory;

import io.jxc.api.Checks;
import java.util.Optional;

/**
 * Asks for the stock of many products, by code.
 *
 * <pre>{@code
 * StockQuery.all().warehouse("MAIN").inStock();
 * }</pre>
 *
 * @param warehouse code of a warehouse; absent = all of them together
 * @param category category of the products
 * @param onlyInStock whether products with nothing on hand and nothing reserved are left out
 */
public record StockQuery(
    Optional<String> warehouse, Optional<String> category, boolean onlyInStock) {
  /** Checks the codes. */
  public StockQuery {
    Checks checks = new Checks();
    warehouse = checks.code("warehouse", warehouse);
    category = checks.code("category", category);
    checks.done();
  }

  /** Asks for every product, in all warehouses together. */
  public static StockQuery all() {
    return new StockQuery(Optional.empty(), Optional.empty(), false);
  }

  /** Asks for one warehouse. */
  public StockQuery warehouse(String code) {
    return new StockQuery(Optional.of(code), category, onlyInStock);
  }

  /** Asks for one category. */
  public StockQuery category(String code) {
    return new StockQuery(warehouse, Optional.of(code), onlyInStock);
  }

  /** Leaves out products of which nothing is there. */
  public StockQuery inStock() {
    return new StockQuery(warehouse, category, true);
  }
}
