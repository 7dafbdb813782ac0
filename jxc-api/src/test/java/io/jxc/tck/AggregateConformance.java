package io.jxc.tck;

import static io.jxc.tck.KitData.dec;
import static io.jxc.tck.KitData.entry;
import static io.jxc.tck.KitData.newLine;
import static io.jxc.tck.KitData.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.error.JxcException;
import io.jxc.spi.store.AggregateQuery;
import io.jxc.spi.store.AggregateQuery.Measure;
import io.jxc.spi.store.AggregateQuery.Row;
import io.jxc.spi.store.Filter;
import io.jxc.spi.store.Filter.Operator;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.Names;
import io.jxc.spi.store.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Aggregates count and sum exactly, group by declared attributes and never cut.
 *
 * <p>Readings of the contract where it leaves room:
 *
 * <ul>
 *   <li>Without {@code groupBy} there is exactly one group, of no row as well: count zero, sum zero
 *       at the column's scale, extremes empty.
 *   <li>Sums and extremes of an INTEGER are {@link java.math.BigDecimal} of scale 0.
 *   <li>More groups than asked for are refused with a {@link JxcException} or {@link
 *       IllegalArgumentException}.
 *   <li>The kit asks for aggregates of types with tables of their own and of balances only.
 * </ul>
 */
public abstract class AggregateConformance extends ConformanceSuite {
  private static final LocalDate D0 = LocalDate.parse("2026-03-01");
  private static final Instant T0 = Instant.parse("2026-03-01T08:00:00.000001Z");

  @Test
  void documentsAreCountedAndSummedByGroup() {
    KitTenant shop = shop();
    putOrders(shop);
    AggregateQuery.Builder query =
        AggregateQuery.of(Source.DOCUMENTS, "kit_order")
            .groupBy("status")
            .measure(Measure.count())
            .measure(Measure.sum("amount"))
            .measure(Measure.min("amount"))
            .measure(Measure.max("amount"));
    assertThat(run(shop, query))
        .containsExactly(
            row(List.of("DONE"), 1L, dec("7.000000"), dec("7.000000"), dec("7.000000")),
            row(List.of("OPEN"), 3L, dec("12.250001"), dec("-0.750000"), dec("13.000001")));
  }

  @Test
  void rowsWithoutTheGroupsValueAreLeftOut() {
    KitTenant shop = shop();
    putOrders(shop);
    AggregateQuery.Builder query =
        AggregateQuery.of(Source.DOCUMENTS, "kit_order")
            .groupBy("status")
            .groupBy("partner")
            .measure(Measure.count());
    assertThat(run(shop, query))
        .containsExactly(
            row(List.of("DONE", "P"), 1L),
            row(List.of("OPEN", "P"), 1L),
            row(List.of("OPEN", "Q"), 1L));
  }

  @Test
  void rowsWithoutAValueCountAsZeroInSumsAndNotAtAllInExtremes() {
    KitTenant shop = shop();
    shop.commit(
        set ->
            set.document(order("O1", 0, "status", "A", "urgency", 5L))
                .document(order("O2", 0, "status", "A"))
                .document(order("O3", 0, "status", "B")));
    AggregateQuery.Builder query =
        AggregateQuery.of(Source.DOCUMENTS, "kit_order")
            .groupBy("status")
            .measure(Measure.count())
            .measure(Measure.sum("urgency"))
            .measure(Measure.min("urgency"))
            .measure(Measure.max("amount"));
    assertThat(run(shop, query))
        .containsExactly(
            row(List.of("A"), 2L, dec("5"), dec("5"), Optional.empty()),
            row(List.of("B"), 1L, dec("0"), Optional.empty(), Optional.empty()));
  }

  @Test
  void extremesOfDaysAndMomentsAreDaysAndMoments() {
    KitTenant shop = shop();
    shop.commit(
        set ->
            set.document(order("O1", 0, "due_on", D0, "created_at", T0))
                .document(order("O2", 0, "due_on", D0.plusDays(9), "created_at", T0.plusSeconds(1)))
                .document(order("O3", 0, "remark", "neither")));
    AggregateQuery.Builder query =
        AggregateQuery.of(Source.DOCUMENTS, "kit_order")
            .measure(Measure.min("due_on"))
            .measure(Measure.max("due_on"))
            .measure(Measure.min("created_at"))
            .measure(Measure.max("created_at"));
    assertThat(run(shop, query))
        .containsExactly(row(List.of(), D0, D0.plusDays(9), T0, T0.plusSeconds(1)));
  }

  @Test
  void withoutGroupsThereIsOneRowOverNothingToo() {
    AggregateQuery.Builder query =
        AggregateQuery.of(Source.DOCUMENTS, "kit_order")
            .measure(Measure.count())
            .measure(Measure.sum("amount"))
            .measure(Measure.max("amount"));
    assertThat(run(shop(), query))
        .containsExactly(row(List.of(), 0L, dec("0.000000"), Optional.empty()));
  }

  @Test
  void groupsOfNothingAreNone() {
    AggregateQuery.Builder query =
        AggregateQuery.of(Source.DOCUMENTS, "kit_order").groupBy("status").measure(Measure.count());
    assertThat(run(shop(), query)).isEmpty();
  }

  @Test
  void groupsAreInOrderOfTheirValues() {
    KitTenant shop = shop();
    shop.commit(
        set -> {
          List<String> codes = List.of("b", "B", "", "\ud842\udfb7", "\uff21", "a ", "a");
          for (int i = 0; i < codes.size(); i++) {
            set.document(order("O" + i, 0, "status", codes.get(i), "urgency", 10L - i));
          }
        });
    assertThat(
            run(
                shop,
                AggregateQuery.of(Source.DOCUMENTS, "kit_order")
                    .groupBy("status")
                    .measure(Measure.count())))
        .extracting(group -> (String) group.group().get(0))
        .containsExactly("", "B", "a", "a ", "b", "\uff21", "\ud842\udfb7")
        .isSortedAccordingTo(Names::compareUtf8);
    assertThat(
            run(
                shop,
                AggregateQuery.of(Source.DOCUMENTS, "kit_order")
                    .groupBy("urgency")
                    .measure(Measure.count())))
        .extracting(group -> group.group().get(0))
        .containsExactly(4L, 5L, 6L, 7L, 8L, 9L, 10L);
  }

  @Test
  void filtersKeepRowsOutOfTheSums() {
    KitTenant shop = shop();
    putOrders(shop);
    AggregateQuery.Builder query =
        AggregateQuery.of(Source.DOCUMENTS, "kit_order")
            .measure(Measure.count())
            .measure(Measure.sum("amount"))
            .filter(Filter.eq("status", "OPEN"))
            .filter(Filter.of("amount", Operator.GT, dec("0")));
    assertThat(run(shop, query)).containsExactly(row(List.of(), 1L, dec("13.000001")));
    AggregateQuery.Builder none =
        AggregateQuery.of(Source.DOCUMENTS, "kit_order")
            .measure(Measure.count())
            .filter(Filter.in("status", List.of()));
    assertThat(run(shop, none)).containsExactly(row(List.of(), 0L));
  }

  @Test
  void linesAreAggregated() {
    KitTenant shop = shop();
    shop.commit(
        set ->
            set.document(order("O1", 0))
                .document(order("O2", 0))
                .line(newLine("O1", 1, "sku", "A", "qty", dec("1.5"), "price", dec("0.00000001")))
                .line(newLine("O1", 2, "sku", "B", "qty", dec("2")))
                .line(newLine("O2", 1, "sku", "A", "qty", dec("3"), "price", dec("2"))));
    AggregateQuery.Builder query =
        AggregateQuery.of(Source.LINES, "kit_order")
            .groupBy("sku")
            .measure(Measure.sum("qty"))
            .measure(Measure.sum("price"));
    assertThat(run(shop, query))
        .containsExactly(
            row(List.of("A"), dec("4.500000"), dec("2.00000001")),
            row(List.of("B"), dec("2.000000"), dec("0.00000000")));
  }

  @Test
  void journalIsAggregated() {
    KitTenant shop = shop();
    shop.commit(
        set ->
            set.entry(moved("A", "W1", "5", D0))
                .entry(moved("A", "W2", "-1.5", D0))
                .entry(KitData.note("between"))
                .entry(moved("B", "W1", "2", D0.plusDays(1)))
                .entry(moved("A", "W1", "0.25", D0.plusDays(1))));
    AggregateQuery.Builder query =
        AggregateQuery.of(Source.JOURNAL, "kit_movement")
            .groupBy("sku")
            .groupBy("business_on")
            .measure(Measure.count())
            .measure(Measure.sum("qty"));
    assertThat(run(shop, query))
        .containsExactly(
            row(List.of("A", D0), 2L, dec("3.500000")),
            row(List.of("A", D0.plusDays(1)), 1L, dec("0.250000")),
            row(List.of("B", D0.plusDays(1)), 1L, dec("2.000000")));
  }

  @Test
  void balancesAreAggregatedByDimension() {
    KitTenant shop = shop();
    shop.commit(
        set ->
            set.balance(Move.stock("A", "W1", "").add("on_hand", "5").build())
                .balance(Move.stock("A", "W2", "L").add("on_hand", "2.5").build())
                .balance(
                    Move.stock("B", "W1", "").add("on_hand", "-1").add("reserved", "1").build())
                .balance(Move.cost("A").latest("last_cost", "1.5").build()));
    AggregateQuery.Builder byWarehouse =
        AggregateQuery.of(Source.BALANCES, "kit_stock")
            .groupBy("warehouse")
            .measure(Measure.count())
            .measure(Measure.sum("on_hand"))
            .measure(Measure.min("on_hand"));
    assertThat(run(shop, byWarehouse))
        .containsExactly(
            row(List.of("W1"), 2L, dec("4.000000"), dec("-1.000000")),
            row(List.of("W2"), 1L, dec("2.500000"), dec("2.500000")));
    AggregateQuery.Builder filtered =
        AggregateQuery.of(Source.BALANCES, "kit_stock")
            .groupBy("sku")
            .measure(Measure.sum("reserved"))
            .filter(Filter.eq("lot", ""))
            .filter(Filter.of("on_hand", Operator.LT, dec("0")));
    assertThat(run(shop, filtered)).containsExactly(row(List.of("B"), dec("1.000000")));
    assertThat(
            run(
                shop,
                AggregateQuery.of(Source.BALANCES, "kit_cost").measure(Measure.max("last_cost"))))
        .containsExactly(row(List.of(), dec("1.50000000")));
  }

  @Test
  void sumsMayHaveMoreThanTwentyFourDigits() {
    KitTenant shop = shop();
    shop.commit(
        set -> {
          for (int i = 0; i < 11; i++) {
            set.balance(
                Move.stock("S" + i, "W", "").add("on_hand", "999999999999999999.999999").build());
          }
        });
    assertThat(
            run(
                shop,
                AggregateQuery.of(Source.BALANCES, "kit_stock").measure(Measure.sum("on_hand"))))
        .containsExactly(row(List.of(), dec("10999999999999999999.999989")));
  }

  @Test
  void moreGroupsThanAskedForAreRefused() {
    KitTenant shop = shop();
    shop.commit(
        set -> {
          for (int i = 0; i < 5; i++) {
            set.document(order("O" + i, 0, "status", "S" + i));
          }
        });
    AggregateQuery.Builder query =
        AggregateQuery.of(Source.DOCUMENTS, "kit_order").groupBy("status").measure(Measure.count());
    assertThat(run(shop, query.maxGroups(5))).hasSize(5);
    assertThatThrownBy(() -> run(shop, query.maxGroups(4)))
        .isInstanceOfAny(JxcException.class, IllegalArgumentException.class);
  }

  @Test
  void undeclaredNamesAreRefused() {
    KitTenant shop = shop();
    for (AggregateQuery.Builder query :
        List.of(
            AggregateQuery.of(Source.DOCUMENTS, "kit_nothing").measure(Measure.count()),
            AggregateQuery.of(Source.LINES, "kit_item").measure(Measure.count()),
            AggregateQuery.of(Source.DOCUMENTS, "kit_order").measure(Measure.sum("nothing")),
            AggregateQuery.of(Source.BALANCES, "kit_stock")
                .groupBy("nothing")
                .measure(Measure.count()),
            AggregateQuery.of(Source.JOURNAL, "kit_movement")
                .measure(Measure.count())
                .filter(Filter.eq("nothing", "x")))) {
      assertThatThrownBy(() -> run(shop, query)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static void putOrders(KitTenant shop) {
    shop.commit(
        set ->
            set.document(
                    order("O1", 0, "status", "OPEN", "partner", "P", "amount", dec("13.000001")))
                .document(order("O2", 0, "status", "OPEN", "partner", "Q", "amount", dec("-0.75")))
                .document(order("O3", 0, "status", "OPEN"))
                .document(order("O4", 0, "status", "DONE", "partner", "P", "amount", dec("7")))
                .document(order("O5", 0, "partner", "P", "amount", dec("100"))));
  }

  private static JournalEntry moved(String sku, String warehouse, String quantity, LocalDate day) {
    return entry(
        KitTypes.MOVEMENT,
        "",
        "sku",
        sku,
        "warehouse",
        warehouse,
        "qty",
        dec(quantity),
        "business_on",
        day);
  }

  private static Row row(List<Object> group, Object... values) {
    return new Row(group, Arrays.asList(values));
  }

  private static List<Row> run(KitTenant shop, AggregateQuery.Builder query) {
    AggregateQuery built = query.build();
    return shop.read(view -> view.aggregate(built));
  }
}
