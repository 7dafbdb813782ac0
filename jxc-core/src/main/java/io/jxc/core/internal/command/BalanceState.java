package io.jxc.core.internal.command;

import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.BalanceType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** A balance within a batch: as it was read, and as the batch has left it so far. */
final class BalanceState {
  final BalanceType type;
  final BalanceRow base;
  Set<String> floors = Set.of();
  List<BigDecimal> current;
  boolean dirty;

  BalanceState(BalanceType type, BalanceRow base) {
    this.type = type;
    this.base = base;
    this.current = base.values();
  }

  /** Returns the row after the commit; where the store has deleted it, version 0 and all zero. */
  BalanceRow committed(long version) {
    if (current.equals(base.values())) {
      return base;
    }
    boolean zero = current.stream().allMatch(value -> value.signum() == 0);
    return zero && type.deleteWhenZero()
        ? BalanceRow.absent(type, base.key())
        : new BalanceRow(type.name(), base.key(), version, current);
  }

  Balance balance() {
    return new Balance(type, base.key(), current);
  }
}
