package io.jxc.core.internal.audit;

import io.jxc.api.audit.ChangeKind;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Slice;
import io.jxc.spi.store.Source;
import io.jxc.spi.store.StoreView;
import io.jxc.spi.store.StoredRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds the audit entries of one object by the marks that lead to them. */
final class ObjectHistory {
  private static final Set<String> AUDIT = Set.of(AuditTypes.AUDIT.name());
  private static final int AHEAD = 20;
  private static final int PAGE = 50;

  private final StoreView view;
  private final Map<Long, JournalRow> read = new HashMap<>();

  ObjectHistory(StoreView view) {
    this.view = view;
  }

  /** Returns the audit entry that a mark leads to. */
  JournalRow entry(JournalRow mark) {
    long sequence = mark.sequence() - AuditTypes.OBJECT.decode(mark).back();
    if (!read.containsKey(sequence)) {
      // neighbours in an object's history are often neighbours in the log
      view.journal(AUDIT, sequence - 1, AHEAD).forEach(row -> read.put(row.sequence(), row));
    }
    return Optional.ofNullable(read.get(sequence))
        .orElseThrow(() -> new IllegalStateException("no audit entry at " + sequence));
  }

  /** Returns what the newest entry says about the object. */
  Optional<ObjectEntry> newest(String reference) {
    return search(reference, Optional::of);
  }

  /** Returns the digest of the object's lines from the newest entry that has one. */
  Optional<String> newestLines(String reference) {
    return search(reference, ObjectEntry::lines);
  }

  private <T> Optional<T> search(String reference, Function<ObjectEntry, Optional<T>> find) {
    Optional<Slice.Position> after = Optional.empty();
    do {
      Slice slice =
          view.list(
              ListQuery.of(Source.JOURNAL, AuditTypes.OBJECT.name(), "by_object")
                  .equal(reference)
                  .descending()
                  .after(after)
                  .limit(PAGE)
                  .build());
      for (StoredRow mark : slice.rows()) {
        Optional<T> found = inEntry(reference, entry((JournalRow) mark), find);
        if (found.isPresent()) {
          return found;
        }
      }
      after = slice.next();
    } while (after.isPresent());
    return Optional.empty();
  }

  private static <T> Optional<T> inEntry(
      String reference, JournalRow row, Function<ObjectEntry, Optional<T>> find) {
    List<ObjectEntry> objects = AuditTypes.AUDIT.decode(row).objects();
    return objects.stream()
        .filter(object -> object.reference().equals(reference))
        .filter(object -> object.kind() != ChangeKind.NAMED)
        .map(find)
        .flatMap(Optional::stream)
        .findFirst();
  }
}
