package io.jxc.store.memory;

import io.jxc.spi.store.JournalRow;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Rows in an order, added by one writer at a time and read by anyone; none ever goes away. A row
 * that comes last, as nearly all do, is written behind the others; another one has its chunk
 * copied. Readers see every row that was there when they began, and perhaps newer ones.
 */
final class SortedRows {
  private static final int CHUNK = 256;
  private static final int FIRST = 4;

  private final Comparator<Object> order;

  /** Each chunk but the only one has a row; what a chunk starts with never changes. */
  private volatile Chunk[] chunks = {new Chunk(new JournalRow[FIRST], 0)};

  SortedRows(Comparator<Object> order) {
    this.order = order;
  }

  private static final class Chunk {
    private final JournalRow[] rows;
    private volatile int size;

    Chunk(JournalRow[] rows, int size) {
      this.rows = rows;
      this.size = size;
    }

    /** Whether a row could be written behind the others. */
    boolean append(JournalRow row) {
      int at = size;
      if (at == rows.length) {
        return false;
      }
      rows[at] = row;
      size = at + 1;
      return true;
    }
  }

  void add(JournalRow row) {
    Chunk[] now = chunks;
    Chunk last = now[now.length - 1];
    int size = last.size;
    if (size > 0 && order.compare(last.rows[size - 1], row) > 0) {
      insert(now, row);
    } else if (!last.append(row)) {
      extend(now, row);
    }
  }

  private void extend(Chunk[] now, JournalRow row) {
    Chunk last = now[now.length - 1];
    if (last.rows.length >= CHUNK) {
      JournalRow[] rows = new JournalRow[CHUNK];
      rows[0] = row;
      chunks = with(now, now.length, 0, new Chunk(rows, 1));
    } else {
      JournalRow[] rows = Arrays.copyOf(last.rows, Math.min(CHUNK, last.rows.length * FIRST));
      rows[last.size] = row;
      chunks = with(now, now.length - 1, 1, new Chunk(rows, last.size + 1));
    }
  }

  private void insert(Chunk[] now, JournalRow row) {
    int chunk = chunk(now, row, false);
    Chunk old = now[chunk];
    int at = position(old, row, false);
    int size = old.size;
    JournalRow[] rows = new JournalRow[Math.max(size + 1, Math.min(old.rows.length, CHUNK))];
    System.arraycopy(old.rows, 0, rows, 0, at);
    rows[at] = row;
    System.arraycopy(old.rows, at, rows, at + 1, size - at);
    if (size < CHUNK) {
      chunks = with(now, chunk, 1, new Chunk(rows, size + 1));
    } else {
      int half = (size + 1) / 2;
      Chunk left = new Chunk(Arrays.copyOf(rows, half), half);
      // Only the last chunk takes rows at its end, and has room for them.
      JournalRow[] behind = Arrays.copyOf(Arrays.copyOfRange(rows, half, size + 1), CHUNK);
      chunks = with(now, chunk, 1, left, new Chunk(behind, size + 1 - half));
    }
  }

  /** The chunks with some in the place of {@code gone} others. */
  private static Chunk[] with(Chunk[] now, int at, int gone, Chunk... come) {
    Chunk[] next = new Chunk[now.length - gone + come.length];
    System.arraycopy(now, 0, next, 0, at);
    System.arraycopy(come, 0, next, at, come.length);
    System.arraycopy(now, at + gone, next, at + come.length, now.length - at - gone);
    return next;
  }

  /** The last chunk that starts before a place, or at it. */
  private int chunk(Chunk[] now, Object place, boolean inclusive) {
    int low = 0;
    int high = now.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      int side = order.compare(now[middle].rows[0], place);
      if (side < 0 || (side == 0 && !inclusive)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Where the first row behind a place lies in a chunk, or where the row of the place does. */
  private int position(Chunk chunk, Object place, boolean inclusive) {
    int low = 0;
    int high = chunk.size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int side = order.compare(chunk.rows[middle], place);
      if (side < 0 || (side == 0 && !inclusive)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The rows strictly between two places, the lower of which must be given first. */
  Iterator<JournalRow> between(Object low, Object high, boolean descending) {
    Chunk[] now = chunks;
    int firstChunk = chunk(now, low, false);
    int endChunk = chunk(now, high, true);
    Span span =
        new Span(
            now,
            firstChunk,
            position(now[firstChunk], low, false),
            endChunk,
            position(now[endChunk], high, true));
    return descending ? span.backwards() : span.forwards();
  }

  /** From a place, included, to another, not included. */
  private static final class Span {
    private final Chunk[] chunks;
    private final int firstChunk;
    private final int first;
    private final int endChunk;
    private final int end;

    Span(Chunk[] chunks, int firstChunk, int first, int endChunk, int end) {
      this.chunks = chunks;
      this.firstChunk = firstChunk;
      this.first = first;
      this.endChunk = endChunk;
      this.end = end;
    }

    Iterator<JournalRow> forwards() {
      return new Iterator<>() {
        private int chunk = firstChunk;
        private int at = first;

        @Override
        public boolean hasNext() {
          while (chunk < endChunk && at >= chunks[chunk].size) {
            chunk++;
            at = 0;
          }
          return chunk < endChunk || (chunk == endChunk && at < end);
        }

        @Override
        public JournalRow next() {
          if (!hasNext()) {
            throw new NoSuchElementException("there is no further row");
          }
          return chunks[chunk].rows[at++];
        }
      };
    }

    Iterator<JournalRow> backwards() {
      return new Iterator<>() {
        private int chunk = endChunk;
        private int at = end;

        @Override
        public boolean hasNext() {
          while (chunk > firstChunk && at == 0) {
            chunk--;
            at = chunks[chunk].size;
          }
          return chunk > firstChunk || (chunk == firstChunk && at > first);
        }

        @Override
        public JournalRow next() {
          if (!hasNext()) {
            throw new NoSuchElementException("there is no further row");
          }
          return chunks[chunk].rows[--at];
        }
      };
    }
  }
}
