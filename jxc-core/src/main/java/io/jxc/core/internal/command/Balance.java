package io.jxc.core.internal.command;

import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceType;
import java.math.BigDecimal;
import java.util.List;

/**
 * A balance as a rule sees it: with the changes decided so far. One without a row is all zero.
 *
 * @param type its declaration
 * @param key its dimensions
 * @param values its columns in declared order
 */
public record Balance(BalanceType type, BalanceKey key, List<BigDecimal> values) {
  /** Returns one column. */
  public BigDecimal get(String column) {
    return values.get(type.column(column));
  }

  /** Tells whether every column is zero. */
  public boolean isZero() {
    return values.stream().allMatch(value -> value.signum() == 0);
  }
}
