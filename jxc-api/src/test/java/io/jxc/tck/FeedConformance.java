package io.jxc.tck;

import static io.jxc.tck.KitData.movement;
import static io.jxc.tck.KitData.note;
import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.StoreView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/**
 * Sequence order is commit order: who remembers the last sequence read and goes on after it misses
 * nothing. The late-commit case is the trap: an entry that takes its number early and becomes
 * visible late is passed by, and lost to the reader for ever.
 */
public abstract class FeedConformance extends ConformanceSuite {
  private static final int WRITERS = 4;
  private static final int COMMITS = 25;

  @Test
  void readerRacingWritersMissesNoEntry() {
    KitTenant shop = shop();
    shop.commit(set -> set.entry(note("first")));
    CountDownLatch writing = new CountDownLatch(WRITERS);
    List<Callable<List<Long>>> racers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      int number = writer;
      racers.add(
          () -> {
            try {
              return write(shop, number);
            } finally {
              writing.countDown();
            }
          });
    }
    racers.add(() -> follow(shop, writing, Set.of()));
    racers.add(() -> follow(shop, writing, Set.of("kit_movement")));
    List<List<Long>> answers = Collisions.run(racers);
    assertThat(answers.get(WRITERS)).isEqualTo(sequences(shop.journal()));
    assertThat(answers.get(WRITERS + 1))
        .isEqualTo(sequences(shop.rows(view -> view.journal(Set.of("kit_movement"), 0, 10_000))));
    List<Long> written = new ArrayList<>(List.of(1L));
    answers.subList(0, WRITERS).forEach(written::addAll);
    assertThat(answers.get(WRITERS)).containsExactlyInAnyOrderElementsOf(written);
  }

  private static List<Long> write(KitTenant shop, int number) {
    List<Long> written = new ArrayList<>();
    for (int i = 0; i < COMMITS; i++) {
      long last = shop.commitRetrying(view -> twoEntries(shop, view, "S" + number)).lastSequence();
      written.add(last - 1);
      written.add(last);
    }
    return written;
  }

  private static ChangeSet.Builder twoEntries(KitTenant shop, StoreView view, String sku) {
    return shop.on(view.head().sequence()).entry(note(sku)).entry(movement(sku, "1"));
  }

  /** Reads on after the last sequence, and once more when the writers have ended. */
  private static List<Long> follow(KitTenant shop, CountDownLatch writing, Set<String> types) {
    List<Long> read = new ArrayList<>();
    boolean last;
    do {
      last = writing.getCount() == 0;
      List<Long> page;
      do {
        long after = read.isEmpty() ? 0 : read.get(read.size() - 1);
        page = sequences(shop.rows(view -> view.journal(types, after, 7)));
        read.addAll(page);
      } while (!page.isEmpty());
    } while (!last);
    return read;
  }

  @Test
  void viewShowsEveryEntryUpToItsHead() {
    KitTenant shop = shop();
    shop.commit(set -> set.entry(note("first")));
    CountDownLatch writing = new CountDownLatch(2);
    List<Callable<List<Long>>> racers = new ArrayList<>();
    for (int writer = 0; writer < 2; writer++) {
      int number = writer;
      racers.add(
          () -> {
            try {
              return write(shop, number);
            } finally {
              writing.countDown();
            }
          });
    }
    racers.add(
        () -> {
          while (writing.getCount() > 0) {
            shop.read(FeedConformance::assertWhole);
          }
          return List.of();
        });
    assertThat(Collisions.run(racers)).hasSize(3);
  }

  private static long assertWhole(StoreView view) {
    long head = view.head().sequence();
    List<JournalRow> rows = view.journal(Set.of(), 0, 10_000);
    assertThat(rows).as("entries up to the head, none without a number").hasSize((int) head);
    assertThat(rows.get(rows.size() - 1).sequence()).isEqualTo(head);
    return head;
  }

  @Test
  void committedEntryIsSeenByTheNextView() {
    KitTenant shop = shop();
    for (int i = 1; i <= 20; i++) {
      long sequence = shop.commit(set -> set.entry(note("n"))).lastSequence();
      Head head = shop.read(StoreView::head);
      assertThat(head.sequence()).isEqualTo(sequence);
      assertThat(head).isEqualTo(shop.head());
      assertThat(sequences(shop.rows(view -> view.journal(Set.of(), sequence - 1, 10))))
          .containsExactly(sequence);
    }
  }

  private static List<Long> sequences(List<JournalRow> rows) {
    return rows.stream().map(JournalRow::sequence).toList();
  }
}
