package io.jxc.core.internal.inventory;

import io.jxc.api.Money;
import io.jxc.core.internal.command.Balance;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.Delta;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Moving average: what comes in adds its value, what goes out takes its share of it, and the last
 * unit takes the rest, so that quantity zero is value zero to the last digit.
 */
final class Costing {
  private static final int VALUE_SCALE = 6;
  private static final int COST_SCALE = 8;

  private Costing() {}

  /** Values goods that come in and adds them to their pool. */
  static BigDecimal receive(Changes changes, String sku, BigDecimal quantity, BigDecimal unitCost) {
    BigDecimal value = quantity.multiply(unitCost).setScale(VALUE_SCALE, RoundingMode.HALF_UP);
    add(changes, sku, quantity, value);
    return value;
  }

  /** Adds goods of a known value to their pool. */
  static void add(Changes changes, String sku, BigDecimal quantity, BigDecimal value) {
    Balance pool = changes.balance(InventoryTypes.COST, InventoryTypes.costKey(sku));
    BigDecimal after = pool.get("quantity").add(quantity);
    Delta delta = Delta.of(InventoryTypes.COST).sum("quantity", quantity).sum("value", value);
    if (after.signum() > 0) {
      delta.latest("last_cost", average(pool.get("value").add(value), after));
    }
    changes.add(InventoryTypes.COST, pool.key(), delta);
  }

  /** Takes goods out of their pool and returns their value. */
  static BigDecimal issue(Changes changes, Context context, String sku, BigDecimal quantity) {
    Balance pool = changes.balance(InventoryTypes.COST, InventoryTypes.costKey(sku));
    BigDecimal value = share(pool, context, quantity);
    Delta delta =
        Delta.of(InventoryTypes.COST)
            .sum("quantity", quantity.negate())
            .sum("value", value.negate());
    if (pool.get("quantity").signum() > 0) {
      delta.latest("last_cost", average(pool.get("value"), pool.get("quantity")));
    }
    changes.add(InventoryTypes.COST, pool.key(), delta);
    return value;
  }

  /**
   * Returns the value of so many units at today's average: the last one while nothing is on hand,
   * one coin while there never was one.
   */
  static BigDecimal share(Balance pool, Context context, BigDecimal quantity) {
    BigDecimal onHand = pool.get("quantity");
    if (onHand.signum() > 0) {
      return onHand.compareTo(quantity) == 0
          ? pool.get("value")
          : quantity.multiply(pool.get("value")).divide(onHand, VALUE_SCALE, RoundingMode.HALF_UP);
    }
    BigDecimal last = pool.get("last_cost");
    BigDecimal unit = last.signum() > 0 ? last : coin(context);
    return quantity.multiply(unit).setScale(VALUE_SCALE, RoundingMode.HALF_UP);
  }

  /** Returns the value of one unit, for display. */
  static BigDecimal unitCost(BigDecimal value, BigDecimal quantity) {
    return quantity.signum() == 0
        ? BigDecimal.ZERO.setScale(COST_SCALE)
        : value.divide(quantity, COST_SCALE, RoundingMode.HALF_UP);
  }

  private static BigDecimal average(BigDecimal value, BigDecimal quantity) {
    return value.divide(quantity, COST_SCALE, RoundingMode.HALF_UP);
  }

  private static BigDecimal coin(Context context) {
    return BigDecimal.ONE.movePointLeft(Money.minorDigits(context.settings().currency()));
  }
}
