package io.jxc.core.internal.sim;

import java.util.ArrayList;
import java.util.List;

/** Counts which faults have hit which classes of commands, and what came of the commands. */
final class Coverage {
  private final long[][] hits = new long[Fault.values().length][Kind.values().length];
  private final long[] sent = new long[Kind.values().length];
  private final long[] done = new long[Kind.values().length];

  void hit(Fault fault, Kind kind) {
    hits[fault.ordinal()][kind.ordinal()]++;
  }

  void sent(Kind kind) {
    sent[kind.ordinal()]++;
  }

  void done(Kind kind) {
    done[kind.ordinal()]++;
  }

  long commands() {
    long all = 0;
    for (long count : sent) {
      all += count;
    }
    return all;
  }

  synchronized void add(Coverage other) {
    for (Kind kind : Kind.values()) {
      sent[kind.ordinal()] += other.sent[kind.ordinal()];
      done[kind.ordinal()] += other.done[kind.ordinal()];
      for (Fault fault : Fault.values()) {
        hits[fault.ordinal()][kind.ordinal()] += other.hits[fault.ordinal()][kind.ordinal()];
      }
    }
  }

  /** Returns the pairs that were hit less often than they must. */
  List<String> missing(long least) {
    List<String> missing = new ArrayList<>();
    for (Fault fault : Fault.values()) {
      for (Kind kind : Kind.values()) {
        boolean listens = kind == Kind.SERVE;
        long found = hits[fault.ordinal()][kind.ordinal()];
        if ((listens || !fault.ofListeners()) && found < least) {
          missing.add(fault + " × " + kind + ": " + found + " of " + least);
        }
      }
    }
    for (Kind kind : Kind.values()) {
      boolean mayNot = kind == Kind.UNAUTHORISED || kind == Kind.FOREIGN;
      if (!mayNot && done[kind.ordinal()] < least) {
        missing.add(kind + " done: " + done[kind.ordinal()] + " of " + least);
      }
    }
    return missing;
  }

  /** Returns a table: a row for each class of commands, a column for each fault. */
  String table() {
    StringBuilder table = new StringBuilder(String.format("%-13s%9s%9s", "", "sent", "done"));
    for (Fault fault : Fault.values()) {
      table.append(String.format("%16s", fault));
    }
    for (Kind kind : Kind.values()) {
      table.append(
          String.format("%n%-13s%9d%9d", kind, sent[kind.ordinal()], done[kind.ordinal()]));
      for (Fault fault : Fault.values()) {
        table.append(String.format("%16d", hits[fault.ordinal()][kind.ordinal()]));
      }
    }
    return table.toString();
  }
}
