package io.jxc.core.internal.command;

import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.BalanceType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The balances of a working set: as they were read, and as the batch has left them so far. */
final class WorkingBalances {
  private final RowCache.@Nullable Lane cache;
  private final Map<BalanceType, OfType> types = new LinkedHashMap<>();

  /** What is known of one type. */
  private static final class OfType {
    private final Map<BalanceKey, BalanceState> states = new LinkedHashMap<>();
    private final Map<List<String>, List<Balance>> ranges = new HashMap<>();
    private final MovedKeys moved = new MovedKeys();

    /** Returns a balance of which something is known. */
    Balance now(BalanceKey key) {
      return Objects.requireNonNull(states.get(key)).balance();
    }

    boolean hasMoved(BalanceKey key) {
      BalanceState state = states.get(key);
      return state != null && state.dirty;
    }
  }

  WorkingBalances(RowCache.@Nullable Lane cache) {
    this.cache = cache;
  }

  private OfType of(BalanceType type) {
    OfType known = types.get(type);
    if (known == null) {
      known = new OfType();
      types.put(type, known);
    }
    return known;
  }

  /** Takes a balance that was read; one that has no row is all zero. */
  void found(BalanceType type, BalanceRow row) {
    keep(type, row);
    if (cache != null) {
      cache.put(BalanceRef.of(type, row.key()), row);
    }
  }

  void found(BalanceType type, List<String> prefix, List<BalanceRow> rows) {
    rows.forEach(row -> found(type, row));
    keep(type, prefix, rows);
    if (cache != null) {
      cache.put(new RowCache.Range(type.name(), prefix), rows);
    }
  }

  private BalanceState keep(BalanceType type, BalanceRow row) {
    Map<BalanceKey, BalanceState> states = of(type).states;
    BalanceState state = states.get(row.key());
    if (state == null) {
      state = new BalanceState(type, row);
      states.put(row.key(), state);
    }
    return state;
  }

  private List<Balance> keep(BalanceType type, List<String> prefix, List<BalanceRow> rows) {
    List<Balance> range = new ArrayList<>(rows.size());
    rows.forEach(row -> range.add(new Balance(type, row.key(), row.values())));
    of(type).ranges.put(prefix, range);
    return range;
  }

  /** Returns what is known of a balance, from this batch or the cache; null = not fetched yet. */
  @Nullable BalanceState state(BalanceType type, BalanceKey key) {
    BalanceState state = of(type).states.get(key);
    if (state == null && cache != null) {
      BalanceRow cached = cache.balance(BalanceRef.of(type, key));
      if (cached != null) {
        state = keep(type, cached);
      }
    }
    return state;
  }

  /** Returns a range as it was read; null = not fetched yet. */
  @Nullable List<Balance> range(BalanceType type, List<String> prefix) {
    List<Balance> range = of(type).ranges.get(prefix);
    if (range == null && cache != null) {
      List<BalanceRow> cached = cache.range(new RowCache.Range(type.name(), prefix));
      if (cached != null) {
        range = keep(type, prefix, cached);
      }
    }
    return range;
  }

  void moved(Changes.Moved change) {
    BalanceState state = state(change.type(), change.key());
    if (state == null) {
      throw new IllegalStateException("a balance is read before it is moved");
    }
    state.current = change.values();
    state.floors = Delta.union(state.floors, change.floors());
    if (!state.dirty) {
      state.dirty = true;
      of(change.type()).moved.add(change.key());
    }
  }

  /** Lays what the batch has moved over ranges as they were read. */
  Map<List<String>, List<Balance>> overlaid(
      BalanceType type, Map<List<String>, List<Balance>> ranges) {
    OfType known = of(type);
    return known.moved.overlay(ranges, known::now);
  }

  /** Tells whether the batch has moved one of some balances. */
  boolean hasMoved(BalanceType type, Collection<BalanceKey> keys) {
    OfType known = types.get(type);
    return known != null && keys.stream().anyMatch(known::hasMoved);
  }

  /** Tells whether the batch has moved a balance in one of some ranges. */
  boolean hasMovedUnder(BalanceType type, Collection<List<String>> prefixes) {
    OfType known = types.get(type);
    return known != null
        && prefixes.stream().anyMatch(prefix -> !known.moved.under(prefix).isEmpty());
  }

  /** Goes through the balances that the batch has moved. */
  void eachMoved(Consumer<BalanceState> each) {
    types.values().forEach(known -> known.states.values().forEach(state -> dirty(state, each)));
  }

  private static void dirty(BalanceState state, Consumer<BalanceState> each) {
    if (state.dirty) {
      each.accept(state);
    }
  }

  /** Hands the committed rows to the cache, under their new version. */
  void publish(long version) {
    if (cache != null) {
      eachMoved(
          state ->
              cache.publish(BalanceRef.of(state.type, state.base.key()), state.committed(version)));
    }
  }
}
