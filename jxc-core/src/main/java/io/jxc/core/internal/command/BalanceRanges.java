package io.jxc.core.internal.command;

import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceType;
import java.util.ArrayList;
import java.util.Collection;
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
      BalanceType type, Map<List<String>, List<Balance>> ranges, List<Changes.Moved> moved) {
    int length = ranges.keySet().stream().findFirst().map(List::size).orElse(0);
    Map<List<String>, TreeMap<BalanceKey, Balance>> touched = new LinkedHashMap<>();
    for (Changes.Moved change : moved) {
      List<String> prefix = change.key().dimensions().subList(0, length);
      List<Balance> below = ranges.get(prefix);
      if (below == null) {
        continue;
      }
      TreeMap<BalanceKey, Balance> rows =
          touched.computeIfAbsent(
              prefix,
              p -> {
                TreeMap<BalanceKey, Balance> sorted = new TreeMap<>();
                below.forEach(row -> sorted.put(row.key(), row));
                return sorted;
              });
      Balance after = new Balance(type, change.key(), change.values());
      if (after.isZero()) {
        rows.remove(change.key());
      } else {
        rows.put(change.key(), after);
      }
    }
    if (touched.isEmpty()) {
      return ranges;
    }
    Map<List<String>, List<Balance>> merged = new LinkedHashMap<>(ranges);
    touched.forEach((prefix, rows) -> merged.put(prefix, List.copyOf(rows.values())));
    return merged;
  }
}
