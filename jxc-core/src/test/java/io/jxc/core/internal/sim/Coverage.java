package io.jxc.core.internal.sim;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts which faults have hit which classes of commands, and what came of the commands. */
final class Coverage {
  private final Map<Fault, Map<Kind, Long>> hits = new EnumMap<>(Fault.class);
  private final Map<Kind, Long> sent = new EnumMap<>(Kind.class);
  private final Map<Kind, Long> done = new EnumMap<>(Kind.class);
  private long onCommitted;
  private long onFailed;
  private long used;

  void hit(Fault fault, Kind kind) {
    of(fault).merge(kind, 1L, Long::sum);
  }

  private Map<Kind, Long> of(Fault fault) {
    return hits.computeIfAbsent(fault, added -> new EnumMap<>(Kind.class));
  }

  /** Something was decided on a batch, and the store has answered for that. */
  void builtOn(boolean committed) {
    if (committed) {
      onCommitted++;
    } else {
      onFailed++;
    }
  }

  /** A batch is sent as it was decided while the one before it was with the store. */
  void used() {
    used++;
  }

  void sent(Kind kind) {
    sent.merge(kind, 1L, Long::sum);
  }

  void done(Kind kind) {
    done.merge(kind, 1L, Long::sum);
  }

  /** Returns how many commands were sent; steps of listeners and subscriptions are none. */
  long commands() {
    return sent.entrySet().stream()
        .filter(kind -> kind.getKey() != Kind.SERVE && kind.getKey() != Kind.LISTEN)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  synchronized void add(Coverage other) {
    onCommitted += other.onCommitted;
    onFailed += other.onFailed;
    used += other.used;
    other.sent.forEach((kind, count) -> sent.merge(kind, count, Long::sum));
    other.done.forEach((kind, count) -> done.merge(kind, count, Long::sum));
    other.hits.forEach(
        (fault, kinds) -> kinds.forEach((kind, count) -> of(fault).merge(kind, count, Long::sum)));
  }

  /** Returns the pairs that were hit less often than they must. */
  List<String> missing(long least) {
    List<String> missing = new ArrayList<>();
    for (Fault fault : Fault.values()) {
      for (Kind kind : Kind.values()) {
        long found = of(fault).getOrDefault(kind, 0L);
        if (fault.hits(kind) && found < least) {
          missing.add(fault + " × " + kind + ": " + found + " of " + least);
        }
      }
    }
    for (Kind kind : Kind.values()) {
      boolean mayNot = kind == Kind.UNAUTHORISED || kind == Kind.FOREIGN;
      long found = done.getOrDefault(kind, 0L);
      if (!mayNot && found < least) {
        missing.add(kind + " done: " + found + " of " + least);
      }
    }
    Map.of("committed", onCommitted, "failed", onFailed, "used", used)
        .forEach(
            (what, found) -> {
              if (found < 10 * least) {
                missing.add("decided ahead, " + what + ": " + found + " of " + 10 * least);
              }
            });
    return missing;
  }

  /** Returns a table: a row for each class of commands, a column for each fault. */
  String table() {
    StringBuilder table = new StringBuilder(String.format("%-13s%9s%9s", "", "sent", "done"));
    for (Fault fault : Fault.values()) {
      table.append(String.format("%16s", fault));
    }
    for (Kind kind : Kind.values()) {
      long all = sent.getOrDefault(kind, 0L);
      table.append(String.format("%n%-13s%9d%9d", kind, all, done.getOrDefault(kind, 0L)));
      for (Fault fault : Fault.values()) {
        table.append(String.format("%16d", of(fault).getOrDefault(kind, 0L)));
      }
    }
    return table
        .append(
            String.format(
                "%ndecided on a batch that was committed: %d, that was not: %d; so sent: %d",
                onCommitted, onFailed, used))
        .toString();
  }
}
