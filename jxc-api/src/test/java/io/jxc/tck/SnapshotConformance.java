package io.jxc.tck;

import static io.jxc.tck.KitData.changedLine;
import static io.jxc.tck.KitData.dec;
import static io.jxc.tck.KitData.delete;
import static io.jxc.tck.KitData.deletedLine;
import static io.jxc.tck.KitData.indexed;
import static io.jxc.tck.KitData.item;
import static io.jxc.tck.KitData.movement;
import static io.jxc.tck.KitData.newLine;
import static io.jxc.tck.KitData.note;
import static io.jxc.tck.KitData.order;
import static io.jxc.tck.KitData.unindexed;
import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.spi.store.AggregateQuery;
import io.jxc.spi.store.AggregateQuery.Measure;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.DocumentType;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Source;
import io.jxc.spi.store.StoreView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/**
 * A view is one snapshot: it shows the state of its head, whatever is committed while it is open.
 *
 * <p>Where the contract leaves room: the snapshot is taken when the view is opened, not at its
 * first read.
 */
public abstract class SnapshotConformance extends ConformanceSuite {
  @Test
  void viewShowsTheStateInWhichItWasOpened() {
    KitTenant shop = shop();
    start(shop);
    KitState before = KitState.of(shop);
    try (StoreView view = store().view(shop.id())) {
      changeEverything(shop);
      assertThat(KitState.of(view)).isEqualTo(before);
      assertThat(KitState.of(view)).isEqualTo(before);
    }
    assertThat(KitState.of(shop)).isNotEqualTo(before);
  }

  @Test
  void listingsAndAggregatesAreFrozenToo() {
    KitTenant shop = shop();
    start(shop);
    try (StoreView view = store().view(shop.id())) {
      List<Object> before = listed(view);
      changeEverything(shop);
      assertThat(listed(view)).isEqualTo(before);
      assertThat(shop.<List<Object>>read(SnapshotConformance::listed)).isNotEqualTo(before);
    }
  }

  @Test
  void listingsReadForTheFirstTimeAfterACommitAreFrozenToo() {
    KitTenant shop = shop();
    start(shop);
    List<Object> before = shop.read(SnapshotConformance::listed);
    try (StoreView view = store().view(shop.id())) {
      changeEverything(shop);
      assertThat(listed(view)).isEqualTo(before);
    }
  }

  @Test
  void pointReadsAreFrozen() {
    KitTenant shop = shop();
    start(shop);
    try (StoreView view = store().view(shop.id())) {
      changeEverything(shop);
      assertThat(view.documents("kit_order", List.of("O1", "O2", "O3")))
          .extracting(row -> row.key() + "/" + row.version())
          .containsExactlyInAnyOrder("O1/2", "O2/2");
      assertThat(view.balances("kit_stock", List.of(BalanceKey.of("A", "W", ""))))
          .extracting(BalanceRow::values)
          .containsExactly(List.of(dec("5.000000"), dec("0.000000"), dec("0.000000")));
    }
  }

  @Test
  void viewOfATenantWithoutBlockStaysEmpty() {
    KitTenant shop = shop();
    try (StoreView view = store().view(shop.id())) {
      start(shop);
      assertThat(view.head()).isEqualTo(Head.absent(shop.id()));
      assertThat(view.documentRange("kit_order", "", "", 10)).isEmpty();
      assertThat(view.journal(Set.of(), 0, 10)).isEmpty();
    }
  }

  @Test
  void severalViewsEachShowTheirOwnState() {
    KitTenant shop = shop();
    List<StoreView> views = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        views.add(store().view(shop.id()));
        long version = i;
        shop.commit(set -> set.document(order("O1", version, "urgency", version)));
      }
      for (int i = 0; i < 4; i++) {
        assertThat(views.get(i).head().sequence()).isEqualTo(i);
        assertThat(views.get(i).documents("kit_order", List.of("O1"))).hasSize(i == 0 ? 0 : 1);
        if (i > 0) {
          assertThat(views.get(i).documents("kit_order", List.of("O1")).get(0).version())
              .isEqualTo(i);
        }
      }
    } finally {
      views.forEach(StoreView::close);
    }
  }

  @Test
  void refusedCommitIsNeverSeen() {
    KitTenant shop = shop();
    start(shop);
    KitState before = KitState.of(shop);
    try (StoreView view = store().view(shop.id())) {
      assertThat(KitState.refusal(shop, () -> shop.attempt(SnapshotConformance::wrong)))
          .isNotNull();
      assertThat(KitState.of(view)).isEqualTo(before);
    }
  }

  private static void wrong(ChangeSet.Builder set) {
    set.document(order("O7", 0)).entry(note("x")).document(order("O1", 99));
  }

  @Test
  void allReadsOfAViewAgreeWhileWritersCommit() {
    KitTenant shop = shop();
    shop.commit(
        set ->
            set.balance(Move.stock("A", "W", "").add("on_hand", "100").build())
                .balance(Move.stock("B", "W", "").add("on_hand", "100").build())
                .document(order("O1", 0, "urgency", 0L))
                .entry(movement("A", "200")));
    CountDownLatch writing = new CountDownLatch(2);
    List<Callable<Integer>> racers = new ArrayList<>();
    for (int writer = 0; writer < 2; writer++) {
      String amount = writer == 0 ? "1" : "-1.5";
      racers.add(
          () -> {
            try {
              for (int i = 0; i < 25; i++) {
                shop.commitRetrying(view -> transfer(shop, view, amount));
              }
              return 25;
            } finally {
              writing.countDown();
            }
          });
    }
    for (int reader = 0; reader < 2; reader++) {
      racers.add(
          () -> {
            int views = 0;
            while (writing.getCount() > 0) {
              shop.read(SnapshotConformance::assertAgrees);
              views++;
            }
            return views;
          });
    }
    assertThat(Collisions.run(racers)).hasSize(4);
    assertThat(shop.read(SnapshotConformance::assertAgrees)).isEqualTo(51);
  }

  /** Moves an amount from A to B and writes the number of commits so far into the document. */
  private static ChangeSet.Builder transfer(KitTenant shop, StoreView view, String amount) {
    long head = view.head().sequence();
    List<BalanceRow> rows = view.balanceRange("kit_stock", List.of(List.of("A"), List.of("B")), 9);
    long version = view.documents("kit_order", List.of("O1")).get(0).version();
    return shop.on(head)
        .balance(Move.stock("A", "W", "").on(rows.get(0)).add("on_hand", amount).build())
        .balance(
            Move.stock("B", "W", "")
                .on(rows.get(1))
                .add("on_hand", new BigDecimal(amount).negate().toString())
                .build())
        .document(order("O1", version, "urgency", head))
        .entry(movement("A", amount));
  }

  private static long assertAgrees(StoreView view) {
    long head = view.head().sequence();
    assertThat(view.journal(Set.of(), 0, 10_000)).hasSize((int) head);
    List<BalanceRow> rows = view.balanceRange("kit_stock", List.of(List.of("A"), List.of("B")), 9);
    assertThat(rows).hasSize(2).allSatisfy(row -> assertThat(row.version()).isEqualTo(head));
    assertThat(rows.get(0).values().get(0).add(rows.get(1).values().get(0)))
        .isEqualTo(dec("200.000000"));
    assertThat(view.documents("kit_order", List.of("O1")))
        .allSatisfy(
            row -> {
              assertThat(row.version()).isEqualTo(head);
              assertThat(row.attributes().integer("urgency")).contains(head - 1);
            });
    return head;
  }

  private static List<Object> listed(StoreView view) {
    List<Object> all = new ArrayList<>();
    all.addAll(view.list(query(Source.DOCUMENTS, KitTypes.ORDER, "by_amount").build()).rows());
    all.addAll(view.list(query(Source.LINES, KitTypes.ORDER, "by_sku").equal("A").build()).rows());
    all.addAll(
        view.list(ListQuery.of(Source.JOURNAL, "kit_movement", "by_sku").equal("A").build())
            .rows());
    for (AggregateQuery.Builder query :
        List.of(
            AggregateQuery.of(Source.DOCUMENTS, "kit_order").measure(Measure.sum("amount")),
            AggregateQuery.of(Source.LINES, "kit_order").measure(Measure.sum("qty")),
            AggregateQuery.of(Source.JOURNAL, "kit_movement").measure(Measure.sum("qty")),
            AggregateQuery.of(Source.BALANCES, "kit_stock").measure(Measure.sum("on_hand")))) {
      all.addAll(view.aggregate(query.build()));
    }
    return all;
  }

  private static ListQuery.Builder query(Source source, DocumentType type, String listing) {
    return ListQuery.of(source, type.name(), listing);
  }

  private static void start(KitTenant shop) {
    shop.commit(
        set ->
            set.document(order("O1", 0, "amount", dec("1")))
                .document(order("O2", 0, "amount", dec("2")))
                .document(item("I1", 0, "category", "tea"))
                .line(newLine("O1", 1, "sku", "A", "qty", dec("1"), "due_on", day()))
                .line(newLine("O1", 2, "sku", "A", "qty", dec("2"), "due_on", day()))
                .index(indexed(KitTypes.ORDER, "number", "N1", "O1"))
                .index(indexed(KitTypes.ORDER, "tag", "red", "O1"))
                .index(indexed(KitTypes.ITEM, "by_category", "tea", "I1"))
                .balance(Move.stock("A", "W", "").add("on_hand", "5").build())
                .balance(Move.stock("B", "W", "").add("on_hand", "5").build())
                .balance(Move.cost("A").latest("last_cost", "1").build())
                .entry(movement("A", "5"))
                .entry(note("start")));
  }

  private static void changeEverything(KitTenant shop) {
    shop.commit(
        set ->
            set.document(order("O1", 2, "amount", dec("10")))
                .document(delete(KitTypes.ORDER, "O2", 2))
                .document(order("O3", 0, "amount", dec("30")))
                .document(item("I1", 2, "category", "coffee"))
                .line(changedLine("O1", 1, "sku", "A", "qty", dec("9"), "due_on", day()))
                .line(deletedLine("O1", 2))
                .line(newLine("O3", 1, "sku", "A", "qty", dec("7"), "due_on", day()))
                .index(unindexed(KitTypes.ORDER, "number", "N1", "O1"))
                .index(indexed(KitTypes.ORDER, "number", "N3", "O3"))
                .index(indexed(KitTypes.ORDER, "tag", "red", "O3"))
                .index(unindexed(KitTypes.ITEM, "by_category", "tea", "I1"))
                .balance(Move.stock("A", "W", "").version(2).add("on_hand", "7").build())
                .balance(
                    Move.stock("B", "W", "").version(2).add("on_hand", "-5").vanishes().build())
                .balance(Move.stock("C", "W", "").add("on_hand", "1").build())
                .balance(Move.cost("A").version(2).latest("last_cost", "2").build())
                .entry(movement("A", "7"))
                .entry(note("change")));
  }

  private static LocalDate day() {
    return LocalDate.parse("2026-03-01");
  }
}
