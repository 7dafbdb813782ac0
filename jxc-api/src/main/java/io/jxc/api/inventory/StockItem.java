package io.jxc.api.inventory;

import io.jxc.api.Money;
import io.jxc.api.UnitPrice;
import java.util.Optional;

/**
 * A product in a list of stock.
 *
 * @param name name of the product, if it has one
 * @param level how much there is, in the warehouse asked for or in all of them
 * @param value value of what is on hand, in the base currency: of one warehouse, its share by
 *     quantity; absent without {@code cost.view}
 * @param averageCost cost of one base unit; absent without {@code cost.view}
 */
public record StockItem(
    Optional<String> name,
    StockLevel level,
    Optional<Money> value,
    Optional<UnitPrice> averageCost) {
  /** Returns the code of the product. */
  public String sku() {
    return level.sku();
  }
}
