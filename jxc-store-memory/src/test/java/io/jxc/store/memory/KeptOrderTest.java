package io.jxc.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows are texts such as {@code 7/a}: rank and key; those of rank 0 have no place. */
class KeptOrderTest {
  private final VersionedMap<String, String> map = new VersionedMap<>(Comparator.naturalOrder());
  private final KeptOrder<String, String, String> byRank = map.order(new ByRank());
  private final Retired retired = new Retired();

  @Test
  void a_row_is_found_where_it_was_at_each_snapshot_and_nowhere_else() {
    put("a", 5, 1);
    put("b", 3, 2);
    assertThat(ranked(2)).containsExactly("3/b", "5/a");
    put("a", 1, 3);
    put("b", 0, 4);
    map.delete("a", 5, retired);
    put("a", 5, 6);

    assertThat(ranked(6)).containsExactly("5/a");
    assertThat(ranked(5)).isEmpty();
    assertThat(ranked(4)).containsExactly("1/a");
    assertThat(ranked(3)).containsExactly("1/a", "3/b");
    assertThat(ranked(2)).containsExactly("3/b", "5/a");
    assertThat(ranked(1)).containsExactly("5/a");
  }

  @Test
  void places_that_nobody_can_see_a_row_at_are_let_go_of() {
    for (int i = 1; i <= 300; i++) {
      put("a", i, i);
      assertThat(ranked(i)).containsExactly(i + "/a");
      retired.release(i, 10);
    }
    assertThat(ranked(300)).containsExactly("300/a");
    assertThat(placesKept()).isEqualTo(1);
    map.delete("a", 301, retired);
    retired.release(301, 10);
    assertThat(ranked(301)).isEmpty();
    assertThat(placesKept()).isZero();
    assertThat(map.size()).isZero();
  }

  @Test
  void an_order_that_nobody_reads_costs_nothing_and_comes_back_whole() {
    put("z", 1, 1);
    assertThat(ranked(1)).containsExactly("1/z");
    for (int i = 2; i <= 5_000; i++) {
      put("k" + i % 3_000, 1 + i % 7, i);
    }
    assertThat(kept()).as("an order nobody has read for 5,000 moves").isNull();
    retired.release(5_000, 10_000);
    Map<String, String> expected = new TreeMap<>();
    map.all(5_000).forEachRemaining(row -> expected.put(row, row));
    assertThat(ranked(5_000)).isEqualTo(new ArrayList<>(expected.values())).hasSize(3_001);
    assertThat(placesKept()).isEqualTo(3_001);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void every_open_snapshot_shows_what_there_was(long seed) {
    Random random = new Random(seed);
    Map<String, String> now = new HashMap<>();
    TreeMap<Long, List<String>> open = new TreeMap<>();
    for (long sequence = 1; sequence <= 3_000; sequence++) {
      String key = "k" + random.nextInt(20);
      if (random.nextInt(4) == 0) {
        map.delete(key, sequence, retired);
        now.remove(key);
      } else {
        now.put(key, put(key, random.nextInt(6), sequence));
      }
      if (random.nextInt(3) == 0) {
        open.put(sequence, inOrder(now));
      }
      if (random.nextInt(3) == 0 && !open.isEmpty()) {
        open.pollFirstEntry();
      }
      retired.release(open.isEmpty() ? sequence : open.firstKey(), 10);
      if (random.nextInt(5) == 0) {
        open.forEach((at, rows) -> assertThat(ranked(at)).as("at %d", at).isEqualTo(rows));
      }
    }
    retired.release(3_000, 10_000);
    assertThat(ranked(3_000)).isEqualTo(inOrder(now));
    assertThat(placesKept()).isEqualTo(inOrder(now).size());
  }

  @Test
  void readers_beside_the_writer_see_each_row_in_one_place() throws Exception {
    AtomicLong published = new AtomicLong();
    AtomicBoolean done = new AtomicBoolean();
    for (int key = 0; key < 50; key++) {
      put("k" + key, 1 + key % 9, 1);
    }
    published.set(1);
    ExecutorService readers = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> reading = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        reading.add(readers.submit(() -> readUntil(done, published)));
      }
      Random random = new Random(9);
      for (long sequence = 2; sequence <= 30_000; sequence++) {
        put("k" + random.nextInt(50), 1 + random.nextInt(9), sequence);
        published.set(sequence);
      }
      done.set(true);
      for (Future<Integer> reader : reading) {
        assertThat(reader.get()).isPositive();
      }
    } finally {
      readers.shutdownNow();
    }
  }

  /** Nothing is released here, so every snapshot stays readable. */
  private int readUntil(AtomicBoolean done, AtomicLong published) {
    int reads = 0;
    boolean last;
    do {
      last = done.get();
      long snapshot = published.get();
      List<String> rows = ranked(snapshot);
      assertThat(rows).hasSize(50).isSorted();
      assertThat(rows.stream().map(row -> row.substring(2)).distinct()).hasSize(50);
      rows.forEach(row -> assertThat(map.at(row.substring(2), snapshot)).isEqualTo(row));
      reads++;
    } while (!last);
    return reads;
  }

  private String put(String key, int rank, long sequence) {
    String row = rank + "/" + key;
    map.put(key, row, sequence, retired);
    return row;
  }

  private List<String> ranked(long snapshot) {
    List<String> rows = new ArrayList<>();
    byRank.all(snapshot).forEachRemaining(rows::add);
    return rows;
  }

  private static List<String> inOrder(Map<String, String> rows) {
    return rows.values().stream().filter(row -> !row.startsWith("0/")).sorted().toList();
  }

  private @Nullable Object kept() {
    return Internals.find(byRank, "kept");
  }

  private int placesKept() {
    return Internals.get(kept(), "places", Map.class).size();
  }

  private static final class ByRank implements KeptOrder.Placing<String, String, String> {
    @Override
    public int compare(String left, String right) {
      return left.compareTo(right);
    }

    @Override
    public @Nullable String place(String key, String row) {
      return row.startsWith("0/") ? null : row;
    }

    @Override
    public boolean isAt(String place, String row) {
      return place.equals(row);
    }

    @Override
    public boolean stays(String before, String after) {
      return before.equals(after);
    }
  }
}
