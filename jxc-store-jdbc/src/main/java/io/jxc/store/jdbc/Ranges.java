package io.jxc.store.jdbc;

import io.jxc.spi.store.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Bounds of byte ranges, and lists of keys cut to what one statement takes. */
final class Ranges {
  private Ranges() {}

  /** The least byte sequence after all that start with a prefix: 0xFF is in no UTF-8 text. */
  static byte[] after(String prefix) {
    byte[] bytes = Names.utf8(prefix);
    byte[] after = Arrays.copyOf(bytes, bytes.length + 1);
    after[bytes.length] = (byte) 0xFF;
    return after;
  }

  /** Chunks of distinct keys, in their order. */
  static <T> List<List<T>> chunks(Collection<T> keys) {
    List<T> distinct = List.copyOf(new LinkedHashSet<>(keys));
    List<List<T>> chunks = new ArrayList<>();
    for (int from = 0; from < distinct.size(); from += SetWriter.KEYS) {
      chunks.add(distinct.subList(from, Math.min(distinct.size(), from + SetWriter.KEYS)));
    }
    return chunks;
  }

  /**
   * Fills a chunk with its last key up to a power of two: few texts of statements come up, which
   * drivers and servers keep prepared.
   */
  static <T> List<T> padded(List<T> keys) {
    int size = Math.max(1, Integer.highestOneBit(keys.size() * 2 - 1));
    List<T> padded = new ArrayList<>(keys);
    while (padded.size() < size) {
      padded.add(keys.get(keys.size() - 1));
    }
    return padded;
  }

  /**
   * The end of a statement that takes the first rows of an index. The order names the index from
   * its first column on, also where the statement fixes that: by its later columns alone H2 does
   * not walk it, but reads all rows behind the place and sorts them.
   *
   * @param fixed the columns before the order, which the statement compares with one value each
   * @param columns the columns that are ordered
   */
  static String first(List<String> fixed, List<String> columns, boolean descending) {
    String direction = descending ? " DESC" : "";
    return Stream.concat(fixed.stream(), columns.stream())
        .map(column -> column + direction)
        .collect(Collectors.joining(", ", " ORDER BY ", " LIMIT ?"));
  }

  static void requireLimit(int limit, int most) {
    if (limit < 1 || limit > most) {
      throw new IllegalArgumentException("limit is 1.." + most + ", found " + limit);
    }
  }
}
