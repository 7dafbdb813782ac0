package io.jxc.core.internal.command;

import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.BalanceType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
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

  /** Returns the row after the commit; empty where the store has deleted it or never had it. */
  Optional<BalanceRow> committed(long version) {
    boolean zero = current.stream().allMatch(value -> value.signum() == 0);
    if (current.equals(base.values())) {
      return base.version() == 0 ? Optional.empty() : Optional.of(base);
    }
    return zero && type.deleteWhenZero()
        ? Optional.empty()
        : Optional.of(new BalanceRow(type.name(), base.key(), version, current));
  }

  Changes.Moved moved() {
    return new Changes.Moved(type, base.key(), current, floors);
  }

  Balance balance() {
    return new Balance(type, base.key(), current);
  }
}
