package io.jxc.core.internal.command;

import io.jxc.spi.store.BalanceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Something about each of some balances, in order of their keys. Most are only collected: the order
 * is made when a range is asked for.
 *
 * @param <T> what is known of one
 */
final class OrderedBalances<T> {
  private final TreeMap<BalanceKey, T> sorted = new TreeMap<>();
  private final List<Map.Entry<BalanceKey, T>> unsorted = new ArrayList<>();

  /** Adds one, in the place of what was there under the key. */
  void put(BalanceKey key, T value) {
    unsorted.add(Map.entry(key, value));
  }

  boolean isEmpty() {
    return sorted.isEmpty() && unsorted.isEmpty();
  }

  /** Returns all of them. */
  NavigableMap<BalanceKey, T> sorted() {
    unsorted.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    unsorted.clear();
    return sorted;
  }
}
