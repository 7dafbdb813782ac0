package io.jxc.spi.store;

import java.math.BigDecimal;
import java.util.List;

/**
 * A stored balance. A balance without a row is all zero with version 0.
 *
 * @param type name of the declared balance type
 * @param key its dimensions
 * @param version last sequence of the block that changed it last
 * @param values its columns in declared order, each at its declared scale
 */
public record BalanceRow(String type, BalanceKey key, long version, List<BigDecimal> values) {
  /** Copies the values. */
  public BalanceRow {
    values = List.copyOf(values);
  }

  /** Returns the balance that stands for an absent row. */
  public static BalanceRow absent(BalanceType type, BalanceKey key) {
    return new BalanceRow(
        type.name(),
        key,
        0,
        type.columns().stream().map(c -> BigDecimal.ZERO.setScale(c.scale())).toList());
  }

  /** Tells whether every column is zero. */
  public boolean isZero() {
    for (BigDecimal value : values) {
      if (value.signum() != 0) {
        return false;
      }
    }
    return true;
  }
}
