package io.jxc.core.internal.command;

import io.jxc.spi.store.BalanceKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The keys of balances that have moved, by what ranges they lie in. Most are only collected: they
 * are grouped when a range is asked for.
 */
final class MovedKeys {
  private final List<BalanceKey> all = new ArrayList<>();

  /** Groups by the number of dimensions that name a range. */
  private final Map<Integer, Map<List<String>, List<BalanceKey>>> groups = new HashMap<>();

  /** Adds a key that was not added before. */
  void add(BalanceKey key) {
    all.add(key);
    groups.forEach((length, grouped) -> add(grouped, length, key));
  }

  /** Returns the keys that start with a prefix, in no order. */
  List<BalanceKey> under(List<String> prefix) {
    return all.isEmpty()
        ? List.of()
        : groups.computeIfAbsent(prefix.size(), this::grouped).getOrDefault(prefix, List.of());
  }

  private Map<List<String>, List<BalanceKey>> grouped(int length) {
    Map<List<String>, List<BalanceKey>> grouped = new HashMap<>();
    all.forEach(key -> add(grouped, length, key));
    return grouped;
  }

  private static void add(Map<List<String>, List<BalanceKey>> grouped, int length, BalanceKey key) {
    grouped
        .computeIfAbsent(key.dimensions().subList(0, length), prefix -> new ArrayList<>(2))
        .add(key);
  }

  /**
   * Lays the moved balances over ranges as they were before; zero ones are left out.
   *
   * @param now returns a balance that has moved
   */
  Map<List<String>, List<Balance>> overlay(
      Map<List<String>, List<Balance>> ranges, Function<BalanceKey, Balance> now) {
    if (all.isEmpty()) {
      return ranges;
    }
    Map<List<String>, List<Balance>> merged = new LinkedHashMap<>();
    ranges.forEach(
        (prefix, below) -> {
          List<BalanceKey> moved = under(prefix);
          merged.put(prefix, moved.isEmpty() ? below : laid(below, moved, now));
        });
    return merged;
  }

  private static List<Balance> laid(
      List<Balance> below, List<BalanceKey> moved, Function<BalanceKey, Balance> now) {
    // nearly always a product has one row in a warehouse, and it is that row which has moved
    if (below.size() == 1 && moved.size() == 1 && below.get(0).key().equals(moved.get(0))) {
      Balance only = now.apply(moved.get(0));
      return only.isZero() ? List.of() : List.of(only);
    }
    TreeMap<BalanceKey, Balance> rows = new TreeMap<>();
    below.forEach(row -> rows.put(row.key(), row));
    for (BalanceKey key : moved) {
      Balance balance = now.apply(key);
      if (balance.isZero()) {
        rows.remove(key);
      } else {
        rows.put(key, balance);
      }
    }
    return List.copyOf(rows.values());
  }
}
