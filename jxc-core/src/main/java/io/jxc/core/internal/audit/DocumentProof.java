package io.jxc.core.internal.audit;

import io.jxc.api.TenantId;
import io.jxc.api.audit.ChainFault;
import io.jxc.api.audit.ChangeKind;
import io.jxc.core.internal.command.DocumentDigest;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.Chain;
import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.LineRow;
import io.jxc.spi.store.StoreView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Compares stored documents with the audit entries that describe them, in the order of the log. A
 * row whose version is the one an entry gave it must have that entry's digest; an older one was put
 * back, a newer one has its entry still to come. Memory is bounded by a few hundred objects and by
 * the documents that were deleted.
 */
final class DocumentProof {
  private static final int FLUSH_AT = 500;

  private final JxcStore store;
  private final TenantId tenant;
  private final Predicate<String> lined;
  private final Map<ObjectName, Expected> pending = new LinkedHashMap<>();
  private final Map<ObjectName, Long> missing = new HashMap<>();
  private final Map<String, Long> provenByType = new HashMap<>();

  private record ObjectName(String type, String key) {}

  /** What the newest entry seen says about an object. */
  private record Expected(long version, long sequence, ObjectEntry entry) {}

  /**
   * Starts with nothing proven.
   *
   * @param lined tells whether a type has lines
   */
  DocumentProof(JxcStore store, TenantId tenant, Predicate<String> lined) {
    this.store = store;
    this.tenant = tenant;
    this.lined = lined;
  }

  /** Takes the audit entries of a proven block. */
  Optional<ChainFault> block(Block block, List<JournalRow> rows) {
    for (JournalRow row : rows) {
      if (row.type().equals(AuditTypes.AUDIT.name())) {
        for (ObjectEntry object : AuditTypes.AUDIT.decode(row).objects()) {
          if (object.kind() != ChangeKind.NAMED) {
            expect(new Expected(block.lastSequence(), row.sequence(), object));
          }
        }
      }
    }
    return pending.size() < FLUSH_AT ? Optional.empty() : flush();
  }

  /** Compares what is left, and looks after documents that no entry told of. */
  Optional<ChainFault> end() {
    Optional<ChainFault> fault = flush();
    return fault.isPresent() ? fault : stillMissing();
  }

  /** Returns how many documents of a type have the digest of their newest entry. */
  long proven(String type) {
    return provenByType.getOrDefault(type, 0L);
  }

  /** Returns how many documents have the digest of their newest entry. */
  long proven() {
    return provenByType.values().stream().mapToLong(Long::longValue).sum();
  }

  private void expect(Expected next) {
    ObjectName name = new ObjectName(next.entry().type(), next.entry().key());
    Expected earlier = pending.remove(name);
    if (earlier != null && next.entry().digest().isPresent() && next.entry().lines().isEmpty()) {
      pending.put(name, withLines(next, earlier.entry().lines()));
    } else {
      pending.put(name, next);
    }
  }

  private static Expected withLines(Expected expected, Optional<String> lines) {
    ObjectEntry e = expected.entry();
    return new Expected(
        expected.version(),
        expected.sequence(),
        new ObjectEntry(e.type(), e.key(), e.kind(), List.of(), e.digest(), lines));
  }

  private Optional<ChainFault> flush() {
    Map<String, List<Expected>> byType = new LinkedHashMap<>();
    pending
        .values()
        .forEach(e -> byType.computeIfAbsent(e.entry().type(), t -> new ArrayList<>()).add(e));
    pending.clear();
    try (StoreView view = store.view(tenant)) {
      for (Map.Entry<String, List<Expected>> type : byType.entrySet()) {
        Optional<ChainFault> fault = compare(view, type.getKey(), type.getValue());
        if (fault.isPresent()) {
          return fault;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<ChainFault> compare(StoreView view, String type, List<Expected> expected) {
    List<String> keys = expected.stream().map(e -> e.entry().key()).toList();
    Map<String, DocumentRow> stored = new HashMap<>();
    view.documents(type, keys).forEach(row -> stored.put(row.key(), row));
    Map<String, List<DocumentDigest.Line>> lines = lines(view, type, keys);
    for (Expected one : expected) {
      DocumentRow row = stored.get(one.entry().key());
      Optional<ChainFault> fault =
          row == null
              ? absent(one)
              : present(view, one, row, lines.getOrDefault(row.key(), List.of()));
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private Map<String, List<DocumentDigest.Line>> lines(
      StoreView view, String type, List<String> keys) {
    Map<String, List<DocumentDigest.Line>> lines = new HashMap<>();
    if (lined.test(type)) {
      for (LineRow row : view.lines(type, keys, 1, Integer.MAX_VALUE)) {
        lines
            .computeIfAbsent(row.documentKey(), key -> new ArrayList<>())
            .add(
                new DocumentDigest.Line(
                    row.lineNo(),
                    new DocumentChange.Content(row.format(), row.attributes(), row.body())));
      }
    }
    return lines;
  }

  /** Not there: fine if the log says so, now or later. */
  private Optional<ChainFault> absent(Expected expected) {
    ObjectName name = new ObjectName(expected.entry().type(), expected.entry().key());
    if (expected.entry().kind() == ChangeKind.DELETED) {
      missing.remove(name);
    } else {
      missing.put(name, expected.sequence());
    }
    return Optional.empty();
  }

  private Optional<ChainFault> present(
      StoreView view, Expected expected, DocumentRow row, List<DocumentDigest.Line> lines) {
    ObjectEntry entry = expected.entry();
    missing.remove(new ObjectName(entry.type(), entry.key()));
    if (row.version() > expected.version()) {
      return Optional.empty();
    }
    if (row.version() < expected.version() || entry.digest().isEmpty()) {
      return fault(expected, "an older state was put back");
    }
    DocumentChange.Content content =
        new DocumentChange.Content(row.format(), row.attributes(), row.body());
    if (!Chain.rowDigest(entry.type(), entry.key(), content).hex().equals(entry.digest().get())) {
      return fault(expected, "the stored document is another one");
    }
    if (lined.test(entry.type())) {
      Optional<String> newest =
          entry.lines().isPresent()
              ? entry.lines()
              : new ObjectHistory(view).newestLines(entry.reference());
      String found = DocumentDigest.ofLines(entry.type(), entry.key(), lines).hex();
      if (newest.filter(digest -> !digest.equals(found)).isPresent()) {
        return fault(expected, "the stored lines are others");
      }
    }
    provenByType.merge(entry.type(), 1L, Long::sum);
    return Optional.empty();
  }

  /** What is gone must have been deleted, if only by a commit behind the part that was walked. */
  private Optional<ChainFault> stillMissing() {
    try (StoreView view = store.view(tenant)) {
      for (Map.Entry<ObjectName, Long> gone : missing.entrySet()) {
        ObjectName name = gone.getKey();
        boolean back = !view.documents(name.type(), List.of(name.key())).isEmpty();
        Optional<ObjectEntry> newest =
            new ObjectHistory(view).newest(name.type() + ":" + name.key());
        boolean deleted = newest.filter(e -> e.kind() == ChangeKind.DELETED).isPresent();
        if (!back && !deleted) {
          return fault(gone.getValue(), name.type(), name.key(), "the document is gone");
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<ChainFault> fault(Expected expected, String what) {
    return fault(expected.sequence(), expected.entry().type(), expected.entry().key(), what);
  }

  private static Optional<ChainFault> fault(long sequence, String type, String key, String what) {
    return Optional.of(
        new ChainFault(
            ChainFault.Kind.DOCUMENT_CHANGED, sequence, type + " '" + key + "': " + what));
  }
}
