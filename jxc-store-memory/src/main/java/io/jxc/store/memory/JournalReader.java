package io.jxc.store.memory;

import io.jxc.spi.store.JournalRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** Reads journal rows in the order of their sequences. */
final class JournalReader {
  private JournalReader() {}

  /** Merges logs from a sequence on, up to a snapshot. */
  static List<JournalRow> read(Collection<RowLog> logs, long after, long snapshot, int limit) {
    PriorityQueue<Cursor> cursors =
        new PriorityQueue<>(
            Math.max(1, logs.size()), Comparator.comparingLong(Cursor::nextSequence));
    for (RowLog log : logs) {
      Cursor cursor = new Cursor(log, after, snapshot);
      if (cursor.hasNext()) {
        cursors.add(cursor);
      }
    }
    List<JournalRow> rows = new ArrayList<>();
    while (rows.size() < limit) {
      Cursor cursor = cursors.poll();
      if (cursor == null) {
        break;
      }
      rows.add(cursor.next());
      if (cursor.hasNext()) {
        cursors.add(cursor);
      }
    }
    return rows;
  }

  /** All rows of a log up to a snapshot. */
  static Iterator<JournalRow> all(RowLog log, long snapshot) {
    return new Cursor(log, 0, snapshot);
  }

  private static final class Cursor implements Iterator<JournalRow> {
    private final RowLog log;
    private final int end;
    private int at;

    Cursor(RowLog log, long after, long snapshot) {
      this.log = log;
      this.at = log.after(after);
      this.end = log.after(snapshot);
    }

    long nextSequence() {
      return log.get(at).sequence();
    }

    @Override
    public boolean hasNext() {
      return at < end;
    }

    @Override
    public JournalRow next() {
      if (at >= end) {
        throw new NoSuchElementException("there is no further row");
      }
      return log.get(at++);
    }
  }
}
