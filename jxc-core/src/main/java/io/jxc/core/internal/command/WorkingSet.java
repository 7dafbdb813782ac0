package io.jxc.core.internal.command;

import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.codec.LinedType;
import io.jxc.core.internal.codec.LinedType.StoredLine;
import io.jxc.core.internal.codec.Stored;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.BalanceType;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.LineRow;
import io.jxc.spi.store.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one batch works on: the rows it has read, all at one sequence, and over them what its
 * commands have changed so far. Reading something it has not got remembers the miss and throws
 * {@link Miss}. Used by one thread.
 */
final class WorkingSet implements View {
  private final long basedOn;
  private final RowCache.@Nullable Lane cache;
  final Map<DocKey, DocState> documents = new LinkedHashMap<>();
  final Map<BalanceRef, BalanceState> balances = new LinkedHashMap<>();
  final IndexOverlay indexOverlay = new IndexOverlay();
  private final Map<String, TreeMap<BalanceKey, BalanceState>> movedByType = new HashMap<>();
  private final Map<RowCache.Range, List<BalanceRow>> balanceRanges = new HashMap<>();
  private final Map<Misses.IndexName, Map<String, List<IndexEntry>>> indexes = new HashMap<>();
  private final Map<Misses.IndexPrefix, List<IndexEntry>> indexRanges = new HashMap<>();
  private final Map<Misses.DocPrefix, List<String>> documentRanges = new HashMap<>();
  private Misses misses = new Misses();

  WorkingSet(long basedOn, RowCache.@Nullable Lane cache) {
    this.basedOn = basedOn;
    this.cache = cache;
  }

  /** Returns the sequence that everything was read at. */
  long basedOn() {
    return basedOn;
  }

  /** Returns what was missed since the last call. */
  Misses takeMisses() {
    Misses taken = misses;
    misses = new Misses();
    return taken;
  }

  // ---- what fetching has found

  void found(DocType<?> type, String key, Optional<DocumentRow> row) {
    Optional<Stored<?>> stored = row.map(type::decode);
    documents.putIfAbsent(new DocKey(type, key), new DocState(stored));
    if (cache != null && type.cached()) {
      cache.put(new DocKey(type, key), stored);
    }
  }

  void found(LinedType<?, ?> type, String key, List<LineRow> rows) {
    DocState state = state(type, key);
    if (state != null && state.lines == null) {
      List<StoredLine<?>> lines = new ArrayList<>(rows.size());
      rows.forEach(row -> lines.add(type.decodeLine(row)));
      state.baseLines = lines;
      state.lines = lines;
    }
  }

  void found(Misses.IndexName name, String value, List<IndexEntry> entries) {
    indexes.computeIfAbsent(name, n -> new HashMap<>()).put(value, entries);
  }

  void found(Misses.IndexPrefix range, List<IndexEntry> entries) {
    indexRanges.put(range, entries);
  }

  void found(Misses.DocPrefix range, List<DocumentRow> rows) {
    rows.forEach(row -> found(range.type(), row.key(), Optional.of(row)));
    documentRanges.put(range, rows.stream().map(DocumentRow::key).toList());
  }

  void found(BalanceType type, BalanceKey key, Optional<BalanceRow> row) {
    keep(type, key, row);
    if (cache != null) {
      cache.put(BalanceRef.of(type, key), row);
    }
  }

  void found(BalanceType type, List<String> prefix, List<BalanceRow> rows) {
    rows.forEach(row -> found(type, row.key(), Optional.of(row)));
    RowCache.Range range = new RowCache.Range(type.name(), prefix);
    balanceRanges.put(range, rows);
    if (cache != null) {
      cache.put(range, rows);
    }
  }

  private BalanceState keep(BalanceType type, BalanceKey key, Optional<BalanceRow> row) {
    return balances.computeIfAbsent(
        BalanceRef.of(type, key),
        name -> new BalanceState(type, row.orElseGet(() -> BalanceRow.absent(type, key))));
  }

  // ---- states, for merging and assembling

  /** Returns what is known of a document, from this batch or the cache; null = not fetched yet. */
  @Nullable DocState state(DocType<?> type, String key) {
    DocKey name = new DocKey(type, key);
    DocState state = documents.get(name);
    if (state == null && cache != null) {
      RowCache.Known<Stored<?>> cached = cache.document(name);
      if (cached != null) {
        state = new DocState(cached.row());
        documents.put(name, state);
      }
    }
    return state;
  }

  /** Returns the state of a document that is changed; one never read was inserted blindly. */
  DocState changed(DocType<?> type, String key) {
    DocState state = state(type, key);
    if (state == null) {
      state = new DocState(Optional.empty());
      documents.put(new DocKey(type, key), state);
    }
    state.dirty = true;
    return state;
  }

  void moved(Changes.Moved change) {
    BalanceState state = knownBalance(change.type(), change.key());
    if (state == null) {
      throw new IllegalStateException("a balance is read before it is moved");
    }
    state.current = change.values();
    state.floors = Delta.union(state.floors, change.floors());
    if (state.dirty) {
      return;
    }
    state.dirty = true;
    movedByType
        .computeIfAbsent(change.type().name(), name -> new TreeMap<>())
        .put(change.key(), state);
  }

  private @Nullable BalanceState knownBalance(BalanceType type, BalanceKey key) {
    BalanceRef ref = BalanceRef.of(type, key);
    BalanceState state = balances.get(ref);
    if (state == null && cache != null) {
      RowCache.Known<BalanceRow> cached = cache.balance(ref);
      if (cached != null) {
        state = keep(type, key, cached.row());
      }
    }
    return state;
  }

  /** Hands the committed rows to the cache, under their new version. */
  void publish(long version) {
    if (cache == null) {
      return;
    }
    documents.forEach(
        (name, state) -> {
          if (state.dirty && name.type().cached()) {
            cache.put(name, state.current.map(stored -> stored.at(version)));
          }
        });
    balances.forEach(
        (name, state) -> {
          if (state.dirty) {
            cache.publish(name, state.committed(version));
          }
        });
  }

  // ---- View

  @Override
  @SuppressWarnings("unchecked")
  public <T> Optional<T> get(DocType<T> type, String key) {
    DocState state = state(type, key);
    if (state == null) {
      misses.document(type, key);
      throw new Miss();
    }
    // everything under this type was decoded as a T
    return state.current.map(stored -> (T) stored.value());
  }

  @Override
  public <T> Map<String, T> getAll(DocType<T> type, Collection<String> keys) {
    want(type, keys);
    Map<String, T> found = new LinkedHashMap<>();
    for (String key : keys) {
      get(type, key).ifPresent(document -> found.put(key, document));
    }
    return found;
  }

  @Override
  public void want(DocType<?> type, Collection<String> keys) {
    for (String key : keys) {
      if (state(type, key) == null) {
        misses.document(type, key);
      }
    }
  }

  @Override
  public long version(DocType<?> type, String key) {
    DocState state = state(type, key);
    if (state == null) {
      misses.document(type, key);
      throw new Miss();
    }
    // changed in this very batch: its version will be the block's last sequence, so higher than
    // this
    return state.dirty ? basedOn + 1 : state.current.map(Stored::version).orElse(0L);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T, L> List<L> lines(LinedType<T, L> type, String key) {
    DocState state = state(type, key);
    if (state == null || state.lines == null) {
      want(type, List.of(key));
      misses.lines(type, key);
      throw new Miss();
    }
    // everything under this type was decoded as an L
    return state.lines.stream().map(line -> (L) line.value()).toList();
  }

  @Override
  public <T> List<T> range(DocType<T> type, String prefix, int limit) {
    Misses.DocPrefix range = new Misses.DocPrefix(type, prefix, limit);
    List<String> keys = documentRanges.get(range);
    if (keys == null) {
      misses.documentRange(range);
      throw new Miss();
    }
    TreeMap<String, T> rows = new TreeMap<>(Names::compareUtf8);
    keys.forEach(key -> get(type, key).ifPresent(document -> rows.put(key, document)));
    documents.forEach(
        (name, state) -> {
          if (state.dirty && name.type().equals(type) && name.key().startsWith(prefix)) {
            get(type, name.key()).ifPresent(document -> rows.put(name.key(), document));
          }
        });
    return Limits.range(type.name(), List.copyOf(rows.values()), limit);
  }

  @Override
  public List<IndexEntry> index(DocType<?> type, String index, Collection<String> values) {
    Map<String, List<IndexEntry>> known =
        indexes.getOrDefault(new Misses.IndexName(type, index), Map.of());
    List<IndexEntry> below = new ArrayList<>();
    boolean missed = false;
    for (String value : values) {
      List<IndexEntry> entries = known.get(value);
      if (entries == null) {
        misses.index(type, index, value);
        missed = true;
      } else {
        below.addAll(entries);
      }
    }
    if (missed) {
      throw new Miss();
    }
    return indexOverlay.merge(type, index, below, values::contains);
  }

  @Override
  public List<IndexEntry> indexRange(DocType<?> type, String index, String prefix, int limit) {
    Misses.IndexPrefix range = new Misses.IndexPrefix(type, index, prefix, limit);
    List<IndexEntry> below = indexRanges.get(range);
    if (below == null) {
      misses.indexRange(range);
      throw new Miss();
    }
    return Limits.range(
        type.name() + "." + index,
        indexOverlay.merge(type, index, below, value -> value.startsWith(prefix)),
        limit);
  }

  @Override
  public Map<BalanceKey, Balance> balances(BalanceType type, Collection<BalanceKey> keys) {
    Map<BalanceKey, Balance> found = new LinkedHashMap<>();
    boolean missed = false;
    for (BalanceKey key : keys) {
      BalanceState state = knownBalance(type, key);
      if (state == null) {
        misses.balance(type, key);
        missed = true;
      } else {
        found.put(key, state.balance());
      }
    }
    if (missed) {
      throw new Miss();
    }
    return found;
  }

  @Override
  public Balance balance(BalanceType type, BalanceKey key) {
    BalanceState state = knownBalance(type, key);
    if (state == null) {
      misses.balance(type, key);
      throw new Miss();
    }
    return state.balance();
  }

  @Override
  public void wantBalances(BalanceType type, Collection<BalanceKey> keys) {
    for (BalanceKey key : keys) {
      if (knownBalance(type, key) == null) {
        misses.balance(type, key);
      }
    }
  }

  @Override
  public void wantIndex(DocType<?> type, String index, Collection<String> values) {
    Map<String, List<IndexEntry>> known =
        indexes.getOrDefault(new Misses.IndexName(type, index), Map.of());
    for (String value : values) {
      if (!known.containsKey(value)) {
        misses.index(type, index, value);
      }
    }
  }

  @Override
  public void wantBalanceRange(BalanceType type, Collection<List<String>> prefixes) {
    for (List<String> prefix : prefixes) {
      if (knownRange(new RowCache.Range(type.name(), prefix)) == null) {
        misses.balanceRange(type, prefix);
      }
    }
  }

  @Override
  public Map<List<String>, List<Balance>> balanceRange(
      BalanceType type, Collection<List<String>> prefixes) {
    Map<List<String>, List<Balance>> found = new LinkedHashMap<>();
    boolean missed = false;
    for (List<String> prefix : prefixes) {
      List<BalanceRow> rows = knownRange(new RowCache.Range(type.name(), prefix));
      if (rows == null) {
        misses.balanceRange(type, prefix);
        missed = true;
      } else {
        found.put(
            prefix, rows.stream().map(row -> new Balance(type, row.key(), row.values())).toList());
      }
    }
    if (missed) {
      throw new Miss();
    }
    TreeMap<BalanceKey, BalanceState> moved = movedByType.get(type.name());
    if (moved == null) {
      return found;
    }
    List<Changes.Moved> under =
        BalanceRanges.under(moved, prefixes).stream().map(BalanceState::moved).toList();
    return BalanceRanges.overlay(type, found, under);
  }

  private @Nullable List<BalanceRow> knownRange(RowCache.Range range) {
    List<BalanceRow> rows = balanceRanges.get(range);
    if (rows == null && cache != null) {
      rows = cache.range(range);
      if (rows != null) {
        balanceRanges.put(range, rows);
      }
    }
    return rows;
  }
}
