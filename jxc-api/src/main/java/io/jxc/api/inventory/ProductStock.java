package io.jxc.api.inventory;

import io.jxc.api.Money;
import io.jxc.api.UnitPrice;
import java.util.List;
import java.util.Optional;

/**
 * The stock of one product, in all warehouses and in each.
 *
 * @param total all warehouses together
 * @param warehouses each warehouse where something is on hand or reserved, by code
 * @param value value of what is on hand, in the base currency; absent without {@code cost.view}
 * @param averageCost cost of one base unit: the value divided by the quantity, rounded to 8 digits,
 *     the last one known while nothing is on hand; absent without {@code cost.view}
 */
public record ProductStock(
    StockLevel total,
    List<StockLevel> warehouses,
    Optional<Money> value,
    Optional<UnitPrice> averageCost) {
  /** Copies the list. */
  public ProductStock {
    warehouses = List.copyOf(warehouses);
  }
}
