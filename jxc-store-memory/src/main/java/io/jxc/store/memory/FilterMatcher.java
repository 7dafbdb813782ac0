package io.jxc.store.memory;

import io.jxc.spi.store.AttributeKind;
import io.jxc.spi.store.Filter;
import io.jxc.spi.store.Filter.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** Tells which rows meet all conditions of a query; an absent value meets none. */
final class FilterMatcher<R> implements Predicate<R> {
  private final List<Column<R>> columns = new ArrayList<>();
  private final List<Predicate<Object>> conditions = new ArrayList<>();

  /**
   * Prepares the conditions.
   *
   * @param columns finds a column by its name or refuses the name
   */
  FilterMatcher(List<Filter> filters, Function<String, Column<R>> columns) {
    for (Filter filter : filters) {
      Column<R> column = columns.apply(filter.attribute());
      check(filter, column.kind());
      this.columns.add(column);
      this.conditions.add(condition(filter));
    }
  }

  @Override
  public boolean test(R row) {
    for (int i = 0; i < columns.size(); i++) {
      Optional<Object> value = columns.get(i).of(row);
      if (value.isEmpty() || !conditions.get(i).test(value.get())) {
        return false;
      }
    }
    return true;
  }

  private static void check(Filter filter, AttributeKind kind) {
    for (Object value : filter.values()) {
      if (!kind.javaType().isInstance(value)) {
        throw new IllegalArgumentException(
            filter.attribute() + " is compared with " + kind.javaType().getSimpleName());
      }
    }
    boolean equality = filter.operator() == Operator.EQ || filter.operator() == Operator.IN;
    if ((kind == AttributeKind.TEXT && !equality)
        || (kind != AttributeKind.CODE && filter.operator() == Operator.PREFIX)) {
      throw new IllegalArgumentException(
          filter.attribute() + " is " + kind + " and not compared by " + filter.operator());
    }
  }

  private static Predicate<Object> condition(Filter filter) {
    if (filter.operator() == Operator.IN) {
      NavigableSet<Object> values = new TreeSet<>(Values::compare);
      values.addAll(filter.values());
      return values::contains;
    }
    Object bound = filter.values().get(0);
    return switch (filter.operator()) {
      case EQ, IN -> value -> Values.compare(value, bound) == 0;
      case LT -> value -> Values.compare(value, bound) < 0;
      case LE -> value -> Values.compare(value, bound) <= 0;
      case GT -> value -> Values.compare(value, bound) > 0;
      case GE -> value -> Values.compare(value, bound) >= 0;
      case PREFIX -> value -> ((String) value).startsWith((String) bound);
    };
  }
}
