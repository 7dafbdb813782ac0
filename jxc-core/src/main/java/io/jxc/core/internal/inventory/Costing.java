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

  /**
   * Adds goods of a known value to their pool. Goods that were issued below zero went out at the
   * last known cost; what comes in covers them first, at what it really costs. The difference
   * leaves the pool again and is returned, so that what is left is worth what it cost.
   *
   * @return by how much the covered goods cost more than they were issued at; below zero = less
   */
  static BigDecimal add(Changes changes, String sku, BigDecimal quantity, BigDecimal value) {
    Balance pool = changes.balance(InventoryTypes.COST, InventoryTypes.costKey(sku));
    BigDecimal late = late(pool, quantity, value);
    BigDecimal after = pool.get("quantity").add(quantity);
    BigDecimal kept = value.subtract(late);
    Delta delta = Delta.of(InventoryTypes.COST).sum("quantity", quantity).sum("value", kept);
    if (after.signum() > 0) {
      delta.latest("last_cost", average(pool.get("value").add(kept), after));
    } else if (value.signum() > 0) {
      delta.latest("last_cost", average(value, quantity));
    }
    changes.add(InventoryTypes.COST, pool.key(), delta);
    return late;
  }

  private static BigDecimal late(Balance pool, BigDecimal quantity, BigDecimal value) {
    BigDecimal below = pool.get("quantity").negate();
    if (below.signum() <= 0) {
      return BigDecimal.ZERO.setScale(VALUE_SCALE);
    }
    BigDecimal covered = below.min(quantity);
    BigDecimal issuedAt = part(pool.get("value").negate(), covered, below);
    return part(value, covered, quantity).subtract(issuedAt);
  }

  /** Returns the value of a part; the whole is worth all of it. */
  private static BigDecimal part(BigDecimal value, BigDecimal part, BigDecimal whole) {
    return part.compareTo(whole) == 0
        ? value.setScale(VALUE_SCALE, RoundingMode.HALF_UP)
        : part.multiply(value).divide(whole, VALUE_SCALE, RoundingMode.HALF_UP);
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
      return part(pool.get("value"), quantity, onHand);
    }
    BigDecimal last = pool.get("last_cost");
    BigDecimal unit = last.signum() > 0 ? last : coin(context);
    return quantity.multiply(unit).setScale(VALUE_SCALE, RoundingMode.HALF_UP);
  }

  /** Returns what so many units of a pool are worth: all of them, all of its value. */
  static BigDecimal worth(
      BigDecimal pooled, BigDecimal value, BigDecimal lastCost, BigDecimal quantity) {
    return pooled.signum() == 0 ? value(quantity, lastCost) : part(value, quantity, pooled);
  }

  /** Returns the value of goods at a known cost of one of them. */
  static BigDecimal value(BigDecimal quantity, BigDecimal unitCost) {
    return quantity.multiply(unitCost).setScale(VALUE_SCALE, RoundingMode.HALF_UP);
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
