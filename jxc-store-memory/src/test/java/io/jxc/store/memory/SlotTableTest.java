package io.jxc.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotTableTest {
  private final SlotTable<Key, String> table = new SlotTable<>();

  /** Keys of which so many share a hash. */
  private record Key(int number, int alike) {
    @Override
    public int hashCode() {
      return number / alike;
    }
  }

  @ParameterizedTest(name = "{0} keys of one hash")
  @ValueSource(ints = {1, 3, 100})
  void finds_what_is_there_and_nothing_else(int alike) {
    Random random = new Random(alike);
    Map<Key, Slot<Key, String>> expected = new HashMap<>();
    for (int step = 0; step < 40_000; step++) {
      Key key = new Key(random.nextInt(step < 20_000 ? 3_000 : 30), alike);
      Slot<Key, String> known = expected.get(key);
      assertThat(table.get(new Key(key.number(), alike))).isSameAs(known);
      if (known == null) {
        Slot<Key, String> slot = slot(key);
        table.add(slot);
        expected.put(key, slot);
      } else if (random.nextInt(3) > 0) {
        table.remove(known);
        expected.remove(key);
      }
      assertThat(table.size()).isEqualTo(expected.size());
    }
    assertThat(table.all()).containsExactlyInAnyOrderElementsOf(expected.values());
  }

  @Test
  void a_table_that_rows_come_to_and_leave_does_not_grow() {
    for (int i = 0; i < 100_000; i++) {
      Slot<Key, String> slot = slot(new Key(i, 1));
      table.add(slot);
      table.remove(slot);
    }
    assertThat(table.size()).isZero();
    assertThat(Internals.get(table, "chunks", List.class).size()).isEqualTo(1);
    assertThat(Internals.get(table, "places", AtomicLongArray.class).length()).isLessThan(100);
  }

  @Test
  void readers_find_all_that_was_there_before_while_others_come_and_go() throws Exception {
    AtomicInteger added = new AtomicInteger();
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService readers = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> reading = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        reading.add(readers.submit(() -> readUntil(done, added)));
      }
      for (int number = 0; number < 50_000; number++) {
        table.add(slot(new Key(2 * number, 8)));
        added.set(number + 1);
        Slot<Key, String> passing = slot(new Key(2 * number + 1, 8));
        table.add(passing);
        table.remove(passing);
      }
      done.set(true);
      for (Future<Integer> reader : reading) {
        assertThat(reader.get()).isPositive();
      }
    } finally {
      readers.shutdownNow();
    }
  }

  private int readUntil(AtomicBoolean done, AtomicInteger added) {
    Random random = new Random(5);
    int reads = 0;
    while (!done.get() || reads == 0) {
      int there = added.get();
      if (there > 0) {
        Key key = new Key(2 * random.nextInt(there), 8);
        Slot<Key, String> found = table.get(key);
        assertThat(found).isNotNull();
        assertThat(found.key()).isEqualTo(key);
        assertThat(reads % 4_000 > 0 || table.all().size() >= there).isTrue();
        reads++;
      }
    }
    return reads;
  }

  private static Slot<Key, String> slot(Key key) {
    return new Slot<>(key, new Version<>(1, "row " + key.number(), null));
  }
}
