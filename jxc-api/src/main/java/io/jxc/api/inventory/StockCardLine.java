package io.jxc.api.inventory;

import io.jxc.api.Money;
import io.jxc.api.Quantity;
import java.util.Optional;

/**
 * A line of a stock card: a movement, and what was there after it. Balances are computed from the
 * movements when they are asked for, so a back-dated movement shows in every later line.
 *
 * @param movement the movement
 * @param change by how much it changed what is on hand, in base units
 * @param balance what was on hand after it
 * @param valueChange by how much it changed the value; absent without {@code cost.view}
 * @param balanceValue value of what was on hand after it; absent without {@code cost.view}, and for
 *     one warehouse, because a product has one average cost over all of them
 */
public record StockCardLine(
    StockMovement movement,
    Quantity change,
    Quantity balance,
    Optional<Money> valueChange,
    Optional<Money> balanceValue) {}
