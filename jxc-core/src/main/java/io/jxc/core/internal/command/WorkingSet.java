package io.jxc.core.internal.command;

import io.jxc.api.error.StorageException;
import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.codec.LinedType;
import io.jxc.core.internal.codec.LinedType.StoredLine;
import io.jxc.core.internal.codec.Stored;
import io.jxc.spi.store.BalanceKey;
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
  final Map<DocKey, DocState> documents = new LinkedHashMap<>();
  final WorkingBalances balances;
  final WorkingIndexes indexes = new WorkingIndexes();
  private final long basedOn;
  private final RowCache.@Nullable Lane cache;
  private final Trust trust;
  private final Map<Misses.DocPrefix, List<String>> documentRanges = new HashMap<>();
  private Misses misses = new Misses();

  WorkingSet(long basedOn, RowCache.@Nullable Lane cache, Trust trust) {
    this.basedOn = basedOn;
    this.cache = cache;
    this.trust = trust;
    this.balances = new WorkingBalances(cache);
  }

  /** Returns the sequence that everything was read at. */
  long basedOn() {
    return basedOn;
  }

  /** Returns what is taken for new without looking. */
  Trust trust() {
    return trust;
  }

  /** Returns what was missed since it was last taken. */
  Misses misses() {
    return misses;
  }

  /** Takes what was missed since the last call. */
  Misses takeMisses() {
    Misses taken = misses;
    misses = new Misses();
    return taken;
  }

  // ---- what fetching has found

  void found(DocType<?> type, String key, Optional<DocumentRow> row) {
    DocKey name = new DocKey(type, key);
    Optional<Stored<?>> stored;
    try {
      stored = row.map(present -> decoded(name, present));
    } catch (StorageException damage) {
      DocState unreadable = new DocState(Optional.empty());
      unreadable.damage = damage;
      documents.putIfAbsent(name, unreadable);
      return;
    }
    documents.putIfAbsent(name, new DocState(stored));
    if (cache != null && type.cached()) {
      cache.put(name, new RowCache.Document(stored, null));
    }
  }

  /** What somebody else's commit has made the lane forget is mostly read again as it was. */
  private Stored<?> decoded(DocKey name, DocumentRow row) {
    RowCache.Document before =
        cache != null && name.type().cached() ? cache.remembered(name) : null;
    Optional<Stored<?>> same =
        before == null ? Optional.empty() : before.row().filter(stored -> stored.isOf(row));
    return same.isPresent() ? same.get() : name.type().decode(row);
  }

  void found(LinedType<?, ?> type, String key, List<LineRow> rows) {
    DocState state = state(type, key);
    if (state != null && state.lines == null) {
      List<StoredLine<?>> lines = new ArrayList<>(rows.size());
      try {
        rows.forEach(row -> lines.add(type.decodeLine(row)));
      } catch (StorageException damage) {
        state.damagedLines = damage;
        return;
      }
      state.baseLines = lines;
      state.lines = lines;
      if (cache != null && type.cached()) {
        cache.put(new DocKey(type, key), new RowCache.Document(state.base, lines));
      }
    }
  }

  void found(Misses.DocPrefix range, List<DocumentRow> rows) {
    rows.forEach(row -> found(range.type(), row.key(), Optional.of(row)));
    documentRanges.put(range, rows.stream().map(DocumentRow::key).toList());
  }

  // ---- states, for merging and assembling

  /** Returns what is known of a document, from this batch or the cache; null = not fetched yet. */
  @Nullable DocState state(DocType<?> type, String key) {
    DocKey name = new DocKey(type, key);
    DocState state = documents.get(name);
    if (state == null && cache != null && type.cached()) {
      RowCache.Document cached = cache.document(name);
      if (cached != null) {
        state = new DocState(cached.row());
        state.baseLines = cached.lines();
        state.lines = cached.lines();
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
    requireSound(state.damage);
    state.dirty = true;
    return state;
  }

  /** Tells whether the batch has changed a document. */
  boolean hasChanged(DocType<?> type, String key) {
    DocState state = documents.get(new DocKey(type, key));
    return state != null && state.dirty;
  }

  /** Tells whether the batch has changed any document of a type. */
  boolean hasChanged(DocType<?> type) {
    return documents.entrySet().stream()
        .anyMatch(entry -> entry.getValue().dirty && entry.getKey().type().equals(type));
  }

  /** Hands the committed rows to the cache, under their new version. */
  void publish(long version) {
    if (cache == null) {
      return;
    }
    documents.forEach(
        (name, state) -> {
          if (state.dirty && name.type().cached()) {
            Optional<Stored<?>> now = state.current.map(stored -> stored.at(version));
            cache.put(name, new RowCache.Document(now, now.isEmpty() ? null : state.lines));
          }
        });
    balances.publish(version);
  }

  // ---- View

  @Override
  @SuppressWarnings("unchecked")
  public <T> Optional<T> get(DocType<T> type, String key) {
    // everything under this type was decoded as a T
    return fetched(type, key).current.map(stored -> (T) stored.value());
  }

  private DocState fetched(DocType<?> type, String key) {
    DocState state = state(type, key);
    if (state == null) {
      misses.document(type, key);
      throw new Miss();
    }
    requireSound(state.damage);
    return state;
  }

  private static void requireSound(@Nullable StorageException damage) {
    if (damage != null) {
      throw damage;
    }
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
    DocState state = fetched(type, key);
    // changed in this very batch: its version will be the block's last sequence, so higher than
    // this
    return state.dirty ? basedOn + 1 : state.current.map(Stored::version).orElse(0L);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T, L> List<L> lines(LinedType<T, L> type, String key) {
    DocState state = state(type, key);
    if (state != null) {
      requireSound(state.damage);
      requireSound(state.damagedLines);
    }
    if (state == null || state.lines == null) {
      want(type, List.of(key));
      misses.lines(type, key);
      throw new Miss();
    }
    // everything under this type was decoded as an L
    return state.lines.stream().map(line -> (L) line.value()).toList();
  }

  @Override
  public void wantLines(LinedType<?, ?> type, String key) {
    DocState state = state(type, key);
    if (state == null) {
      misses.document(type, key);
    }
    if (state == null || state.lines == null) {
      misses.lines(type, key);
    }
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
    return present(indexes.entries(type, index, values, misses));
  }

  @Override
  public List<IndexEntry> holders(DocType<?> type, String index, Collection<String> values) {
    return present(indexes.entries(type, index, values, trust.inValues() ? null : misses));
  }

  @Override
  public List<IndexEntry> indexRange(DocType<?> type, String index, String prefix, int limit) {
    Misses.IndexPrefix range = new Misses.IndexPrefix(type, index, prefix, limit);
    List<IndexEntry> entries = indexes.range(range);
    if (entries == null) {
      misses.indexRange(range);
    }
    return present(entries);
  }

  /** Returns what is known; what is not was noted as a miss. */
  private static <T> T present(@Nullable T known) {
    if (known == null) {
      throw new Miss();
    }
    return known;
  }

  @Override
  public Map<BalanceKey, Balance> balances(BalanceType type, Collection<BalanceKey> keys) {
    wantBalances(type, keys);
    Map<BalanceKey, Balance> found = new LinkedHashMap<>();
    keys.forEach(key -> found.put(key, balance(type, key)));
    return found;
  }

  @Override
  public Balance balance(BalanceType type, BalanceKey key) {
    BalanceState state = balances.state(type, key);
    if (state == null) {
      misses.balance(type, key);
      throw new Miss();
    }
    return state.balance();
  }

  @Override
  public void wantBalances(BalanceType type, Collection<BalanceKey> keys) {
    for (BalanceKey key : keys) {
      if (balances.state(type, key) == null) {
        misses.balance(type, key);
      }
    }
  }

  @Override
  public void wantBalanceRange(BalanceType type, Collection<List<String>> prefixes) {
    for (List<String> prefix : prefixes) {
      if (balances.range(type, prefix) == null) {
        misses.balanceRange(type, prefix);
      }
    }
  }

  @Override
  public Map<List<String>, List<Balance>> balanceRange(
      BalanceType type, Collection<List<String>> prefixes) {
    wantBalanceRange(type, prefixes);
    Map<List<String>, List<Balance>> found = new LinkedHashMap<>();
    for (List<String> prefix : prefixes) {
      found.put(prefix, present(balances.range(type, prefix)));
    }
    return balances.overlaid(type, found);
  }
}
