package io.jxc.store.memory;

import static io.jxc.store.memory.TestTypes.TENANT;
import static io.jxc.store.memory.TestTypes.audit;
import static io.jxc.store.memory.TestTypes.move;
import static io.jxc.store.memory.TestTypes.on;
import static io.jxc.store.memory.TestTypes.order;
import static io.jxc.store.memory.TestTypes.put;
import static io.jxc.store.memory.TestTypes.stock;
import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Source;
import io.jxc.spi.store.StoreView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConcurrencyTest {
  private final MemoryStore store = TestTypes.store();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() throws InterruptedException {
    threads.shutdownNow();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void every_racing_delta_is_counted_exactly_once() throws Exception {
    int writers = 4;
    long each = 250;
    store.commit(on(0).balance(move("A", 0, "0.000")).build());
    CyclicBarrier start = new CyclicBarrier(writers);
    List<Future<Integer>> moved = new ArrayList<>();
    for (int i = 0; i < writers; i++) {
      moved.add(
          threads.submit(
              () -> {
                start.await();
                int lost = 0;
                for (long done = 0; done < each; ) {
                  boolean committed = store.commit(increment()) instanceof Commit.Committed;
                  done += committed ? 1 : 0;
                  lost += committed ? 0 : 1;
                }
                return lost;
              }));
    }
    for (Future<Integer> future : moved) {
      future.get();
    }

    try (StoreView view = store.view(TENANT)) {
      assertThat(view.head().sequence()).isEqualTo(1 + writers * each);
      assertThat(view.balances("stock", List.of(stock("A"))).get(0).values().get(0))
          .isEqualByComparingTo(BigDecimal.valueOf(writers * each));
    }
  }

  @Test
  void deciding_under_the_lock_never_loses_to_another() throws Exception {
    int writers = 4;
    long each = 100;
    CyclicBarrier start = new CyclicBarrier(writers);
    Callable<Boolean> writer =
        () -> {
          start.await();
          boolean always = true;
          for (int i = 0; i < each; i++) {
            Commit answer =
                store.commitLocked(
                    TENANT, view -> on(view.head().sequence()).entry(audit("a")).build());
            always &= answer instanceof Commit.Committed;
          }
          return always;
        };

    for (Future<Boolean> future : threads.invokeAll(List.of(writer, writer, writer, writer))) {
      assertThat(future.get()).isTrue();
    }
    assertThat(store.head(TENANT).sequence()).isEqualTo(writers * each);
  }

  @Test
  void every_view_is_one_moment_while_goods_move_between_two_places() throws Exception {
    store.commit(
        on(0)
            .balance(move("A", 0, "1000"))
            .balance(move("B", 0, "0"))
            .document(put("K", 0, order("S0", 0)))
            .build());
    AtomicBoolean stop = new AtomicBoolean();
    CyclicBarrier start = new CyclicBarrier(3);
    Callable<Integer> reader =
        () -> {
          start.await();
          int views = 0;
          while (!stop.get() || views == 0) {
            checkOneMoment();
            views++;
          }
          return views;
        };
    Future<Integer> first = threads.submit(reader);
    Future<Integer> second = threads.submit(reader);
    start.await();
    for (long head = 1; head <= 2_000; head++) {
      store.commit(
          on(head)
              .balance(move("A", head, "-0.5"))
              .balance(move("B", head, "0.5"))
              .document(put("K", head, order("S" + head % 3, head)))
              .entry(audit("mover"))
              .build());
    }
    stop.set(true);

    assertThat(first.get()).isPositive();
    assertThat(second.get()).isPositive();
    assertThat(Internals.log(store, TENANT).retiredVersions()).isLessThan(20_000);
  }

  @Test
  void a_view_is_not_kept_waiting_by_a_commit_that_decides_under_the_lock() throws Exception {
    store.commit(on(0).balance(move("A", 0, "5")).build());
    CountDownLatch deciding = new CountDownLatch(1);
    CountDownLatch read = new CountDownLatch(1);
    Future<Commit> commit =
        threads.submit(
            () ->
                store.commitLocked(
                    TENANT,
                    view -> {
                      deciding.countDown();
                      await(read);
                      return on(view.head().sequence()).balance(move("A", 1, "1")).build();
                    }));
    deciding.await();
    try (StoreView view = store.view(TENANT)) {
      assertThat(view.balances("stock", List.of(stock("A")))).hasSize(1);
      assertThat(store.head(TENANT).sequence()).isEqualTo(1);
    }
    read.countDown();

    assertThat(commit.get()).isInstanceOf(Commit.Committed.class);
  }

  private ChangeSet increment() {
    try (StoreView view = store.view(TENANT)) {
      BalanceRow row = view.balances("stock", List.of(stock("A"))).get(0);
      return on(view.head().sequence()).balance(move("A", row.version(), "1")).build();
    }
  }

  private void checkOneMoment() {
    try (StoreView view = store.view(TENANT)) {
      long head = view.head().sequence();
      List<BalanceRow> rows = view.balances("stock", List.of(stock("A"), stock("B")));
      BigDecimal sum = rows.get(0).values().get(0).add(rows.get(1).values().get(0));
      assertThat(sum).isEqualByComparingTo("1000");
      assertThat(rows).allSatisfy(row -> assertThat(row.version()).isEqualTo(head));
      DocumentRow document = view.documents("purchase_order", List.of("K")).get(0);
      assertThat(document.version()).isEqualTo(head);
      assertThat(placesOf("K", view)).isEqualTo(1);
      List<JournalRow> journal = view.journal(Set.of("audit"), Math.max(0, head - 5), 10);
      assertThat(journal).hasSize((int) Math.min(5, head - 1));
    }
  }

  private static int placesOf(String key, StoreView view) {
    int places = 0;
    for (String status : List.of("S0", "S1", "S2")) {
      ListQuery query =
          ListQuery.of(Source.DOCUMENTS, "purchase_order", "by_status").equal(status).build();
      places +=
          (int)
              view.list(query).rows().stream()
                  .filter(row -> ((DocumentRow) row).key().equals(key))
                  .count();
    }
    return places;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
