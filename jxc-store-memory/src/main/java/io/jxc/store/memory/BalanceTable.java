package io.jxc.store.memory;

import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.BalanceType;
import java.util.Comparator;

/** The balances of one type. */
final class BalanceTable {
  private final BalanceType type;
  private final VersionedMap<BalanceKey, BalanceRow> rows =
      new VersionedMap<>(Comparator.naturalOrder());

  BalanceTable(BalanceType type) {
    this.type = type;
  }

  BalanceType type() {
    return type;
  }

  VersionedMap<BalanceKey, BalanceRow> rows() {
    return rows;
  }

  void write(BalanceRow after, boolean vanishes, long sequence, Retired retired) {
    if (vanishes) {
      rows.delete(after.key(), sequence, retired);
    } else {
      rows.put(after.key(), after, sequence, retired);
    }
  }
}
