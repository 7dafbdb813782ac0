package io.jxc.store.jdbc;

import io.jxc.spi.store.BalanceChange;
import io.jxc.spi.store.BalanceType;
import io.jxc.spi.store.BalanceType.Floor;
import io.jxc.spi.store.BalanceType.Movement;
import io.jxc.spi.store.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Moves of balances of one type, as parts of a statement: only the columns that one of them moves
 * are named, and only the floors that one of them demands.
 */
final class BalanceMoves {
  private final BalanceTable table;
  private final BalanceType type;
  private final List<Integer> touched;
  private final List<Floor> floors;

  private BalanceMoves(BalanceTable table, List<BalanceChange> changes) {
    this.table = table;
    this.type = table.type();
    this.touched =
        IntStream.range(0, type.columns().size())
            .filter(i -> changes.stream().anyMatch(change -> moves(change, i)))
            .boxed()
            .toList();
    this.floors =
        type.floors().stream()
            .filter(floor -> changes.stream().anyMatch(c -> c.floors().contains(floor.name())))
            .toList();
  }

  /** What these changes have in common. */
  static BalanceMoves of(BalanceTable table, List<BalanceChange> changes) {
    return new BalanceMoves(table, changes);
  }

  private static boolean moves(BalanceChange change, int column) {
    return change.deltas().get(column).signum() != 0 || change.latest().get(column).isPresent();
  }

  /** The dimensions as bytes. */
  static List<byte[]> key(BalanceChange change) {
    return change.key().dimensions().stream().map(Names::utf8).toList();
  }

  BalanceTable table() {
    return table;
  }

  // ---- the changes as a table x, joined with the balances b

  /** Places of a change, each with its type and name. */
  List<String> typed() {
    List<String> places = new ArrayList<>();
    for (int i = 0; i < type.dimensions().size(); i++) {
      places.add("CAST(? AS BINARY) AS _k" + i);
    }
    places.add("CAST(? AS SIGNED) AS _v");
    touched.forEach(i -> places.add("CAST(? AS " + decimal(i) + ") AS _p" + i));
    for (int i = 0; i < floors.size(); i++) {
      places.add("CAST(? AS SIGNED) AS _f" + i);
    }
    return places;
  }

  /** How many places a change has. */
  int width() {
    return type.dimensions().size() + 1 + touched.size() + floors.size();
  }

  /** A change in the order of its places. */
  @Nullable Object[] row(BalanceChange change) {
    List<@Nullable Object> row = new ArrayList<>(width());
    row.addAll(key(change));
    row.add(change.expectedVersion());
    touched.forEach(i -> row.add(table.moved(change, i).orElse(null)));
    floors.forEach(floor -> row.add(change.floors().contains(floor.name()) ? 1 : 0));
    return row.toArray();
  }

  /** How a change finds its balance. */
  List<String> keyed() {
    List<String> on = new ArrayList<>();
    for (int i = 0; i < type.dimensions().size(); i++) {
      on.add("b." + table.dimensions().get(i) + " = x._k" + i);
    }
    return on;
  }

  /** What becomes of the columns that are moved. */
  List<String> sets() {
    return touched.stream().map(i -> "b." + column(i) + " = " + after(i, "x._p" + i)).toList();
  }

  /** What must hold: the version, the floors, and that a row of zeros would be said to vanish. */
  List<String> conditions() {
    List<String> conditions = new ArrayList<>(List.of("b.version = x._v"));
    for (int i = 0; i < floors.size(); i++) {
      String level = level(floors.get(i), column -> after(column, "x._p" + column));
      conditions.add("(x._f" + i + " = 0 OR " + level + " >= 0)");
    }
    if (type.deleteWhenZero()) {
      conditions.add(notAllZero(column -> after(column, "x._p" + column)));
    }
    return conditions;
  }

  // ---- one change by itself

  /** The statement that moves one balance. */
  String single() {
    List<String> sets = new ArrayList<>(List.of("version = ?"));
    touched.forEach(i -> sets.add(column(i) + " = " + afterPlace(i)));
    List<String> conditions = new ArrayList<>(List.of("tenant = ?"));
    table.dimensions().forEach(dimension -> conditions.add(dimension + " = ?"));
    conditions.add("version = ?");
    floors.forEach(
        floor -> conditions.add("(? = 0 OR " + level(floor, this::afterPlace) + " >= 0)"));
    if (type.deleteWhenZero()) {
      conditions.add(notAllZero(this::afterPlace));
    }
    return "UPDATE "
        + table.table().name()
        + (" SET " + String.join(", ", sets))
        + (" WHERE " + String.join(" AND ", conditions));
  }

  /** The values of {@link #single}, in the order of its places. */
  @Nullable Object[] singleRow(byte[] tenant, BalanceChange change, long version) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(version);
    touched.forEach(i -> row.add(table.moved(change, i).orElse(null)));
    row.add(tenant);
    row.addAll(key(change));
    row.add(change.expectedVersion());
    for (Floor floor : floors) {
      row.add(change.floors().contains(floor.name()) ? 1 : 0);
      columns(floor).stream()
          .filter(touched::contains)
          .forEach(i -> row.add(table.moved(change, i).orElse(null)));
    }
    if (type.deleteWhenZero()) {
      touched.forEach(i -> row.add(table.moved(change, i).orElse(null)));
    }
    return row.toArray();
  }

  private String afterPlace(int column) {
    return after(column, "CAST(? AS " + decimal(column) + ")");
  }

  // ---- expressions

  private interface After {
    String of(int column);
  }

  /** What a column holds afterwards, given the expression of what it is moved by. */
  private String after(int column, String moved) {
    if (!touched.contains(column)) {
      return column(column);
    }
    return type.columns().get(column).movement() == Movement.SUM
        ? column(column) + " + " + moved
        : "COALESCE(" + moved + ", " + column(column) + ")";
  }

  private List<Integer> columns(Floor floor) {
    List<Integer> positions = new ArrayList<>();
    floor.plus().forEach(column -> positions.add(type.column(column)));
    floor.minus().forEach(column -> positions.add(type.column(column)));
    return positions;
  }

  private String level(Floor floor, After after) {
    StringBuilder level = new StringBuilder("0");
    floor.plus().forEach(c -> level.append(" + (").append(after.of(type.column(c))).append(')'));
    floor.minus().forEach(c -> level.append(" - (").append(after.of(type.column(c))).append(')'));
    return level.toString();
  }

  private String notAllZero(After after) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < type.columns().size(); i++) {
      parts.add(after.of(i) + " <> 0");
    }
    return "(" + String.join(" OR ", parts) + ")";
  }

  private String column(int position) {
    return table.column(type.columns().get(position).name());
  }

  private String decimal(int position) {
    return "DECIMAL(24, " + type.columns().get(position).scale() + ")";
  }
}
