package io.jxc.tck;

import static io.jxc.tck.KitData.dec;
import static io.jxc.tck.KitData.delete;
import static io.jxc.tck.KitData.newLine;
import static io.jxc.tck.KitData.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.spi.store.Filter;
import io.jxc.spi.store.Filter.Operator;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Slice;
import io.jxc.spi.store.Source;
import io.jxc.spi.store.StoredRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Page after page a listing is read to its end: each row once, however the pages are cut.
 *
 * <p>Readings of the contract where it leaves room: after the last row {@code next} may be present
 * once more, leading to an empty page; a page that {@code maxRead} cut short has {@code next} and
 * goes on after the last row read, whether or not it met the filters.
 */
public abstract class PagingConformance extends ConformanceSuite {
  private static final LocalDate D0 = LocalDate.parse("2026-03-01");

  @Test
  void pagesGiveEachRowOnceInBothDirections() {
    KitTenant shop = shop();
    putOrders(shop, 23);
    for (String listing : List.of("by_amount", "by_urgency", "by_key")) {
      Supplier<ListQuery.Builder> forwards = () -> headers(listing);
      List<String> all = Pages.ties(page(shop, headers(listing).limit(100)).rows());
      assertThat(all).hasSize(23).doesNotHaveDuplicates();
      List<String> reversed = new ArrayList<>(all);
      Collections.reverse(reversed);
      for (int limit : new int[] {1, 4, 22, 23, 24}) {
        assertThat(Pages.ties(Pages.all(shop, limit, forwards))).isEqualTo(all);
        assertThat(Pages.ties(Pages.all(shop, limit, () -> headers(listing).descending())))
            .isEqualTo(reversed);
      }
    }
  }

  @Test
  void pagesOfManyEqualSortValuesGoOnByKey() {
    KitTenant shop = shop();
    shop.commit(
        set -> {
          for (int i = 0; i < 11; i++) {
            set.document(
                order(
                    String.format("O%02d", i),
                    0,
                    "partner",
                    "P",
                    "due_on",
                    D0,
                    "amount",
                    dec(Integer.toString(i / 4))));
          }
        });
    Supplier<ListQuery.Builder> query =
        () -> ListQuery.of(Source.DOCUMENTS, "kit_order", "by_partner").equal("P");
    assertThat(Pages.ties(Pages.all(shop, 3, query)))
        .containsExactly(
            "O00", "O01", "O02", "O03", "O04", "O05", "O06", "O07", "O08", "O09", "O10");
    assertThat(Pages.ties(Pages.all(shop, 3, () -> query.get().descending())))
        .containsExactly(
            "O10", "O09", "O08", "O07", "O06", "O05", "O04", "O03", "O02", "O01", "O00");
  }

  @Test
  void pagesOfLinesGoOnByKeyAndNumber() {
    KitTenant shop = shop();
    shop.commit(
        set -> {
          for (String key : List.of("O1", "O10", "O2")) {
            set.document(order(key, 0));
            for (int no = 1; no <= 12; no++) {
              set.line(newLine(key, no, "sku", "A", "due_on", D0.plusDays(no % 2)));
            }
          }
        });
    Supplier<ListQuery.Builder> query =
        () -> ListQuery.of(Source.LINES, "kit_order", "by_sku").equal("A");
    List<StoredRow> whole = page(shop, query.get().limit(100)).rows();
    assertThat(whole).hasSize(36);
    assertThat(Pages.all(shop, 5, query)).isEqualTo(whole);
    List<StoredRow> reversed = new ArrayList<>(whole);
    Collections.reverse(reversed);
    assertThat(Pages.all(shop, 5, () -> query.get().descending())).isEqualTo(reversed);
  }

  @Test
  void pagesStayBetweenFromAndTo() {
    KitTenant shop = shop();
    putOrders(shop, 20);
    Supplier<ListQuery.Builder> query =
        () -> headers("by_amount").from(Optional.of(dec("-1"))).to(Optional.of(dec("4")));
    List<StoredRow> whole = page(shop, query.get().limit(100)).rows();
    assertThat(whole).hasSizeBetween(5, 19);
    assertThat(Pages.all(shop, 3, query)).isEqualTo(whole);
    List<StoredRow> reversed = new ArrayList<>(whole);
    Collections.reverse(reversed);
    assertThat(Pages.all(shop, 3, () -> query.get().descending())).isEqualTo(reversed);
  }

  @Test
  void placeOfEachRowLeadsToTheRowsAfterIt() {
    KitTenant shop = shop();
    putOrders(shop, 9);
    List<StoredRow> whole = page(shop, headers("by_amount").limit(100)).rows();
    for (int i = 0; i < whole.size(); i++) {
      Slice.Position place = Slice.Position.of(KitTypes.ORDER.listing("by_amount"), whole.get(i));
      assertThat(page(shop, headers("by_amount").after(Optional.of(place)).limit(100)).rows())
          .isEqualTo(whole.subList(i + 1, whole.size()));
    }
  }

  @Test
  void cursorHoldsWhileRowsComeAndGo() {
    KitTenant shop = shop();
    putOrders(shop, 12);
    Slice first = page(shop, headers("by_key").limit(4));
    assertThat(Pages.ties(first.rows())).containsExactly("O00", "O01", "O02", "O03");
    shop.commit(
        set ->
            set.document(delete(KitTypes.ORDER, "O03", 1))
                .document(delete(KitTypes.ORDER, "O05", 1))
                .document(order("O01a", 0))
                .document(order("O04a", 0)));
    assertThat(Pages.ties(page(shop, headers("by_key").limit(4).after(first.next())).rows()))
        .containsExactly("O04", "O04a", "O06", "O07");
  }

  @Test
  void filtersKeepRowsOut() {
    KitTenant shop = shop();
    shop.commit(
        set ->
            set.document(order("O1", 0, "partner", "PA", "amount", dec("10"), "due_on", D0))
                .document(order("O2", 0, "partner", "PB", "amount", dec("20"), "urgency", 5L))
                .document(order("O3", 0, "partner", "QA", "amount", dec("30")))
                .document(order("O4", 0, "amount", dec("40"), "urgency", 7L)));
    assertThat(filtered(shop, Filter.eq("partner", "PB"))).containsExactly("O2");
    assertThat(filtered(shop, Filter.of("partner", Operator.PREFIX, "P")))
        .containsExactly("O1", "O2");
    assertThat(filtered(shop, Filter.in("partner", List.of("QA", "PA", "X"))))
        .containsExactly("O1", "O3");
    assertThat(filtered(shop, Filter.in("partner", List.of()))).isEmpty();
    assertThat(filtered(shop, Filter.eq("amount", dec("20.00")))).containsExactly("O2");
    assertThat(filtered(shop, Filter.of("amount", Operator.LT, dec("30"))))
        .containsExactly("O1", "O2");
    assertThat(filtered(shop, Filter.of("amount", Operator.LE, dec("30"))))
        .containsExactly("O1", "O2", "O3");
    assertThat(filtered(shop, Filter.of("amount", Operator.GT, dec("30")))).containsExactly("O4");
    assertThat(filtered(shop, Filter.of("amount", Operator.GE, dec("30"))))
        .containsExactly("O3", "O4");
    assertThat(filtered(shop, Filter.of("due_on", Operator.LE, D0))).containsExactly("O1");
    assertThat(filtered(shop, Filter.of("due_on", Operator.LT, D0))).isEmpty();
    assertThat(
            filtered(
                shop, Filter.of("urgency", Operator.GE, 5L), Filter.of("urgency", Operator.LT, 7L)))
        .containsExactly("O2");
  }

  @Test
  void absentValueMeetsNoCondition() {
    KitTenant shop = shop();
    shop.commit(
        set -> set.document(order("O1", 0, "urgency", 0L)).document(order("O2", 0, "partner", "")));
    for (Operator operator : List.of(Operator.LT, Operator.LE, Operator.GT, Operator.GE)) {
      assertThat(filtered(shop, Filter.of("urgency", operator, 0L))).isSubsetOf("O1");
    }
    assertThat(filtered(shop, Filter.of("partner", Operator.PREFIX, ""))).containsExactly("O2");
    assertThat(filtered(shop, Filter.eq("partner", ""))).containsExactly("O2");
  }

  @Test
  void filteredPagesLoseNothing() {
    KitTenant shop = shop();
    putOrders(shop, 40);
    for (int maxRead : new int[] {3, 4, 10, 39, 40, 41, 10_000}) {
      List<StoredRow> rows =
          Pages.all(
              shop, 3, () -> headers("by_key").filter(Filter.eq("partner", "P3")).maxRead(maxRead));
      assertThat(Pages.ties(rows))
          .containsExactly("O03", "O08", "O13", "O18", "O23", "O28", "O33", "O38");
    }
  }

  @Test
  void pageEndsShortWhenTheBoundOnRowsReadIsMet() {
    KitTenant shop = shop();
    putOrders(shop, 30);
    Supplier<ListQuery.Builder> query =
        () -> headers("by_key").filter(Filter.of("urgency", Operator.GE, 28L)).limit(5).maxRead(7);
    Slice first = page(shop, query.get());
    assertThat(first.rows()).isEmpty();
    assertThat(first.next()).isPresent();
    assertThat(Pages.ties(Pages.all(shop, 5, query))).containsExactly("O28", "O29");
  }

  @Test
  void boundOnRowsReadHoldsBackwardsToo() {
    KitTenant shop = shop();
    putOrders(shop, 30);
    Supplier<ListQuery.Builder> query =
        () ->
            headers("by_key")
                .descending()
                .filter(Filter.of("urgency", Operator.LT, 2L))
                .limit(5)
                .maxRead(7);
    Slice first = page(shop, query.get());
    assertThat(first.rows()).isEmpty();
    assertThat(first.next()).isPresent();
    assertThat(Pages.ties(Pages.all(shop, 5, query))).containsExactly("O01", "O00");
  }

  @Test
  void nextIsPresentWhereThereIsMoreAndAbsentInTheEnd() {
    KitTenant shop = shop();
    putOrders(shop, 3);
    assertThat(page(shop, headers("by_key").limit(2)).next()).isPresent();
    assertThat(page(shop, headers("by_key").limit(4)).next()).isEmpty();
    assertThat(page(tenant("nobody"), headers("by_key").limit(4)))
        .isEqualTo(new Slice(List.of(), Optional.empty()));
  }

  /** Orders O00, O01, … with amounts that go down and repeat, urgency 0, 1, … partners P0 to P4. */
  private static void putOrders(KitTenant shop, int count) {
    shop.commit(
        set -> {
          for (int i = 0; i < count; i++) {
            set.document(
                order(
                    String.format("O%02d", i),
                    0,
                    "partner",
                    "P" + i % 5,
                    "urgency",
                    (long) i,
                    "amount",
                    dec(Integer.toString(6 - i / 2))));
          }
        });
  }

  private static ListQuery.Builder headers(String listing) {
    return ListQuery.of(Source.DOCUMENTS, "kit_order", listing);
  }

  private static Slice page(KitTenant shop, ListQuery.Builder query) {
    ListQuery built = query.build();
    return shop.read(view -> view.list(built));
  }

  private static List<String> filtered(KitTenant shop, Filter... filters) {
    ListQuery.Builder query = headers("by_key");
    for (Filter filter : filters) {
      query.filter(filter);
    }
    return Pages.ties(page(shop, query).rows());
  }
}
