package io.jxc.core.internal.command;

import io.jxc.spi.store.BalanceKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Lays changed balances over the ranges that were read. */
final class BalanceRanges {
  private BalanceRanges() {}

  /** Returns what lies under some prefixes. */
  static <T> List<T> under(NavigableMap<BalanceKey, T> sorted, Collection<List<String>> prefixes) {
    List<T> found = new ArrayList<>();
    for (List<String> prefix : prefixes) {
      for (Map.Entry<BalanceKey, T> entry :
          sorted.tailMap(new BalanceKey(prefix), true).entrySet()) {
        if (!entry.getKey().startsWith(prefix)) {
          break;
        }
        found.add(entry.getValue());
      }
    }
    return found;
  }

  /** Returns the ranges with the moved balances in place; zero ones are left out. */
  static Map<List<String>, List<Balance>> overlay(
      Map<List<String>, List<Balance>> ranges, List<Balance> moved) {
    if (moved.isEmpty()) {
      return ranges;
    }
    int length = ranges.keySet().iterator().next().size();
    Map<List<String>, List<Balance>> touched = new HashMap<>();
    for (Balance balance : moved) {
      touched
          .computeIfAbsent(
              balance.key().dimensions().subList(0, length), prefix -> new ArrayList<>())
          .add(balance);
    }
    Map<List<String>, List<Balance>> merged = new LinkedHashMap<>(ranges);
    merged.replaceAll(
        (prefix, below) -> {
          List<Balance> above = touched.get(prefix);
          return above == null ? below : laid(below, above);
        });
    return merged;
  }

  private static List<Balance> laid(List<Balance> below, List<Balance> above) {
    // nearly always a product has one row in a warehouse, and it is that row which has moved
    if (below.size() == 1 && above.size() == 1 && below.get(0).key().equals(above.get(0).key())) {
      return above.get(0).isZero() ? List.of() : above;
    }
    TreeMap<BalanceKey, Balance> rows = new TreeMap<>();
    below.forEach(row -> rows.put(row.key(), row));
    for (Balance balance : above) {
      if (balance.isZero()) {
        rows.remove(balance.key());
      } else {
        rows.put(balance.key(), balance);
      }
    }
    return List.copyOf(rows.values());
  }
}
