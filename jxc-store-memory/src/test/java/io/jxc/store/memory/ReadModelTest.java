package io.jxc.store.memory;

import static io.jxc.store.memory.TestTypes.ORDER;
import static io.jxc.store.memory.TestTypes.TENANT;
import static io.jxc.store.memory.TestTypes.delete;
import static io.jxc.store.memory.TestTypes.on;
import static io.jxc.store.memory.TestTypes.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.error.RuleViolationException;
import io.jxc.spi.store.AggregateQuery;
import io.jxc.spi.store.AggregateQuery.Measure;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.Filter;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Slice;
import io.jxc.spi.store.Source;
import io.jxc.spi.store.StoreView;
import io.jxc.spi.store.StoredRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random reads on random snapshots, compared with what a list that is sorted each time answers. */
class ReadModelTest {
  private static final long SEED = 20_260_301;
  private static final List<Filter.Operator> OPERATORS =
      List.copyOf(EnumSet.complementOf(EnumSet.of(Filter.Operator.PREFIX)));
  private static final List<String> STATUSES = List.of("NEW", "OPEN", "DONE");

  private final Random random = new Random(SEED);
  private final MemoryStore store = TestTypes.store();

  @Test
  void listings_and_aggregates_are_exact_on_every_snapshot() {
    Map<String, DocumentRow> model = new HashMap<>();
    List<StoreView> views = new ArrayList<>();
    List<List<DocumentRow>> states = new ArrayList<>();
    for (int round = 0; round < 60; round++) {
      change(model);
      views.add(store.view(TENANT));
      states.add(List.copyOf(model.values()));
      for (int read = 0; read < 10; read++) {
        int at = random.nextInt(views.size());
        compareListing(views.get(at), states.get(at));
        compareAggregate(views.get(at), states.get(at));
      }
      if (views.size() > 8) {
        int gone = random.nextInt(views.size());
        views.remove(gone).close();
        states.remove(gone);
      }
    }
    views.forEach(StoreView::close);
  }

  @Test
  void more_groups_than_asked_for_are_refused() {
    store.commit(
        on(0)
            .document(put("A", 0, TestTypes.order("NEW", 1)))
            .document(put("B", 0, TestTypes.order("DONE", 1)))
            .build());
    AggregateQuery.Builder query =
        AggregateQuery.of(Source.DOCUMENTS, ORDER.name())
            .groupBy("status")
            .measure(Measure.count());

    try (StoreView view = store.view(TENANT)) {
      assertThat(view.aggregate(query.maxGroups(2).build())).hasSize(2);
      assertThatThrownBy(() -> view.aggregate(query.maxGroups(1).build()))
          .isInstanceOf(RuleViolationException.class);
    }
  }

  @Test
  void a_page_cut_short_by_the_bound_on_rows_read_says_where_to_go_on() {
    for (int i = 0; i < 10; i++) {
      store.commit(on(i).document(put("K" + i, 0, TestTypes.order("NEW", i))).build());
    }
    ListQuery.Builder query =
        byStatus("NEW").filter(Filter.of("rank", Filter.Operator.GE, 8L)).limit(2).maxRead(5);

    try (StoreView view = store.view(TENANT)) {
      Slice first = view.list(query.build());
      assertThat(first.rows()).isEmpty();
      assertThat(first.next()).contains(new Slice.Position(List.of(4L), "K4"));
      Slice second = view.list(query.after(first.next()).build());
      assertThat(second.rows()).hasSize(2);
      assertThat(second.next()).isEmpty();
    }
  }

  @Test
  void queries_that_do_not_fit_the_declaration_are_mistakes() {
    try (StoreView view = store.view(TENANT)) {
      List<ListQuery.Builder> wrong =
          List.of(
              ListQuery.of(Source.DOCUMENTS, ORDER.name(), "by_status"),
              ListQuery.of(Source.DOCUMENTS, ORDER.name(), "nothing"),
              ListQuery.of(Source.LINES, "setting", "by_area"),
              ListQuery.of(Source.LINES, ORDER.name(), "by_sku")
                  .equal("A")
                  .after(Optional.of(new Slice.Position(List.of(), "no separator"))),
              ListQuery.of(Source.LINES, ORDER.name(), "by_sku").equal("A").from(Optional.of("B")),
              byStatus("NEW").from(Optional.of("text")),
              byStatus("NEW").after(Optional.of(new Slice.Position(List.of(), "K"))),
              byStatus("NEW").filter(Filter.eq("nothing", "x")),
              byStatus("NEW").filter(Filter.eq("rank", "x")),
              byStatus("NEW").filter(Filter.of("rank", Filter.Operator.PREFIX, 1L)));
      for (ListQuery.Builder query : wrong) {
        assertThatThrownBy(() -> view.list(query.build()))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  private void change(Map<String, DocumentRow> model) {
    long head = store.head(TENANT).sequence();
    var changes = on(head);
    Map<String, Optional<AttributeValues>> chosen = new HashMap<>();
    for (int i = 0; i < 8; i++) {
      String key = "K" + random.nextInt(40);
      boolean gone = model.containsKey(key) && random.nextInt(3) == 0;
      chosen.put(key, gone ? Optional.empty() : Optional.of(values()));
    }
    chosen.forEach(
        (key, values) -> {
          long version = model.containsKey(key) ? model.get(key).version() : 0;
          changes.document(
              values.map(v -> put(key, version, v)).orElseGet(() -> delete(key, version)));
        });
    store.commit(changes.build());
    chosen.forEach(
        (key, values) -> {
          if (values.isEmpty()) {
            model.remove(key);
          } else {
            var body = TestTypes.content(values.get()).body();
            model.put(key, new DocumentRow(ORDER.name(), key, head + 1, 1, values.get(), body));
          }
        });
  }

  private AttributeValues values() {
    AttributeValues.Builder values = AttributeValues.builder(ORDER.attributes());
    if (random.nextInt(10) > 0) {
      values.set("status", STATUSES.get(random.nextInt(3)));
    }
    if (random.nextInt(10) > 0) {
      values.set("rank", (long) random.nextInt(10));
    }
    if (random.nextBoolean()) {
      values.set("total", BigDecimal.valueOf(random.nextInt(1_000), 2));
    }
    return values.build();
  }

  private void compareListing(StoreView view, List<DocumentRow> state) {
    String status = STATUSES.get(random.nextInt(3));
    long from = random.nextInt(10);
    long to = from + random.nextInt(10);
    boolean descending = random.nextBoolean();
    boolean bounded = random.nextBoolean();
    List<DocumentRow> expected = new ArrayList<>();
    for (DocumentRow row : state) {
      Optional<Long> rank = row.attributes().integer("rank");
      if (row.attributes().string("status").equals(Optional.of(status))
          && rank.isPresent()
          && (!bounded || (rank.get() >= from && rank.get() < to))) {
        expected.add(row);
      }
    }
    expected.sort(
        Comparator.comparing((DocumentRow row) -> row.attributes().integer("rank").orElseThrow())
            .thenComparing(DocumentRow::key));
    if (descending) {
      Collections.reverse(expected);
    }
    ListQuery.Builder query = byStatus(status).limit(1 + random.nextInt(4)).maxRead(4);
    if (bounded) {
      query.from(Optional.of(from)).to(Optional.of(to));
    }
    assertThat(all(view, descending ? query.descending() : query)).isEqualTo(expected);
  }

  private static List<StoredRow> all(StoreView view, ListQuery.Builder query) {
    List<StoredRow> rows = new ArrayList<>();
    Optional<Slice.Position> after = Optional.empty();
    do {
      Slice page = view.list(query.after(after).build());
      rows.addAll(page.rows());
      after = page.next();
    } while (after.isPresent());
    return rows;
  }

  private void compareAggregate(StoreView view, List<DocumentRow> state) {
    String status = STATUSES.get(random.nextInt(3));
    long bound = random.nextInt(10);
    Filter.Operator operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
    List<DocumentRow> counted =
        state.stream()
            .filter(row -> row.attributes().string("status").equals(Optional.of(status)))
            .filter(row -> row.attributes().integer("rank").isPresent())
            .filter(row -> meets(row.attributes().integer("rank").get(), operator, bound))
            .toList();
    AggregateQuery query =
        AggregateQuery.of(Source.DOCUMENTS, ORDER.name())
            .filter(Filter.eq("status", status))
            .filter(Filter.of("rank", operator, bound))
            .measure(Measure.count())
            .measure(Measure.sum("total"))
            .measure(Measure.max("rank"))
            .build();
    BigDecimal sum =
        counted.stream()
            .flatMap(row -> row.attributes().decimal("total").stream())
            .reduce(new BigDecimal("0.00"), BigDecimal::add);
    Optional<Long> most =
        counted.stream()
            .map(row -> row.attributes().integer("rank").orElseThrow())
            .max(Comparator.naturalOrder());

    assertThat(view.aggregate(query))
        .containsExactly(
            new AggregateQuery.Row(
                List.of(),
                List.of(
                    (long) counted.size(),
                    sum,
                    most.isPresent() ? BigDecimal.valueOf(most.get()) : Optional.empty())));
  }

  private static boolean meets(long rank, Filter.Operator operator, long bound) {
    return switch (operator) {
      case EQ, IN -> rank == bound;
      case LT -> rank < bound;
      case LE -> rank <= bound;
      case GT -> rank > bound;
      case GE -> rank >= bound;
      case PREFIX -> throw new IllegalArgumentException("ranks have no prefix");
    };
  }

  private static ListQuery.Builder byStatus(String status) {
    return ListQuery.of(Source.DOCUMENTS, ORDER.name(), "by_status").equal(status);
  }
}
