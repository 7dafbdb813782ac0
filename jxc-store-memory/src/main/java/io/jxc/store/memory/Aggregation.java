package io.jxc.store.memory;

import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.RuleViolationException;
import io.jxc.spi.store.AggregateQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Groups rows and computes measures over each group. */
final class Aggregation<R> {
  private final AggregateQuery query;

  /** Those of the measures, looked up once for all groups. */
  private final Map<String, Column<R>> measured = new HashMap<>();

  private final List<Column<R>> groupBy;
  private final Predicate<R> filter;
  private final Map<List<Object>, List<Accumulator<R>>> groups = new HashMap<>();

  /**
   * Prepares a query.
   *
   * @param columns finds a column by its name or refuses the name
   */
  Aggregation(AggregateQuery query, Function<String, Column<R>> columns) {
    this.query = query;
    query.measures().stream()
        .filter(measure -> measure.function() != AggregateQuery.Function.COUNT)
        .forEach(measure -> measured.computeIfAbsent(measure.attribute(), columns));
    this.groupBy = query.groupBy().stream().map(columns).toList();
    this.filter = new FilterMatcher<>(query.filters(), columns);
    // Checks the measures; and what is not grouped is one group, also of no rows.
    List<Accumulator<R>> accumulators = accumulators();
    if (groupBy.isEmpty()) {
      groups.put(List.of(), accumulators);
    }
  }

  List<AggregateQuery.Row> of(Iterator<? extends R> rows) {
    while (rows.hasNext()) {
      R row = rows.next();
      List<Object> group = filter.test(row) ? group(row) : null;
      if (group != null) {
        for (Accumulator<R> accumulator : accumulators(group)) {
          accumulator.add(row);
        }
      }
    }
    return groups.entrySet().stream()
        .map(e -> new AggregateQuery.Row(e.getKey(), results(e.getValue())))
        .sorted(Comparator.comparing(AggregateQuery.Row::group, Aggregation::compare))
        .toList();
  }

  /** The group of a row, or null where the row lacks one of its values. */
  private @Nullable List<Object> group(R row) {
    if (groupBy.isEmpty()) {
      return List.of();
    }
    Object[] group = new Object[groupBy.size()];
    for (int i = 0; i < group.length; i++) {
      Optional<Object> value = groupBy.get(i).of(row);
      if (value.isEmpty()) {
        return null;
      }
      group[i] = value.get();
    }
    return List.of(group);
  }

  private List<Accumulator<R>> accumulators(List<Object> group) {
    List<Accumulator<R>> found = groups.get(group);
    if (found == null) {
      if (groups.size() == query.maxGroups()) {
        throw RuleViolationException.of(
            ErrorCode.LIMIT_EXCEEDED,
            "what",
            "groups of " + query.type(),
            "found",
            Integer.toString(query.maxGroups() + 1),
            "limit",
            Integer.toString(query.maxGroups()));
      }
      found = accumulators();
      groups.put(group, found);
    }
    return found;
  }

  private List<Accumulator<R>> accumulators() {
    List<Accumulator<R>> all = new ArrayList<>(query.measures().size());
    query.measures().forEach(measure -> all.add(Accumulator.of(measure, measured)));
    return all;
  }

  private List<Object> results(List<Accumulator<R>> accumulators) {
    return accumulators.stream().map(Accumulator::result).toList();
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
}
