package io.jxc.core.internal.command;

import io.jxc.core.internal.codec.DocType;
import io.jxc.spi.store.IndexEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The index entries of a working set: as they were read, and what the batch has changed. */
final class WorkingIndexes {
  final IndexOverlay overlay = new IndexOverlay();
  private final Map<Misses.IndexName, Map<String, List<IndexEntry>>> values = new HashMap<>();
  private final Map<Misses.IndexPrefix, List<IndexEntry>> ranges = new HashMap<>();

  void found(Misses.IndexName name, String value, List<IndexEntry> entries) {
    values.computeIfAbsent(name, n -> new HashMap<>()).put(value, entries);
  }

  void found(Misses.IndexPrefix range, List<IndexEntry> entries) {
    ranges.put(range, entries);
  }

  /**
   * Returns the entries of some values, or null when one was not read.
   *
   * @param missed is told what was not read; null = what was not read counts as absent
   */
  @Nullable List<IndexEntry> entries(
      DocType<?> type, String index, Collection<String> wanted, @Nullable Misses missed) {
    Misses.IndexName name = new Misses.IndexName(type, index);
    Map<String, List<IndexEntry>> known = values.getOrDefault(name, Map.of());
    List<IndexEntry> below = new ArrayList<>();
    boolean complete = true;
    for (String value : wanted) {
      List<IndexEntry> entries = known.get(value);
      if (entries != null) {
        below.addAll(entries);
      } else if (missed != null) {
        missed.index(type, index, value);
        complete = false;
      }
    }
    return complete ? overlay.merge(type, index, below, wanted::contains) : null;
  }

  /** Returns a range with what the batch has changed, or null when it was not read. */
  @Nullable List<IndexEntry> range(Misses.IndexPrefix range) {
    List<IndexEntry> below = ranges.get(range);
    if (below == null) {
      return null;
    }
    List<IndexEntry> merged =
        overlay.merge(
            range.type(), range.index(), below, value -> value.startsWith(range.prefix()));
    return Limits.range(range.type().name() + "." + range.index(), merged, range.limit());
  }
}
