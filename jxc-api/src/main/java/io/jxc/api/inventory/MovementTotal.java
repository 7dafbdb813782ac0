package io.jxc.api.inventory;

import io.jxc.api.Money;
import io.jxc.api.Quantity;
import java.util.Optional;

/**
 * All movements of one type, added up.
 *
 * @param type why goods moved
 * @param movements how many movements
 * @param quantity base units over all products
 * @param value value in the base currency; absent without {@code cost.view}
 */
public record MovementTotal(
    MovementType type, long movements, Quantity quantity, Optional<Money> value) {}
