package io.jxc.core.internal.command;

import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.event.JxcEvent;
import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.codec.JournalOf;
import io.jxc.core.internal.codec.LinedType;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceType;
import io.jxc.spi.store.IndexDeclaration;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.JournalEntry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What one command changes. It is a view as well, which shows what the rule has changed so far, so
 * that rules can be built from smaller ones.
 */
public final class Changes implements View {
  /** A document put or deleted by the command; lines are absent where they were not touched. */
  record Put(
      DocType<?> type,
      String key,
      Optional<Object> before,
      Optional<Object> after,
      Optional<List<?>> lines) {}

  /** A balance after the command, with the floors it demanded. */
  record Moved(BalanceType type, BalanceKey key, List<BigDecimal> values, Set<String> floors) {}

  private final View base;
  private final Map<DocKey, Put> puts = new LinkedHashMap<>();
  private final Map<BalanceRef, Moved> moved = new LinkedHashMap<>();
  private final Map<String, MovedKeys> movedByType = new HashMap<>();
  private final IndexOverlay indexes = new IndexOverlay();
  private final List<JournalEntry> entries = new ArrayList<>();
  private final List<JxcEvent> events = new ArrayList<>();

  private Changes(View base) {
    this.base = base;
  }

  /** Starts with no change. */
  public static Changes on(View base) {
    return new Changes(base);
  }

  /** Ends the rule with its result. */
  public <R> Decision<R> result(R result) {
    return new Decision<>(this, result);
  }

  /**
   * Puts a document that exists, or a new one with a key of the caller's choice.
   *
   * @throws DuplicateKeyException when a unique value belongs to another document
   */
  public <T> void put(DocType<T> type, T document) {
    put(type, document, get(type, type.key(document)), Optional.empty());
  }

  /** Puts a document with all its lines; what differs from the stored lines is written. */
  public <T, L> void put(LinedType<T, L> type, T document, List<L> lines) {
    put(type, document, get(type, type.key(document)), Optional.of(List.copyOf(lines)));
  }

  /** Puts a new document whose key was drawn with {@link Context#newId}: nobody can have it. */
  public <T> void insert(DocType<T> type, T document) {
    put(type, document, Optional.empty(), Optional.empty());
  }

  /** Puts a new document with lines whose key was drawn with {@link Context#newId}. */
  public <T, L> void insert(LinedType<T, L> type, T document, List<L> lines) {
    put(type, document, Optional.empty(), Optional.of(List.copyOf(lines)));
  }

  /** Deletes a document that exists, with its lines. */
  public <T> void delete(DocType<T> type, String key) {
    Optional<T> before = get(type, key);
    if (before.isEmpty()) {
      throw new IllegalStateException(type + " '" + key + "' does not exist");
    }
    indexes.change(type, key, before, Optional.empty());
    record(type, key, before.map(v -> v), Optional.empty(), Optional.of(List.of()));
  }

  private <T> void put(DocType<T> type, T after, Optional<T> before, Optional<List<?>> lines) {
    String key = type.key(after);
    checkUnique(type, key, before, after);
    indexes.change(type, key, before, Optional.of(after));
    record(type, key, before.map(v -> v), Optional.of(after), lines);
  }

  private void record(
      DocType<?> type,
      String key,
      Optional<Object> before,
      Optional<Object> after,
      Optional<List<?>> lines) {
    DocKey name = new DocKey(type, key);
    Put earlier = puts.get(name);
    Optional<Object> first = earlier == null ? before : earlier.before();
    Optional<List<?>> kept = lines.isPresent() || earlier == null ? lines : earlier.lines();
    puts.put(name, new Put(type, key, first, after, kept));
  }

  private <T> void checkUnique(DocType<T> type, String key, Optional<T> before, T after) {
    for (IndexDeclaration index : type.declaration().indexes()) {
      if (!type.mustLookUp(index)) {
        continue;
      }
      Collection<String> values = type.declaredValues(index.name(), after);
      if (values.isEmpty()) {
        continue;
      }
      Set<String> added = new HashSet<>(values);
      before.ifPresent(old -> added.removeAll(type.declaredValues(index.name(), old)));
      for (IndexEntry taken :
          added.isEmpty() ? List.<IndexEntry>of() : holders(type, index.name(), added)) {
        if (!taken.key().equals(key)) {
          throw new DuplicateKeyException(type.name() + "." + index.name(), taken.value());
        }
      }
    }
  }

  /** Moves a balance. */
  public void add(BalanceType type, BalanceKey key, Delta delta) {
    Balance before = balance(type, key);
    BalanceRef name = BalanceRef.of(type, key);
    Moved earlier = moved.get(name);
    Set<String> floors =
        earlier == null ? delta.floors() : Delta.union(delta.floors(), earlier.floors());
    moved.put(name, new Moved(type, key, delta.apply(before), floors));
    if (earlier == null) {
      movedByType.computeIfAbsent(type.name(), t -> new MovedKeys()).add(key);
    }
  }

  /** Appends a fact. */
  public <E> void append(JournalOf<E> journal, E fact) {
    entries.add(journal.encode(fact));
  }

  /** Tells the world, once committed. */
  public void event(JxcEvent event) {
    events.add(event);
  }

  Collection<Put> puts() {
    return puts.values();
  }

  Collection<Moved> moved() {
    return moved.values();
  }

  List<JournalEntry> entries() {
    return entries;
  }

  List<JxcEvent> events() {
    return events;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> Optional<T> get(DocType<T> type, String key) {
    Put put = puts.get(new DocKey(type, key));
    // a put under this type can only have come in as a T
    return put == null ? base.get(type, key) : (Optional<T>) put.after();
  }

  @Override
  public <T> Map<String, T> getAll(DocType<T> type, Collection<String> keys) {
    List<String> others =
        keys.stream().filter(key -> !puts.containsKey(new DocKey(type, key))).toList();
    Map<String, T> below = others.isEmpty() ? Map.of() : base.getAll(type, others);
    Map<String, T> found = new LinkedHashMap<>();
    for (String key : keys) {
      T document = below.get(key);
      if (document != null) {
        found.put(key, document);
      } else if (puts.containsKey(new DocKey(type, key))) {
        get(type, key).ifPresent(changed -> found.put(key, changed));
      }
    }
    return found;
  }

  @Override
  public void want(DocType<?> type, Collection<String> keys) {
    base.want(type, keys);
  }

  @Override
  public void wantLines(LinedType<?, ?> type, String key) {
    base.wantLines(type, key);
  }

  @Override
  public long version(DocType<?> type, String key) {
    return base.version(type, key);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T, L> List<L> lines(LinedType<T, L> type, String key) {
    Put put = puts.get(new DocKey(type, key));
    // lines put under this type can only have come in as L
    return put != null && put.lines().isPresent()
        ? (List<L>) put.lines().get()
        : base.lines(type, key);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> List<T> range(DocType<T> type, String prefix, int limit) {
    TreeMap<String, T> rows = new TreeMap<>(io.jxc.spi.store.Names::compareUtf8);
    Function<T, String> key = type::key;
    base.range(type, prefix, limit).forEach(row -> rows.put(key.apply(row), row));
    for (Put put : puts.values()) {
      if (put.type().equals(type) && put.key().startsWith(prefix)) {
        rows.remove(put.key());
        // a put under this type can only have come in as a T
        put.after().ifPresent(after -> rows.put(put.key(), (T) after));
      }
    }
    return Limits.range(type.name(), List.copyOf(rows.values()), limit);
  }

  @Override
  public List<IndexEntry> index(DocType<?> type, String index, Collection<String> values) {
    return indexes.merge(type, index, base.index(type, index, values), values::contains);
  }

  @Override
  public List<IndexEntry> holders(DocType<?> type, String index, Collection<String> values) {
    return indexes.merge(type, index, base.holders(type, index, values), values::contains);
  }

  @Override
  public List<IndexEntry> indexRange(DocType<?> type, String index, String prefix, int limit) {
    List<IndexEntry> below = base.indexRange(type, index, prefix, limit);
    return Limits.range(
        type.name() + "." + index,
        indexes.merge(type, index, below, value -> value.startsWith(prefix)),
        limit);
  }

  @Override
  public Map<BalanceKey, Balance> balances(BalanceType type, Collection<BalanceKey> keys) {
    if (moved.isEmpty()) {
      return base.balances(type, keys);
    }
    List<BalanceKey> others =
        keys.stream().filter(key -> !moved.containsKey(BalanceRef.of(type, key))).toList();
    Map<BalanceKey, Balance> below = others.isEmpty() ? Map.of() : base.balances(type, others);
    Map<BalanceKey, Balance> found = new LinkedHashMap<>();
    for (BalanceKey key : keys) {
      Moved own = moved.get(BalanceRef.of(type, key));
      Balance other = below.get(key);
      if (own != null) {
        found.put(key, new Balance(type, key, own.values()));
      } else if (other != null) {
        found.put(key, other);
      }
    }
    return found;
  }

  @Override
  public Balance balance(BalanceType type, BalanceKey key) {
    Moved own = moved.get(BalanceRef.of(type, key));
    return own == null ? base.balance(type, key) : new Balance(type, key, own.values());
  }

  @Override
  public void wantBalances(BalanceType type, Collection<BalanceKey> keys) {
    base.wantBalances(type, keys);
  }

  @Override
  public void wantBalanceRange(BalanceType type, Collection<List<String>> prefixes) {
    base.wantBalanceRange(type, prefixes);
  }

  @Override
  public Map<List<String>, List<Balance>> balanceRange(
      BalanceType type, Collection<List<String>> prefixes) {
    Map<List<String>, List<Balance>> below = base.balanceRange(type, prefixes);
    MovedKeys own = movedByType.get(type.name());
    return own == null ? below : own.overlay(below, key -> balance(type, key));
  }
}
