package io.jxc.core.internal.command;

import io.jxc.core.internal.codec.DocType;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.Names;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Index rows that changes have added (true) or taken away (false). */
final class IndexOverlay {
  static final Comparator<IndexEntry> ORDER =
      Comparator.comparing(IndexEntry::value, Names::compareUtf8)
          .thenComparing(IndexEntry::key, Names::compareUtf8);

  private record IndexName(DocType<?> type, String index) {}

  private final Map<IndexName, TreeMap<IndexEntry, Boolean>> changed = new HashMap<>();

  /** Notes what a document's entries become; either of its states may be absent. */
  <T> void change(DocType<T> type, String key, Optional<T> before, Optional<T> after) {
    Map<String, Set<String>> gone = before.map(type::indexValues).orElseGet(Map::of);
    Map<String, Set<String>> come = after.map(type::indexValues).orElseGet(Map::of);
    if (!gone.equals(come)) {
      mark(type, key, gone, false);
      mark(type, key, come, true);
    }
  }

  private void mark(
      DocType<?> type, String key, Map<String, Set<String>> entries, boolean present) {
    entries.forEach(
        (index, values) -> {
          TreeMap<IndexEntry, Boolean> rows =
              changed.computeIfAbsent(new IndexName(type, index), name -> new TreeMap<>(ORDER));
          values.forEach(value -> rows.put(new IndexEntry(value, key), present));
        });
  }

  List<IndexEntry> merge(
      DocType<?> type, String index, List<IndexEntry> below, Predicate<String> wanted) {
    TreeMap<IndexEntry, Boolean> rows = changed.get(new IndexName(type, index));
    if (rows == null) {
      return below;
    }
    TreeSet<IndexEntry> merged = new TreeSet<>(ORDER);
    merged.addAll(below);
    rows.forEach(
        (entry, present) -> {
          if (wanted.test(entry.value())) {
            if (present) {
              merged.add(entry);
            } else {
              merged.remove(entry);
            }
          }
        });
    return List.copyOf(merged);
  }
}
