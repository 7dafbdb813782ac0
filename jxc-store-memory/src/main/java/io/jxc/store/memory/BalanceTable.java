package io.jxc.store.memory;

import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.BalanceType;
import io.jxc.spi.store.Filter;
import io.jxc.spi.store.Filter.Operator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  /** The rows that can meet the filters: those whose first dimensions are the ones asked for. */
  Iterator<BalanceRow> rows(List<Filter> filters, long snapshot) {
    List<String> prefix = new ArrayList<>();
    for (String dimension : type.dimensions()) {
      Optional<String> wanted =
          filters.stream()
              .filter(f -> f.attribute().equals(dimension) && f.operator() == Operator.EQ)
              .map(f -> (String) f.values().get(0))
              .findFirst();
      if (wanted.isEmpty()) {
        break;
      }
      prefix.add(wanted.get());
    }
    return startingWith(prefix, snapshot);
  }

  /** The rows whose first dimensions are these, in order of keys. */
  Iterator<BalanceRow> startingWith(List<String> prefix, long snapshot) {
    Iterator<BalanceRow> following = rows.from(new BalanceKey(prefix), true, snapshot);
    return new Lookahead<>() {
      @Override
      @Nullable BalanceRow find() {
        BalanceRow row = following.hasNext() ? following.next() : null;
        return row != null && row.key().startsWith(prefix) ? row : null;
      }
    };
  }

  void write(BalanceRow after, boolean vanishes, long sequence, Retired retired) {
    if (vanishes) {
      rows.delete(after.key(), sequence, retired);
    } else {
      rows.put(after.key(), after, sequence, retired);
    }
  }
}
