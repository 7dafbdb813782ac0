package io.jxc.tck;

import io.jxc.spi.store.BalanceChange;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.BalanceType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Builds a change of a balance column by column. Not thread-safe. */
final class Move {
  private final BalanceType type;
  private final BalanceKey key;
  private final List<BigDecimal> deltas = new ArrayList<>();
  private final List<Optional<BigDecimal>> latest = new ArrayList<>();
  private final Set<String> floors = new HashSet<>();
  private long version;
  private boolean vanishes;

  private Move(BalanceType type, BalanceKey key) {
    this.type = type;
    this.key = key;
    type.columns()
        .forEach(
            column -> {
              deltas.add(BigDecimal.ZERO);
              latest.add(Optional.empty());
            });
  }

  static Move of(BalanceType type, String... dimensions) {
    return new Move(type, BalanceKey.of(dimensions));
  }

  static Move stock(String... dimensions) {
    return of(KitTypes.STOCK, dimensions);
  }

  static Move cost(String sku) {
    return of(KitTypes.COST, sku);
  }

  /** Expects the version of a row that was read. */
  Move on(BalanceRow row) {
    return version(row.version());
  }

  Move version(long expected) {
    version = expected;
    return this;
  }

  Move add(String column, String delta) {
    deltas.set(type.column(column), new BigDecimal(delta));
    return this;
  }

  Move latest(String column, String value) {
    latest.set(type.column(column), Optional.of(new BigDecimal(value)));
    return this;
  }

  Move floor(String name) {
    floors.add(name);
    return this;
  }

  Move vanishes() {
    vanishes = true;
    return this;
  }

  BalanceChange build() {
    return new BalanceChange(type.name(), key, version, deltas, latest, floors, vanishes);
  }
}
