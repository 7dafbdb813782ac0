package io.jxc.core.internal.command;

import io.jxc.api.audit.AuditOutcome;
import io.jxc.core.internal.audit.AuditEntry;
import io.jxc.core.internal.audit.AuditWriter;
import io.jxc.core.internal.audit.ObjectEntry;
import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.JournalEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the refusals of one tenant per actor, action, code, object and minute, so that a caller
 * who hammers on a rule fills a counter and not the log. A minute's counts ride in the first commit
 * after it. Thread-safe: commands are refused by a lane's leader, reads by their callers.
 */
final class RefusalCounter {
  private static final int MAX_KEYS = 10_000;

  /**
   * One kind of refusal.
   *
   * @param actor user who was refused
   * @param action stable name of the command
   * @param code error code
   * @param permission what was missing, if that was it
   * @param object what the command named
   */
  record Refusal(
      String actor,
      String action,
      String code,
      Optional<String> permission,
      Optional<ObjectEntry> object) {}

  private record Key(Refusal refusal, Instant minute) {}

  /** In the order they were first counted: a log must not depend on how keys are hashed. */
  private final Map<Key, Long> counts = new LinkedHashMap<>();

  /** Counts that are on their way into the log. */
  static final class Due {
    private final Map<Key, Long> counts;

    private Due(Map<Key, Long> counts) {
      this.counts = counts;
    }

    boolean isEmpty() {
      return counts.values().stream().allMatch(count -> count == 0);
    }

    List<JournalEntry> entries() {
      List<JournalEntry> entries = new ArrayList<>();
      counts.forEach(
          (key, count) -> {
            if (count > 0) {
              entries.addAll(AuditWriter.entries(entry(key, count)));
            }
          });
      return entries;
    }
  }

  synchronized void count(List<Refusal> refusals, Instant now) {
    refusals.forEach(refusal -> add(new Key(refusal, minute(now)), 1));
  }

  /** Tells whether a refusal is the first of its minute, and remembers that it was. */
  synchronized boolean first(Refusal refusal, Instant now) {
    Key key = new Key(refusal, minute(now));
    if (counts.containsKey(key)) {
      return false;
    }
    add(key, 0);
    return counts.containsKey(key);
  }

  /** Takes over what another counter has counted. */
  void take(RefusalCounter other) {
    Due all = other.all();
    synchronized (this) {
      all.counts.forEach(this::add);
    }
  }

  private void add(Key key, long times) {
    if (counts.size() < MAX_KEYS || counts.containsKey(key)) {
      counts.merge(key, times, Long::sum);
    }
  }

  synchronized boolean isEmpty() {
    return counts.isEmpty();
  }

  /** Returns the counts of all minutes before this one; they stay counted until confirmed. */
  synchronized Due due(Instant now) {
    Map<Key, Long> due = new LinkedHashMap<>();
    if (!counts.isEmpty()) {
      Instant minute = minute(now);
      counts.forEach(
          (key, count) -> {
            if (key.minute().isBefore(minute)) {
              due.put(key, count);
            }
          });
    }
    return new Due(due);
  }

  /** Returns all counts, that of the running minute too. */
  synchronized Due all() {
    return new Due(new LinkedHashMap<>(counts));
  }

  /** Forgets what is in the log now; what was counted meanwhile stays. */
  synchronized void confirm(Due due) {
    due.counts.forEach(
        (key, written) ->
            counts.computeIfPresent(
                key, (same, count) -> count <= written ? null : Long.valueOf(count - written)));
  }

  private static Instant minute(Instant now) {
    return now.truncatedTo(ChronoUnit.MINUTES);
  }

  private static AuditEntry entry(Key key, long count) {
    Refusal refusal = key.refusal();
    return new AuditEntry(
        Attribute.micros(key.minute()),
        refusal.actor(),
        Optional.empty(),
        refusal.action(),
        Optional.empty(),
        AuditOutcome.REFUSED,
        Optional.of(refusal.code()),
        refusal.permission(),
        0,
        count,
        refusal.object().stream().toList());
  }
}
