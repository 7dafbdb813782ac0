package io.jxc.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.Listing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedRowsTest {
  private static final AttributeLayout LAYOUT = AttributeLayout.of(Attribute.integer("rank"));
  private static final ListingOrder ORDER =
      new ListingOrder(new Listing("by_rank", List.of(), List.of("rank")), LAYOUT);

  @ParameterizedTest(name = "one of {0} rows comes late")
  @ValueSource(ints = {1, 2, 50, 100_000})
  void every_range_is_read_in_order_both_ways(int lateness) {
    Random random = new Random(lateness);
    SortedRows rows = new SortedRows(ORDER);
    NavigableSet<Object> expected = new TreeSet<>(ORDER);
    for (int sequence = 1; sequence <= 3_000; sequence++) {
      boolean late = random.nextInt(lateness) == 0;
      JournalRow row = row(late ? random.nextInt(sequence) : sequence, sequence);
      rows.add(row);
      expected.add(row);
    }
    for (int i = 0; i < 200; i++) {
      long low = random.nextInt(3_100) - 50L;
      long high = low + 1 + random.nextInt(1_500);
      assertRange(rows, expected, Place.before(low), Place.before(high));
      assertRange(rows, expected, expected.first(), Place.after(Math.max(high, 3_000)));
    }
  }

  @Test
  void rows_read_while_others_are_added_are_in_order_and_none_is_missed() throws Exception {
    SortedRows rows = new SortedRows(ORDER);
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService readers = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> read = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        read.add(readers.submit(() -> readUntil(rows, done)));
      }
      Random random = new Random(7);
      for (int sequence = 1; sequence <= 20_000; sequence++) {
        rows.add(row(random.nextInt(10) == 0 ? random.nextInt(sequence) : sequence, sequence));
      }
      done.set(true);
      for (Future<Integer> reader : read) {
        assertThat(reader.get()).isEqualTo(20_000);
      }
    } finally {
      readers.shutdownNow();
    }
  }

  /** Reads all rows again and again; what was there once stays. */
  private static int readUntil(SortedRows rows, AtomicBoolean done) {
    int found = 0;
    boolean last;
    do {
      last = done.get();
      List<JournalRow> all = new ArrayList<>();
      rows.between(Place.before(-1L), Place.after(Long.MAX_VALUE), false)
          .forEachRemaining(all::add);
      assertThat(all).isSortedAccordingTo(ORDER).hasSizeGreaterThanOrEqualTo(found);
      found = all.size();
    } while (!last);
    return found;
  }

  private static void assertRange(
      SortedRows rows, NavigableSet<Object> expected, Object low, Object high) {
    List<Object> wanted = new ArrayList<>(expected.subSet(low, false, high, false));
    assertThat(all(rows.between(low, high, false))).isEqualTo(wanted);
    List<Object> backwards = new ArrayList<>(wanted);
    Collections.reverse(backwards);
    assertThat(all(rows.between(low, high, true))).isEqualTo(backwards);
  }

  private static List<Object> all(Iterator<JournalRow> rows) {
    List<Object> all = new ArrayList<>();
    rows.forEachRemaining(all::add);
    return all;
  }

  private static JournalRow row(long rank, long sequence) {
    AttributeValues values = AttributeValues.builder(LAYOUT).set("rank", rank).build();
    return new JournalRow("journal", sequence, 1, values, Bytes.EMPTY);
  }
}
