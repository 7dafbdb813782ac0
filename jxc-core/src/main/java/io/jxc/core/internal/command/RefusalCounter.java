package io.jxc.core.internal.command;

import io.jxc.api.audit.AuditOutcome;
import io.jxc.core.internal.audit.AuditEntry;
import io.jxc.core.internal.audit.AuditWriter;
import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.JournalEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts what rules refuse, per actor, action, code and minute, so that a caller who hammers on a
 * rule fills a counter and not the log. A minute's counts ride in the first commit after it. Used
 * by a lane's leader only.
 */
final class RefusalCounter {
  private static final int MAX_KEYS = 10_000;

  private record Key(Batch.Refusal refusal, Instant minute) {}

  private final Map<Key, Long> counts = new HashMap<>();

  void count(List<Batch.Refusal> refusals, Instant now) {
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    for (Batch.Refusal refusal : refusals) {
      Key key = new Key(refusal, minute);
      if (counts.size() < MAX_KEYS || counts.containsKey(key)) {
        counts.merge(key, 1L, Long::sum);
      }
    }
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  /** Returns the entries of all minutes before this one; they stay counted until confirmed. */
  List<JournalEntry> due(Instant now) {
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    List<JournalEntry> entries = new ArrayList<>();
    counts.forEach(
        (key, count) -> {
          if (key.minute().isBefore(minute)) {
            entries.addAll(AuditWriter.entries(entry(key, count)));
          }
        });
    return entries;
  }

  /** Forgets what {@link #due} returned for this time, once it is committed. */
  void confirm(Instant now) {
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    counts.keySet().removeIf(key -> key.minute().isBefore(minute));
  }

  private static AuditEntry entry(Key key, long count) {
    return new AuditEntry(
        Attribute.micros(key.minute()),
        key.refusal().actor(),
        Optional.empty(),
        key.refusal().action(),
        Optional.empty(),
        AuditOutcome.REFUSED,
        Optional.of(key.refusal().code()),
        Optional.empty(),
        0,
        count,
        List.of());
  }
}
