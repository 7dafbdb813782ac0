package io.jxc.core.internal.command;

import io.jxc.spi.store.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What the commands of a batch leave in the log, in their order. Rules have to run one after the
 * other, as each sees what the last one has changed; what they have made is written down meanwhile
 * and afterwards, by all cores that are free.
 */
final class Traces {
  /** Rows so few that asking for help takes as long as writing them. */
  private static final int FEW = 50;

  private final Helpers helpers;
  private final AtomicReferenceArray<Trace> traces;
  private final AtomicReferenceArray<List<JournalEntry>> written;
  private final AtomicInteger next = new AtomicInteger();
  private volatile int size;

  /** Rows that nobody was asked to help with. Used by who decides, as whatever adds is. */
  private int weight;

  /** Makes room for the traces of so many commands. */
  Traces(int commands, Helpers helpers) {
    this.helpers = helpers;
    traces = new AtomicReferenceArray<>(commands);
    written = new AtomicReferenceArray<>(commands);
  }

  /** Adds the trace of a command that changes about so many rows. */
  void add(int rows, Trace trace) {
    int place = size;
    traces.set(place, trace);
    size = place + 1;
    weight += rows;
    if (weight >= FEW) {
      weight = 0;
      helpers.ask(this::help);
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Writes down what nobody has written yet, and returns everything. */
  List<JournalEntry> entries() {
    write();
    List<JournalEntry> entries = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<JournalEntry> some = written.get(i);
      // what a helper is still at is written once more: that is sooner than waiting for it
      entries.addAll(some == null ? traces.get(i).entries() : some);
    }
    return entries;
  }

  private void write() {
    for (int i = claim(); i >= 0; i = claim()) {
      written.set(i, traces.get(i).entries());
    }
  }

  /**
   * Returns the place of a trace that nobody has begun to write; less than zero if there is none.
   */
  private int claim() {
    int place = next.get();
    while (place < size) {
      if (next.compareAndSet(place, place + 1)) {
        return place;
      }
      place = next.get();
    }
    return -1;
  }

  private void help() {
    try {
      write();
    } catch (RuntimeException again) {
      // who decides comes to it, too, and fails as if nobody had helped
      return;
    }
  }
}
