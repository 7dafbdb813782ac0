package io.jxc.store.jdbc;

import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.BalanceChange;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.BalanceType;
import io.jxc.spi.store.BalanceType.Column;
import io.jxc.spi.store.BalanceType.Floor;
import io.jxc.spi.store.BalanceType.Movement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Balances of one type. */
final class BalanceTable {
  private final BalanceType type;
  private final Table table;
  private final Dialect dialect;

  BalanceTable(BalanceType type, Table table, Dialect dialect) {
    this.type = type;
    this.table = table;
    this.dialect = dialect;
  }

  BalanceType type() {
    return type;
  }

  Table table() {
    return table;
  }

  /** The columns of the dimensions. */
  List<String> dimensions() {
    return dialect.columns(type.dimensions());
  }

  /** The column of a number. */
  String column(String name) {
    type.column(name);
    return dialect.column(name);
  }

  /** The column of a dimension or a number. */
  String dimensionOrColumn(String name) {
    return type.dimensions().contains(name) ? dialect.column(name) : column(name);
  }

  BalanceRow read(ResultSet row) throws SQLException {
    List<String> dimensions = new ArrayList<>(type.dimensions().size());
    int at = 1;
    for (; at <= type.dimensions().size(); at++) {
      dimensions.add(new String(row.getBytes(at), StandardCharsets.UTF_8));
    }
    long version = row.getLong(at++);
    List<BigDecimal> values = new ArrayList<>(type.columns().size());
    for (Column column : type.columns()) {
      values.add(row.getBigDecimal(at++).setScale(column.scale()));
    }
    return new BalanceRow(type.name(), new BalanceKey(dimensions), version, values);
  }

  /** Refuses what does not fit the declaration or would lose digits. */
  void check(BalanceChange change) {
    if (change.key().dimensions().size() != type.dimensions().size()
        || change.deltas().size() != type.columns().size()) {
      throw new IllegalArgumentException(
          type.name() + " has dimensions " + type.dimensions() + ", found " + change.key());
    }
    change.floors().forEach(type::floor);
    for (int i = 0; i < type.columns().size(); i++) {
      Column column = type.columns().get(i);
      BigDecimal delta = scaled(column, change.deltas().get(i));
      Optional<BigDecimal> latest = change.latest().get(i).map(value -> scaled(column, value));
      boolean sum = column.movement() == Movement.SUM;
      if (sum ? latest.isPresent() : delta.signum() != 0) {
        throw new IllegalArgumentException(
            type.name() + "." + column.name() + " is moved as " + column.movement());
      }
    }
  }

  /** What a change does to a column: a delta, or the newest value where there is one. */
  Optional<BigDecimal> moved(BalanceChange change, int column) {
    Column declared = type.columns().get(column);
    return declared.movement() == Movement.SUM
        ? Optional.of(scaled(declared, change.deltas().get(column)))
        : change.latest().get(column).map(value -> scaled(declared, value));
  }

  private BigDecimal scaled(Column column, BigDecimal value) {
    if (value.signum() != 0
        && (long) value.precision() - value.scale()
            > Attribute.DECIMAL_PRECISION - column.scale()) {
      throw new IllegalArgumentException(
          type.name() + "." + column.name() + " holds 24 digits, found more");
    }
    try {
      return value.setScale(column.scale(), RoundingMode.UNNECESSARY);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          type.name() + "." + column.name() + " has scale " + column.scale() + ", found " + value,
          e);
    }
  }

  /** What a balance becomes. */
  BalanceRow after(BalanceRow before, BalanceChange change, long version) {
    List<BigDecimal> values = new ArrayList<>();
    for (int i = 0; i < type.columns().size(); i++) {
      BigDecimal held = before.values().get(i);
      Optional<BigDecimal> moved = moved(change, i);
      boolean sum = type.columns().get(i).movement() == Movement.SUM;
      values.add(sum ? held.add(moved.orElseThrow()) : moved.orElse(held));
    }
    return new BalanceRow(type.name(), change.key(), version, values);
  }

  /** Tells whether the floors that a change names hold. */
  boolean holds(BalanceChange change, BalanceRow after) {
    for (String name : change.floors()) {
      Floor floor = type.floor(name);
      BigDecimal level = BigDecimal.ZERO;
      for (String column : floor.plus()) {
        level = level.add(after.values().get(type.column(column)));
      }
      for (String column : floor.minus()) {
        level = level.subtract(after.values().get(type.column(column)));
      }
      if (level.signum() < 0) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether a row goes away exactly when the change says so. */
  boolean endsAsSaid(BalanceChange change, BalanceRow after) {
    return change.vanishes() == (type.deleteWhenZero() && after.isZero());
  }
}
