package io.jxc.store.memory;

import io.jxc.api.error.StorageException;
import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.BalanceChange;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.BalanceType;
import io.jxc.spi.store.BalanceType.Column;
import io.jxc.spi.store.BalanceType.Movement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What a balance becomes, and whether it may. */
final class BalanceMath {
  private BalanceMath() {}

  /** Moves a balance; refuses what loses digits or does not fit into 24 of them. */
  static BalanceRow apply(BalanceType type, BalanceRow before, BalanceChange change, long version) {
    List<BigDecimal> values = new ArrayList<>(type.columns().size());
    for (int i = 0; i < type.columns().size(); i++) {
      Column column = type.columns().get(i);
      BigDecimal held = before.values().get(i);
      boolean sum = column.movement() == Movement.SUM;
      if (sum ? change.deltas().get(i).signum() == 0 : change.latest().get(i).isEmpty()) {
        // most columns stay: what they hold is shared by all versions of the row
        values.add(held);
        continue;
      }
      BigDecimal moved =
          sum
              ? held.add(exact(type, column, change.deltas().get(i)))
              : exact(type, column, change.latest().get(i).orElseThrow());
      if (moved.precision() > Attribute.DECIMAL_PRECISION) {
        throw StorageException.failed(
            type.name() + " " + change.key() + ": " + column.name() + " holds 24 digits",
            new ArithmeticException("the result has " + moved.precision() + " digits"));
      }
      values.add(moved);
    }
    return new BalanceRow(type.name(), change.key(), version, values);
  }

  /** Tells whether a floor holds. */
  static boolean holds(BalanceType type, String name, BalanceRow row) {
    return type.floor(name).level(type, row.values()).signum() >= 0;
  }

  private static BigDecimal exact(BalanceType type, Column column, BigDecimal value) {
    try {
      return value.setScale(column.scale(), RoundingMode.UNNECESSARY);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          type.name() + "." + column.name() + " has scale " + column.scale() + ", found " + value,
          e);
    }
  }
}
