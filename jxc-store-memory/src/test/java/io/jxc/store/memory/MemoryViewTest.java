package io.jxc.store.memory;

import static io.jxc.store.memory.TestTypes.NOW;
import static io.jxc.store.memory.TestTypes.ORDER;
import static io.jxc.store.memory.TestTypes.TENANT;
import static io.jxc.store.memory.TestTypes.claim;
import static io.jxc.store.memory.TestTypes.delete;
import static io.jxc.store.memory.TestTypes.line;
import static io.jxc.store.memory.TestTypes.move;
import static io.jxc.store.memory.TestTypes.movement;
import static io.jxc.store.memory.TestTypes.on;
import static io.jxc.store.memory.TestTypes.order;
import static io.jxc.store.memory.TestTypes.put;
import static io.jxc.store.memory.TestTypes.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.error.StorageException;
import io.jxc.spi.store.AggregateQuery;
import io.jxc.spi.store.AggregateQuery.Measure;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.IndexChange;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.LineChange.Operation;
import io.jxc.spi.store.LineRow;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Source;
import io.jxc.spi.store.StoreView;
import io.jxc.spi.store.StoredRow;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MemoryViewTest {
  private final AtomicLong nanos = new AtomicLong();
  private final MemoryStore store = MemoryStore.builder().nanos(nanos::get).build();

  MemoryViewTest() {
    store.register(TestTypes.SCHEMA);
  }

  @Test
  void a_view_keeps_the_documents_of_its_sequence() {
    store.commit(on(0).document(put("K", 0, order("NEW", 1))).build());
    try (StoreView view = store.view(TENANT)) {
      store.commit(on(1).document(put("K", 1, order("DONE", 1))).build());
      store.commit(on(2).document(delete("K", 2)).document(put("L", 0, order("NEW", 1))).build());

      assertThat(view.documents(ORDER.name(), List.of("K", "L", "K")))
          .singleElement()
          .satisfies(row -> assertThat(row.version()).isEqualTo(1))
          .satisfies(row -> assertThat(row.attributes().string("status")).contains("NEW"));
      assertThat(view.documentRange(ORDER.name(), "", "", 10))
          .extracting(DocumentRow::key)
          .containsExactly("K");
    }
  }

  @Test
  void a_view_keeps_the_place_of_a_row_that_moved_in_a_listing() {
    store.commit(
        on(0)
            .document(put("A", 0, order("NEW", 1)))
            .document(put("B", 0, order("NEW", 2)))
            .build());
    try (StoreView before = store.view(TENANT)) {
      store.commit(on(1).document(put("A", 1, order("NEW", 3))).build());
      try (StoreView between = store.view(TENANT)) {
        store.commit(on(2).document(put("A", 2, order("DONE", 3))).build());

        assertThat(keys(before, "NEW")).containsExactly("A", "B");
        assertThat(keys(between, "NEW")).containsExactly("B", "A");
        assertThat(keys(between, "DONE")).isEmpty();
      }
      try (StoreView after = store.view(TENANT)) {
        assertThat(keys(after, "NEW")).containsExactly("B");
        assertThat(keys(after, "DONE")).containsExactly("A");
      }
    }
  }

  @Test
  void a_view_keeps_lines_and_their_listing() {
    store.commit(
        on(0)
            .document(put("K", 0, order("NEW", 1)))
            .line(line("K", 1, Operation.INSERT, "A"))
            .line(line("K", 2, Operation.INSERT, "A"))
            .build());
    try (StoreView view = store.view(TENANT)) {
      store.commit(
          on(1)
              .document(put("K", 1, order("NEW", 1)))
              .line(line("K", 1, Operation.DELETE, "A"))
              .line(line("K", 2, Operation.UPDATE, "B"))
              .line(line("K", 3, Operation.INSERT, "A"))
              .build());

      assertThat(view.lines(ORDER.name(), List.of("K"), 1, 10))
          .extracting(LineRow::lineNo)
          .containsExactly(1, 2);
      assertThat(linesOf(view, "A")).containsExactly(1, 2);
    }
    try (StoreView view = store.view(TENANT)) {
      assertThat(linesOf(view, "A")).containsExactly(3);
      assertThat(linesOf(view, "B")).containsExactly(2);
    }
  }

  @Test
  void a_view_keeps_who_had_a_unique_value() {
    store.commit(on(0).index(number("N-1", "A", true)).build());
    try (StoreView view = store.view(TENANT)) {
      store.commit(on(1).index(number("N-1", "B", true)).index(number("N-1", "A", false)).build());

      assertThat(view.indexRange(ORDER.name(), "number", "N-1", true, 10))
          .containsExactly(new IndexEntry("N-1", "A"));
    }
    try (StoreView view = store.view(TENANT)) {
      assertThat(view.indexRange(ORDER.name(), "number", "N-1", true, 10))
          .containsExactly(new IndexEntry("N-1", "B"));
    }
  }

  @Test
  void a_view_keeps_balances_journals_and_their_aggregates() {
    store.commit(on(0).balance(move("A", 0, "5")).entry(movement("A", "5", NOW)).build());
    AggregateQuery stockQuery =
        AggregateQuery.of(Source.BALANCES, "stock").measure(Measure.sum("on_hand")).build();
    AggregateQuery movements =
        AggregateQuery.of(Source.JOURNAL, "movement").measure(Measure.count()).build();
    try (StoreView view = store.view(TENANT)) {
      List<AggregateQuery.Row> stock = view.aggregate(stockQuery);
      store.commit(on(1).balance(move("A", 1, "3")).entry(movement("A", "3", NOW)).build());

      assertThat(view.balances("stock", List.of(stock("A"))))
          .extracting(BalanceRow::version)
          .containsExactly(1L);
      assertThat(view.aggregate(stockQuery)).isEqualTo(stock);
      assertThat(view.aggregate(movements).get(0).values()).containsExactly(1L);
      assertThat(view.journal(Set.of(), 0, 10))
          .extracting(JournalRow::sequence)
          .containsExactly(1L);
    }
  }

  @Test
  void old_versions_go_as_soon_as_no_view_needs_them() {
    long head = fillAndChange(100);

    assertThat(retired()).isZero();
    assertThat(head).isEqualTo(store.head(TENANT).sequence());
  }

  @Test
  void old_versions_stay_while_a_view_is_open_and_go_after_it() {
    store.commit(on(0).balance(move("A", 0, "5")).build());
    StoreView view = store.view(TENANT);
    for (long head = 1; head <= 50; head++) {
      store.commit(on(head).balance(move("A", head, "1")).build());
    }
    assertThat(retired()).isEqualTo(50);
    assertThat(view.balances("stock", List.of(stock("A"))).get(0).version()).isEqualTo(1);

    view.close();
    store.commit(on(51).balance(move("A", 51, "1")).build());

    assertThat(retired()).isZero();
  }

  @Test
  void a_younger_view_keeps_only_what_it_can_see() {
    store.commit(on(0).balance(move("A", 0, "5")).build());
    StoreView older = store.view(TENANT);
    store.commit(on(1).balance(move("A", 1, "1")).build());
    StoreView younger = store.view(TENANT);
    store.commit(on(2).balance(move("A", 2, "1")).build());
    older.close();
    store.commit(on(3).balance(move("A", 3, "1")).build());

    assertThat(retired()).isEqualTo(2);
    assertThat(younger.balances("stock", List.of(stock("A"))).get(0).version()).isEqualTo(2);
    younger.close();
  }

  @Test
  void deleted_rows_leave_nothing_behind() {
    long head = 0;
    for (int i = 0; i < 100; i++) {
      store.commit(on(head).balance(claim("S" + i, 0, 1, false)).build());
      store.commit(on(head + 1).balance(claim("S" + i, head + 1, -1, true)).build());
      head += 2;
    }

    TenantLog log = Internals.log(store, TENANT);
    assertThat(Internals.tables(log).balance("claim_total").rows().size()).isZero();
  }

  @Test
  void a_view_is_refused_once_it_lived_too_long() {
    store.commit(on(0).balance(move("A", 0, "5")).build());
    StoreView view = store.view(TENANT);
    nanos.addAndGet(MemoryView.MAX_LIFE.toNanos());
    assertThat(view.balances("stock", List.of(stock("A")))).hasSize(1);
    nanos.incrementAndGet();

    assertThatThrownBy(() -> view.balances("stock", List.of(stock("A"))))
        .isInstanceOfSatisfying(
            StorageException.class, refused -> assertThat(refused.retryable()).isTrue());
    view.close();
  }

  @Test
  void a_view_that_lived_too_long_keeps_no_versions() {
    store.commit(on(0).balance(move("A", 0, "5")).build());
    StoreView forgotten = store.view(TENANT);
    store.commit(on(1).balance(move("A", 1, "1")).build());
    assertThat(retired()).isEqualTo(1);
    nanos.addAndGet(MemoryView.MAX_LIFE.toNanos() + 1);
    store.commit(on(2).balance(move("A", 2, "1")).build());

    assertThat(retired()).isZero();
    nanos.set(0);
    assertThatThrownBy(() -> forgotten.balances("stock", List.of(stock("A"))))
        .isInstanceOf(StorageException.class);
    forgotten.close();
  }

  @Test
  void a_closed_view_is_refused_and_may_be_closed_again() {
    StoreView view = store.view(TENANT);
    view.close();
    view.close();

    assertThatThrownBy(() -> view.journal(Set.of(), 0, 1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void asking_for_unknown_tenants_leaves_nothing_behind() {
    try (StoreView view = store.view(TENANT)) {
      assertThat(view.head().sequence()).isZero();
      assertThat(view.balances("stock", List.of(BalanceKey.of("A", "W")))).isEmpty();
    }

    assertThat(store.health().detail()).contains(" 0 tenants");
  }

  private long fillAndChange(int rounds) {
    long head = 0;
    for (int i = 0; i < rounds; i++) {
      store.commit(
          on(head)
              .document(put("K", head, order(i % 2 == 0 ? "NEW" : "DONE", i)))
              .balance(move("A", head, "1"))
              .build());
      head++;
    }
    return head;
  }

  private int retired() {
    return Internals.log(store, TENANT).retiredVersions();
  }

  private static IndexChange number(String value, String key, boolean insert) {
    return new IndexChange(ORDER.name(), "number", value, key, insert);
  }

  private static List<String> keys(StoreView view, String status) {
    List<StoredRow> rows =
        view.list(ListQuery.of(Source.DOCUMENTS, ORDER.name(), "by_status").equal(status).build())
            .rows();
    return rows.stream().map(row -> ((DocumentRow) row).key()).toList();
  }

  private static List<Integer> linesOf(StoreView view, String sku) {
    List<StoredRow> rows =
        view.list(ListQuery.of(Source.LINES, ORDER.name(), "by_sku").equal(sku).build()).rows();
    return rows.stream().map(row -> ((LineRow) row).lineNo()).toList();
  }
}
