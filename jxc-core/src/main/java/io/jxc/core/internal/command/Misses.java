package io.jxc.core.internal.command;

import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.codec.LinedType;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.BalanceType;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.LineRow;
import io.jxc.spi.store.LineType;
import io.jxc.spi.store.StoreView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What a batch has asked for and not got yet; fetched together. */
final class Misses {
  private static final int CHUNK = 1_000;

  /** Names values of an index. */
  record IndexName(DocType<?> type, String index) {}

  /** Names a range of an index. */
  record IndexPrefix(DocType<?> type, String index, String prefix, int limit) {}

  /** Names a range of documents. */
  record DocPrefix(DocType<?> type, String prefix, int limit) {}

  private final Map<DocType<?>, Set<String>> documents = new LinkedHashMap<>();
  private final Map<LinedType<?, ?>, Set<String>> lines = new LinkedHashMap<>();
  private final Map<IndexName, Set<String>> indexes = new LinkedHashMap<>();
  private final Set<IndexPrefix> indexRanges = new LinkedHashSet<>();
  private final Set<DocPrefix> documentRanges = new LinkedHashSet<>();
  private final Map<BalanceType, Set<BalanceKey>> balances = new LinkedHashMap<>();
  private final Map<BalanceType, Set<List<String>>> balanceRanges = new LinkedHashMap<>();

  boolean isEmpty() {
    return documents.isEmpty()
        && lines.isEmpty()
        && indexes.isEmpty()
        && indexRanges.isEmpty()
        && documentRanges.isEmpty()
        && balances.isEmpty()
        && balanceRanges.isEmpty();
  }

  void document(DocType<?> type, String key) {
    documents.computeIfAbsent(type, t -> new LinkedHashSet<>()).add(key);
  }

  void lines(LinedType<?, ?> type, String key) {
    lines.computeIfAbsent(type, t -> new LinkedHashSet<>()).add(key);
  }

  void index(DocType<?> type, String index, String value) {
    indexes.computeIfAbsent(new IndexName(type, index), n -> new LinkedHashSet<>()).add(value);
  }

  void indexRange(IndexPrefix range) {
    indexRanges.add(range);
  }

  void documentRange(DocPrefix range) {
    documentRanges.add(range);
  }

  void balance(BalanceType type, BalanceKey key) {
    balances.computeIfAbsent(type, t -> new LinkedHashSet<>()).add(key);
  }

  void balanceRange(BalanceType type, List<String> prefix) {
    balanceRanges.computeIfAbsent(type, t -> new LinkedHashSet<>()).add(prefix);
  }

  /**
   * Tells whether a batch has changed anything of it, so that a snapshot from before its commit
   * would answer otherwise than one from after. Of indexes and ranges of documents it is asked only
   * whether a document of the type has changed.
   */
  boolean meet(WorkingSet batch) {
    return documents.entrySet().stream().anyMatch(e -> changed(batch, e.getKey(), e.getValue()))
        || lines.entrySet().stream().anyMatch(e -> changed(batch, e.getKey(), e.getValue()))
        || indexes.keySet().stream().anyMatch(name -> batch.hasChanged(name.type()))
        || indexRanges.stream().anyMatch(range -> batch.hasChanged(range.type()))
        || documentRanges.stream().anyMatch(range -> batch.hasChanged(range.type()))
        || balances.entrySet().stream()
            .anyMatch(e -> batch.balances.hasMoved(e.getKey(), e.getValue()))
        || balanceRanges.entrySet().stream()
            .anyMatch(e -> batch.balances.hasMovedUnder(e.getKey(), e.getValue()));
  }

  private static boolean changed(WorkingSet batch, DocType<?> type, Set<String> keys) {
    return keys.stream().anyMatch(key -> batch.hasChanged(type, key));
  }

  /** Reads everything missing and hands it to the working set. */
  void fetch(StoreView view, WorkingSet into) {
    documents(view, into);
    lines.forEach((type, keys) -> chunks(keys, some -> lines(view, into, type, some)));
    indexes.forEach((name, values) -> chunks(values, some -> index(view, into, name, some)));
    for (IndexPrefix range : indexRanges) {
      into.indexes.found(
          range,
          view.indexRange(
              range.type().name(), range.index(), range.prefix(), false, range.limit() + 1));
    }
    for (DocPrefix range : documentRanges) {
      into.found(
          range, view.documentRange(range.type().name(), range.prefix(), "", range.limit() + 1));
    }
    balanceRanges.forEach((type, some) -> chunks(some, part -> ranges(view, into, type, part)));
    balances.forEach(
        (type, keys) ->
            chunks(besideRanges(type, keys, into), some -> balances(view, into, type, some)));
  }

  private void documents(StoreView view, WorkingSet into) {
    List<DocKey> all = new ArrayList<>();
    documents.forEach((type, keys) -> keys.forEach(key -> all.add(new DocKey(type, key))));
    chunks(all, some -> documents(view, into, some));
  }

  private static void documents(StoreView view, WorkingSet into, List<DocKey> names) {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    for (DocKey name : names) {
      keys.computeIfAbsent(name.type().name(), type -> new ArrayList<>()).add(name.key());
    }
    Map<String, Map<String, DocumentRow>> rows = new HashMap<>();
    for (DocumentRow row : view.documents(keys)) {
      rows.computeIfAbsent(row.type(), type -> new HashMap<>()).put(row.key(), row);
    }
    for (DocKey name : names) {
      DocumentRow row = rows.getOrDefault(name.type().name(), Map.of()).get(name.key());
      into.found(name.type(), name.key(), Optional.ofNullable(row));
    }
  }

  /** Returns the balances that are not in a range just read; of those the rest is absent. */
  private List<BalanceKey> besideRanges(BalanceType type, Set<BalanceKey> keys, WorkingSet into) {
    Set<List<String>> ranges = balanceRanges.getOrDefault(type, Set.of());
    List<Integer> lengths = ranges.stream().map(List::size).distinct().toList();
    List<BalanceKey> beside = new ArrayList<>();
    for (BalanceKey key : keys) {
      List<String> dimensions = key.dimensions();
      if (lengths.stream().noneMatch(n -> ranges.contains(dimensions.subList(0, n)))) {
        beside.add(key);
      } else if (into.balances.state(type, key) == null) {
        into.balances.found(type, BalanceRow.absent(type, key));
      }
    }
    return beside;
  }

  private static void lines(
      StoreView view, WorkingSet into, LinedType<?, ?> type, List<String> keys) {
    Map<String, List<LineRow>> rows = new HashMap<>();
    keys.forEach(key -> rows.put(key, new ArrayList<>()));
    view.lines(type.name(), keys, 1, LineType.MAX_LINES)
        .forEach(row -> rows.getOrDefault(row.documentKey(), new ArrayList<>()).add(row));
    rows.forEach((key, found) -> into.found(type, key, found));
  }

  private static void index(StoreView view, WorkingSet into, IndexName name, List<String> values) {
    Map<String, List<IndexEntry>> rows = new HashMap<>();
    values.forEach(value -> rows.put(value, new ArrayList<>()));
    for (IndexEntry entry : Limits.entries(view, name.type().name(), name.index(), values)) {
      rows.getOrDefault(entry.value(), new ArrayList<>()).add(entry);
    }
    rows.forEach((value, found) -> into.indexes.found(name, value, found));
  }

  private static void balances(
      StoreView view, WorkingSet into, BalanceType type, List<BalanceKey> keys) {
    Map<BalanceKey, BalanceRow> rows = new HashMap<>();
    view.balances(type.name(), keys).forEach(row -> rows.put(row.key(), row));
    for (BalanceKey key : keys) {
      BalanceRow row = rows.get(key);
      into.balances.found(type, row == null ? BalanceRow.absent(type, key) : row);
    }
  }

  private static void ranges(
      StoreView view, WorkingSet into, BalanceType type, List<List<String>> prefixes) {
    Map<List<String>, List<BalanceRow>> rows = new LinkedHashMap<>();
    prefixes.forEach(prefix -> rows.put(prefix, new ArrayList<>()));
    int length = prefixes.get(0).size();
    int most = 10 * View.MAX_RANGE;
    List<BalanceRow> found = view.balanceRange(type.name(), prefixes, most + 1);
    Limits.range(type.name(), found, most);
    for (BalanceRow row : found) {
      rows.getOrDefault(row.key().dimensions().subList(0, length), new ArrayList<>()).add(row);
    }
    rows.forEach((prefix, part) -> into.balances.found(type, prefix, part));
  }

  private static <T> void chunks(Collection<T> all, Consumer<List<T>> each) {
    List<T> list = List.copyOf(all);
    for (int from = 0; from < list.size(); from += CHUNK) {
      each.accept(list.subList(from, Math.min(list.size(), from + CHUNK)));
    }
  }
}
