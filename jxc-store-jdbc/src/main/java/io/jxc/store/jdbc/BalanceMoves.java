package io.jxc.store.jdbc;

import io.jxc.spi.store.BalanceChange;
import io.jxc.spi.store.BalanceType;
import io.jxc.spi.store.BalanceType.Floor;
import io.jxc.spi.store.BalanceType.Movement;
import io.jxc.spi.store.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Expressions over what a balance holds and what it is moved by. */
final class BalanceMoves {
  private BalanceMoves() {}

  /** The dimensions as bytes. */
  static List<byte[]> key(BalanceChange change) {
    return change.key().dimensions().stream().map(Names::utf8).toList();
  }

  /** What a column holds afterwards, given the expression of what it is moved by. */
  static String after(BalanceTable table, BalanceType.Column column, String moved) {
    String name = table.column(column.name());
    String typed = "CAST(" + moved + " AS DECIMAL(24, " + column.scale() + "))";
    return column.movement() == Movement.SUM
        ? name + " + " + typed
        : "COALESCE(" + typed + ", " + name + ")";
  }

  /** Positions of a floor's columns, in the order in which {@link #level} names them. */
  static List<Integer> floorColumns(BalanceType type, Floor floor) {
    List<Integer> positions = new ArrayList<>();
    floor.plus().forEach(column -> positions.add(type.column(column)));
    floor.minus().forEach(column -> positions.add(type.column(column)));
    return positions;
  }

  /** What a floor measures afterwards. */
  static String level(BalanceTable table, Floor floor, IntFunction<String> moved) {
    StringBuilder level = new StringBuilder("0");
    for (String column : floor.plus()) {
      level.append(" + (").append(afterAt(table, table.type().column(column), moved)).append(')');
    }
    for (String column : floor.minus()) {
      level.append(" - (").append(afterAt(table, table.type().column(column), moved)).append(')');
    }
    return level.toString();
  }

  /** A condition: the row does not end at zero, or it would have to vanish. */
  static String notAllZero(BalanceTable table, IntFunction<String> moved) {
    return IntStream.range(0, table.type().columns().size())
        .mapToObj(i -> afterAt(table, i, moved) + " <> 0")
        .collect(Collectors.joining(" OR ", "(", ")"));
  }

  private static String afterAt(BalanceTable table, int column, IntFunction<String> moved) {
    return after(table, table.type().columns().get(column), moved.apply(column));
  }
}
