package io.jxc.store.memory;

import io.jxc.spi.store.AggregateQuery.Function;
import io.jxc.spi.store.AggregateQuery.Measure;
import io.jxc.spi.store.AttributeKind;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes one value of many rows. */
abstract class Accumulator<R> {
  abstract void add(R row);

  abstract Object result();

  /** Prepares a measure; refuses kinds that it is not defined for. */
  static <R> Accumulator<R> of(Measure measure, Map<String, Column<R>> columns) {
    if (measure.function() == Function.COUNT) {
      return new Count<>();
    }
    Column<R> column = Objects.requireNonNull(columns.get(measure.attribute()));
    AttributeKind kind = column.kind();
    boolean number = kind == AttributeKind.DECIMAL || kind == AttributeKind.INTEGER;
    boolean moment = kind == AttributeKind.INSTANT || kind == AttributeKind.DATE;
    if (!number && (measure.function() == Function.SUM || !moment)) {
      throw new IllegalArgumentException(
          measure.function() + " is not defined for " + measure.attribute() + ", " + kind);
    }
    return measure.function() == Function.SUM
        ? new Sum<>(column)
        : new Extreme<>(column, measure.function() == Function.MIN ? -1 : 1);
  }

  private static final class Count<R> extends Accumulator<R> {
    private long rows;

    @Override
    void add(R row) {
      rows++;
    }

    @Override
    Object result() {
      return rows;
    }
  }

  private static final class Sum<R> extends Accumulator<R> {
    private final Column<R> column;
    private BigDecimal sum;

    Sum(Column<R> column) {
      this.column = column;
      this.sum = BigDecimal.ZERO.setScale(column.attribute().scale());
    }

    @Override
    void add(R row) {
      column.of(row).ifPresent(value -> sum = sum.add((BigDecimal) number(value)));
    }

    @Override
    Object result() {
      return sum;
    }
  }

  private static final class Extreme<R> extends Accumulator<R> {
    private final Column<R> column;
    private final int wanted;
    private @Nullable Object extreme;

    Extreme(Column<R> column, int wanted) {
      this.column = column;
      this.wanted = wanted;
    }

    @Override
    void add(R row) {
      column
          .of(row)
          .ifPresent(
              value -> {
                if (extreme == null || Values.compare(value, extreme) * wanted > 0) {
                  extreme = value;
                }
              });
    }

    @Override
    Object result() {
      return extreme == null ? Optional.empty() : number(extreme);
    }
  }

  /** Whole numbers are answered as decimals, as SQL stores do. */
  private static Object number(Object value) {
    return value instanceof Long whole ? BigDecimal.valueOf(whole) : value;
  }
}
