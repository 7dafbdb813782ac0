package io.jxc.spi.store;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A balance moved by signed deltas.
 *
 * @param type name of the declared balance type
 * @param key its dimensions
 * @param expectedVersion version it must have; 0 = it must be absent, and the deltas insert it
 * @param deltas per column in declared order: what a SUM column moves by; zero for a LATEST column
 * @param latest per column: what a LATEST column shall hold; absent = unchanged
 * @param floors names of the declared floors that must hold afterwards
 * @param vanishes true exactly when the type deletes zero rows and every column ends at zero; an
 *     absent row must not vanish
 */
public record BalanceChange(
    String type,
    BalanceKey key,
    long expectedVersion,
    List<BigDecimal> deltas,
    List<Optional<BigDecimal>> latest,
    Set<String> floors,
    boolean vanishes) {

  /** Copies the collections. */
  public BalanceChange {
    deltas = List.copyOf(deltas);
    latest = List.copyOf(latest);
    floors = Set.copyOf(floors);
    if (expectedVersion < 0 || deltas.size() != latest.size()) {
      throw new IllegalArgumentException(type + ": one delta and one latest value per column");
    }
    if (vanishes && expectedVersion == 0) {
      throw new IllegalArgumentException(type + ": an absent balance cannot vanish");
    }
  }
}
