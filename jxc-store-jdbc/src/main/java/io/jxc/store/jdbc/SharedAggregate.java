package io.jxc.store.jdbc;

import io.jxc.api.TenantId;
import io.jxc.spi.store.AggregateQuery;
import io.jxc.spi.store.AggregateQuery.Function;
import io.jxc.spi.store.AggregateQuery.Measure;
import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.Filter;
import io.jxc.spi.store.Slice;
import io.jxc.spi.store.StoredRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Groups the rows of a type in a shared table, whose attributes SQL cannot see. */
final class SharedAggregate {
  private static final int CHUNK = 1_000;

  private final Reads reads;
  private final TenantId tenant;
  private final RowSource source;
  private final AggregateQuery query;
  private final Map<List<Object>, List<Fold>> groups = new HashMap<>();

  SharedAggregate(Reads reads, TenantId tenant, RowSource source, AggregateQuery query) {
    this.reads = reads;
    this.tenant = tenant;
    this.source = source;
    this.query = query;
  }

  List<AggregateQuery.Row> read() {
    if (query.groupBy().isEmpty()) {
      groups.put(List.of(), folds());
    }
    String tie = source.ties().get(0);
    String sql =
        source.select()
            + (" AND " + tie + " > ?")
            + Ranges.first(source.scopeColumns(), List.of(tie), false);
    Object after = source.table().column(tie).kind() == Column.Kind.LONG ? 0L : new byte[0];
    while (true) {
      List<Object> values = new ArrayList<>(source.scope(tenant));
      values.add(after);
      values.add(CHUNK);
      List<StoredRow> rows = reads.list(sql, values, (row, ctx) -> source.read(row));
      rows.forEach(row -> add(row.attributes()));
      if (rows.size() < CHUNK) {
        return results();
      }
      StoredRow last = rows.get(rows.size() - 1);
      after = source.tieValues(Slice.Position.tie(last)).get(0);
    }
  }

  private void add(AttributeValues values) {
    for (Filter filter : query.filters()) {
      Optional<Object> value = values.value(filter.attribute());
      if (value.isEmpty() || !Values.meets(value.get(), filter)) {
        return;
      }
    }
    List<Object> group = new ArrayList<>();
    for (String name : query.groupBy()) {
      Optional<Object> value = values.value(name);
      if (value.isEmpty()) {
        return;
      }
      group.add(value.get());
    }
    List<Fold> folds = groups.computeIfAbsent(group, key -> folds());
    if (groups.size() > query.maxGroups()) {
      throw AggregateReader.tooMany(query);
    }
    folds.forEach(fold -> fold.add(values));
  }

  private List<Fold> folds() {
    AttributeLayout layout = source.attributes().layout();
    return query.measures().stream().map(measure -> new Fold(measure, layout)).toList();
  }

  private List<AggregateQuery.Row> results() {
    return groups.entrySet().stream()
        .map(
            entry ->
                new AggregateQuery.Row(
                    entry.getKey(), entry.getValue().stream().map(Fold::result).toList()))
        .sorted((left, right) -> compare(left.group(), right.group()))
        .toList();
  }

  private static int compare(List<Object> left, List<Object> right) {
    for (int i = 0; i < left.size(); i++) {
      int order = Values.compare(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** One measure over one group. */
  private static final class Fold {
    private final Measure measure;
    private final int scale;
    private long count;
    private BigDecimal sum = BigDecimal.ZERO;
    private Optional<Object> extreme = Optional.empty();

    Fold(Measure measure, AttributeLayout layout) {
      this.measure = measure;
      this.scale =
          measure.function() == Function.COUNT ? 0 : layout.attribute(measure.attribute()).scale();
    }

    void add(AttributeValues values) {
      count++;
      if (measure.function() != Function.COUNT) {
        values.value(measure.attribute()).ifPresent(this::value);
      }
    }

    private void value(Object value) {
      Object comparable = value instanceof Long number ? BigDecimal.valueOf(number) : value;
      if (measure.function() == Function.SUM) {
        sum = sum.add((BigDecimal) comparable);
        return;
      }
      int order = extreme.map(held -> Values.compare(comparable, held)).orElse(0);
      boolean better = measure.function() == Function.MIN ? order < 0 : order > 0;
      if (extreme.isEmpty() || better) {
        extreme = Optional.of(comparable);
      }
    }

    Object result() {
      return switch (measure.function()) {
        case COUNT -> count;
        case SUM -> sum.setScale(scale);
        case MIN, MAX -> extreme.isPresent() ? extreme.get() : extreme;
      };
    }
  }
}
