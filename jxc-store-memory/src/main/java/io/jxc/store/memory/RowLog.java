package io.jxc.store.memory;

import io.jxc.spi.store.JournalRow;
import java.util.Arrays;

/**
 * Journal rows in the order of their sequences, appended by one writer and read by anyone. Readers
 * look at rows up to their snapshot's sequence only.
 */
final class RowLog {
  private static final int CHUNK = 256;

  private volatile JournalRow[][] chunks = new JournalRow[1][];
  private volatile int size;

  void append(JournalRow row) {
    int at = size;
    int chunk = at / CHUNK;
    JournalRow[][] current = chunks;
    if (chunk == current.length) {
      current = Arrays.copyOf(current, chunk * 2);
    }
    if (at % CHUNK == 0) {
      current[chunk] = new JournalRow[CHUNK];
    }
    current[chunk][at % CHUNK] = row;
    chunks = current;
    size = at + 1;
  }

  JournalRow get(int at) {
    return chunks[at / CHUNK][at % CHUNK];
  }

  int size() {
    return size;
  }

  /** The place of the first row with a higher sequence. */
  int after(long sequence) {
    // Each row took a sequence of its own, so the place is at most the sequence; where every
    // sequence has a row it is exactly that.
    int high = (int) Math.min(size, Math.max(0, sequence));
    if (high == 0 || get(high - 1).sequence() <= sequence) {
      return high;
    }
    int low = 0;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (get(middle).sequence() <= sequence) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
