package io.jxc.tck;

import static io.jxc.tck.KitData.body;
import static io.jxc.tck.KitData.dec;
import static io.jxc.tck.KitData.entry;
import static io.jxc.tck.KitData.movement;
import static io.jxc.tck.KitData.note;
import static io.jxc.tck.KitData.order;
import static io.jxc.tck.KitData.values;
import static io.jxc.tck.KitState.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.Filter;
import io.jxc.spi.store.Filter.Operator;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Source;
import io.jxc.spi.store.StoredRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Journals are appended only, numbered over all types, and read by number and by listing. */
public abstract class JournalConformance extends ConformanceSuite {
  private static final LocalDate D0 = LocalDate.parse("2026-03-01");

  @Test
  void entriesAreReadAsTheyWereAppended() {
    KitTenant shop = shop();
    JournalEntry moved =
        new JournalEntry(
            "kit_movement",
            7,
            values(
                KitTypes.MOVEMENT.attributes(),
                "sku",
                "A",
                "warehouse",
                "W",
                "reason",
                "counted anew",
                "line_no",
                3L,
                "qty",
                dec("-1.5"),
                "unit_cost",
                dec("0.33333333"),
                "moved_at",
                Instant.parse("2026-03-01T08:00:00.000001Z"),
                "business_on",
                D0),
            body("moved"));
    JournalEntry noted =
        new JournalEntry(
            "kit_note",
            2,
            values(
                KitTypes.NOTE.attributes(),
                "topic",
                "T",
                "remark",
                "all well",
                "score",
                dec("9.5"),
                "noted_at",
                Instant.parse("2026-03-01T09:00:00Z")),
            Bytes.EMPTY);
    shop.commit(set -> set.entry(moved).entry(noted));
    assertThat(shop.journal())
        .containsExactly(
            new JournalRow("kit_movement", 1, 7, moved.attributes(), moved.body()),
            new JournalRow("kit_note", 2, 2, noted.attributes(), noted.body()));
  }

  @Test
  void absentAttributesStayAbsent() {
    KitTenant shop = shop();
    JournalEntry moved = entry(KitTypes.MOVEMENT, "m", "sku", "A");
    JournalEntry noted = entry(KitTypes.NOTE, "n");
    shop.commit(set -> set.entry(moved).entry(noted));
    assertThat(shop.journal()).extracting(JournalRow::entry).containsExactly(moved, noted);
  }

  @Test
  void typesAreReadAloneAndTogetherInOrderOfSequence() {
    KitTenant shop = shop();
    shop.commit(set -> set.entry(note("1")).entry(movement("A", "1")));
    shop.commit(set -> set.document(order("O1", 0)));
    shop.commit(set -> set.entry(movement("B", "1")).entry(note("5")).entry(movement("C", "1")));
    assertThat(sequences(shop, Set.of(), 0, 100)).containsExactly(1L, 2L, 4L, 5L, 6L);
    assertThat(sequences(shop, Set.of("kit_movement"), 0, 100)).containsExactly(2L, 4L, 6L);
    assertThat(sequences(shop, Set.of("kit_note"), 0, 100)).containsExactly(1L, 5L);
    assertThat(sequences(shop, Set.of("kit_note", "kit_movement"), 0, 100))
        .containsExactly(1L, 2L, 4L, 5L, 6L);
  }

  @Test
  void pagesGoOnAfterASequence() {
    KitTenant shop = shop();
    for (int block = 0; block < 5; block++) {
      shop.commit(set -> set.entry(note("n")).entry(movement("A", "1")).entry(movement("B", "1")));
    }
    assertThat(sequences(shop, Set.of(), 0, 4)).containsExactly(1L, 2L, 3L, 4L);
    assertThat(sequences(shop, Set.of(), 4, 4)).containsExactly(5L, 6L, 7L, 8L);
    assertThat(sequences(shop, Set.of(), 14, 4)).containsExactly(15L);
    assertThat(sequences(shop, Set.of(), 15, 4)).isEmpty();
    assertThat(sequences(shop, Set.of("kit_note"), 4, 2)).containsExactly(7L, 10L);
  }

  @Test
  void appendedEntriesStayAsTheyAre() {
    KitTenant shop = shop();
    shop.commit(set -> set.entry(movement("A", "1")).entry(note("2")));
    List<JournalRow> before = shop.journal();
    shop.commit(set -> set.entry(movement("A", "2")).entry(note("4")));
    assertThat(shop.journal().subList(0, 2)).isEqualTo(before);
  }

  @Test
  void refusedEntryTakesNoSequence() {
    KitTenant shop = shop();
    shop.commit(set -> set.entry(note("1")));
    assertThat(
            refusal(shop, () -> shop.attempt(set -> set.entry(note("2")).document(order("O1", 9)))))
        .isNotNull();
    shop.commit(set -> set.entry(note("really 2")));
    assertThat(sequences(shop, Set.of(), 0, 10)).containsExactly(1L, 2L);
  }

  @Test
  void listingIsInOrderOfSequence() {
    KitTenant shop = shop();
    for (int i = 1; i <= 12; i++) {
      String sku = i % 3 == 0 ? "B" : "A";
      shop.commit(set -> set.entry(movement(sku, "1")));
    }
    Supplier<ListQuery.Builder> query = () -> movements("by_sku").equal("B");
    assertThat(listed(Pages.all(shop, 100, query))).containsExactly(3L, 6L, 9L, 12L);
    assertThat(listed(Pages.all(shop, 1, query))).containsExactly(3L, 6L, 9L, 12L);
    assertThat(listed(Pages.all(shop, 3, () -> query.get().descending())))
        .containsExactly(12L, 9L, 6L, 3L);
    assertThat(listed(Pages.all(shop, 3, () -> movements("by_sku").equal("b")))).isEmpty();
  }

  @Test
  void listingWithASortAttributeBreaksTiesBySequence() {
    KitTenant shop = shop();
    shop.commit(
        set -> {
          for (int i = 1; i <= 12; i++) {
            LocalDate day = D0.plusDays(i % 2);
            set.entry(
                entry(
                    KitTypes.MOVEMENT,
                    "",
                    "sku",
                    "S" + i,
                    "warehouse",
                    "W",
                    "qty",
                    dec(Integer.toString(i)),
                    "business_on",
                    day));
          }
          set.entry(movement("no day", "1"));
        });
    Supplier<ListQuery.Builder> query = () -> movements("by_warehouse").equal("W");
    List<Long> sorted = List.of(2L, 4L, 6L, 8L, 10L, 12L, 1L, 3L, 5L, 7L, 9L, 11L);
    List<Long> reversed = new ArrayList<>(sorted);
    Collections.reverse(reversed);
    assertThat(listed(Pages.all(shop, 5, query))).isEqualTo(sorted);
    assertThat(listed(Pages.all(shop, 5, () -> query.get().descending()))).isEqualTo(reversed);
    assertThat(listed(Pages.all(shop, 5, () -> query.get().from(Optional.of(D0.plusDays(1))))))
        .isEqualTo(sorted.subList(6, 12));
    assertThat(listed(Pages.all(shop, 5, () -> query.get().to(Optional.of(D0.plusDays(1))))))
        .isEqualTo(sorted.subList(0, 6));
    Filter large = Filter.of("qty", Operator.GE, dec("11"));
    assertThat(listed(Pages.all(shop, 2, () -> query.get().filter(large).maxRead(2))))
        .containsExactly(12L, 11L);
  }

  @Test
  void undeclaredNamesAreRefused() {
    KitTenant shop = shop();
    assertThatThrownBy(() -> sequences(shop, Set.of("kit_nothing"), 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> sequences(shop, Set.of("kit_note", "kit_order"), 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Pages.all(shop, 1, () -> movements("no_such_listing")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                Pages.all(
                    shop, 1, () -> ListQuery.of(Source.JOURNAL, "kit_note", "by_sku").equal("A")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ListQuery.Builder movements(String listing) {
    return ListQuery.of(Source.JOURNAL, "kit_movement", listing);
  }

  private static List<Long> sequences(KitTenant shop, Set<String> types, long after, int limit) {
    return shop.rows(view -> view.journal(types, after, limit)).stream()
        .map(JournalRow::sequence)
        .toList();
  }

  private static List<Long> listed(List<StoredRow> rows) {
    return rows.stream().map(row -> ((JournalRow) row).sequence()).toList();
  }
}
