package io.jxc.core.internal.command;

import io.jxc.core.internal.codec.DocType;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.Names;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  <T> void add(DocType<T> type, String key, T document) {
    mark(type, key, document, true);
  }

  <T> void remove(DocType<T> type, String key, T document) {
    mark(type, key, document, false);
  }

  private <T> void mark(DocType<T> type, String key, T document, boolean present) {
    type.indexValues(document)
        .forEach(
            (index, values) -> {
              if (!values.isEmpty()) {
                TreeMap<IndexEntry, Boolean> rows =
                    changed.computeIfAbsent(
                        new IndexName(type, index), name -> new TreeMap<>(ORDER));
                values.forEach(value -> rows.put(new IndexEntry(value, key), present));
              }
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
