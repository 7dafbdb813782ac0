package io.jxc.core.internal.command;

import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.BalanceType;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A balance within a batch: as it was read, and as the batch has left it so far. */
final class BalanceState {
  final BalanceType type;
  final BalanceRow base;
  final Set<String> floors = new HashSet<>();
  List<BigDecimal> current;
  boolean dirty;

  BalanceState(BalanceType type, BalanceRow base) {
    this.type = type;
    this.base = base;
    this.current = base.values();
  }

  Balance balance() {
    return new Balance(type, base.key(), current);
  }
}
