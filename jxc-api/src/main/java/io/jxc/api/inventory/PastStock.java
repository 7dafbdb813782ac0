package io.jxc.api.inventory;

import io.jxc.api.Money;
import io.jxc.api.Quantity;
import java.util.Optional;

/**
 * What was on hand of a product at the end of a business date.
 *
 * @param sku the product
 * @param name its name, if it has one
 * @param onHand base units
 * @param value its value in the base currency: of one warehouse, its share by quantity; absent
 *     without {@code cost.view}
 */
public record PastStock(
    String sku, Optional<String> name, Quantity onHand, Optional<Money> value) {}
