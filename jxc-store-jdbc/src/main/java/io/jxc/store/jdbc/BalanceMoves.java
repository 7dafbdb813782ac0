package io.jxc.store.jdbc;

import io.jxc.spi.store.BalanceChange;
import io.jxc.spi.store.BalanceType;
import io.jxc.spi.store.BalanceType.Floor;
import io.jxc.spi.store.BalanceType.Movement;
import io.jxc.spi.store.Names;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Moves of balances of one type that are written alike: they demand the same floors and tell the
 * same LATEST columns. Only the columns that one of them moves are named.
 */
final class BalanceMoves {
  private final BalanceTable table;
  private final BalanceType type;
  private final List<BalanceChange> changes;
  private final List<Integer> touched;
  private final List<Floor> floors;

  private BalanceMoves(BalanceTable table, List<BalanceChange> changes) {
    this.table = table;
    this.type = table.type();
    this.changes = changes;
    this.touched =
        IntStream.range(0, type.columns().size())
            .filter(i -> changes.stream().anyMatch(change -> moves(change, i)))
            .boxed()
            .toList();
    Set<String> demanded = changes.get(0).floors();
    this.floors = type.floors().stream().filter(floor -> demanded.contains(floor.name())).toList();
  }

  /** What changes have in common that are written alike. */
  private record Shape(Set<String> floors, List<Boolean> latest) {
    static Shape of(BalanceChange change) {
      return new Shape(change.floors(), change.latest().stream().map(Optional::isPresent).toList());
    }
  }

  /** Groups changes by how they are written: few groups, whatever the number of changes. */
  static Collection<BalanceMoves> of(BalanceTable table, List<BalanceChange> changes) {
    Map<Shape, List<BalanceChange>> groups = new LinkedHashMap<>();
    changes.forEach(
        change -> groups.computeIfAbsent(Shape.of(change), s -> new ArrayList<>()).add(change));
    return groups.values().stream().map(group -> new BalanceMoves(table, group)).toList();
  }

  private static boolean moves(BalanceChange change, int column) {
    return change.deltas().get(column).signum() != 0 || change.latest().get(column).isPresent();
  }

  /** The dimensions as bytes. */
  static List<byte[]> key(BalanceChange change) {
    return change.key().dimensions().stream().map(Names::utf8).toList();
  }

  // ---- all of them in one statement, as rows that are there already

  /** Key, expected version, and by what each column moves: zero where it is left alone. */
  List<@Nullable Object[]> rows(byte[] tenant) {
    List<@Nullable Object[]> rows = new ArrayList<>(changes.size());
    for (BalanceChange change : changes) {
      List<@Nullable Object> row = new ArrayList<>(table.table().columns().size());
      row.add(tenant);
      row.addAll(key(change));
      row.add(change.expectedVersion());
      for (int i = 0; i < type.columns().size(); i++) {
        row.add(table.moved(change, i).orElse(BigDecimal.ZERO));
      }
      rows.add(row.toArray());
    }
    return rows;
  }

  /** How many places {@link #whenThere} has, all for the new version. */
  int versions() {
    return 1 + touched.size();
  }

  /** What becomes of a row that is there: it moves if it has its version and keeps its floors. */
  String whenThere() {
    List<String> conditions = new ArrayList<>(List.of("version = VALUES(version)"));
    conditions.addAll(kept(i -> "VALUES(" + column(i) + ")"));
    String holds = String.join(" AND ", conditions);
    List<String> sets = new ArrayList<>(List.of("version = IF(" + holds + ", ?, version)"));
    for (int i : touched) {
      String moved = after(i, "VALUES(" + column(i) + ")");
      sets.add(
          column(i) + " = IF(version = ? OR (" + holds + "), " + moved + ", " + column(i) + ")");
    }
    return String.join(", ", sets);
  }

  // ---- one by one

  /** The statement that moves one balance. */
  String single() {
    List<String> sets = new ArrayList<>(List.of("version = ?"));
    touched.forEach(i -> sets.add(column(i) + " = " + after(i, place(i))));
    List<String> conditions = new ArrayList<>(List.of("tenant = ?"));
    table.dimensions().forEach(dimension -> conditions.add(dimension + " = ?"));
    conditions.add("version = ?");
    conditions.addAll(kept(this::place));
    return "UPDATE "
        + table.table().name()
        + (" SET " + String.join(", ", sets))
        + (" WHERE " + String.join(" AND ", conditions));
  }

  /** The values of {@link #single} for each of them, in the order of its places. */
  List<@Nullable Object[]> singleRows(byte[] tenant, long version) {
    List<@Nullable Object[]> rows = new ArrayList<>(changes.size());
    changes.forEach(change -> rows.add(singleRow(tenant, change, version)));
    return rows;
  }

  private @Nullable Object[] singleRow(byte[] tenant, BalanceChange change, long version) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(version);
    addMoves(touched, change, row);
    row.add(tenant);
    row.addAll(key(change));
    row.add(change.expectedVersion());
    for (Floor floor : floors) {
      addMoves(columns(floor).stream().filter(touched::contains).toList(), change, row);
    }
    if (type.deleteWhenZero()) {
      addMoves(touched, change, row);
    }
    return row.toArray();
  }

  private void addMoves(List<Integer> some, BalanceChange change, List<@Nullable Object> row) {
    some.forEach(i -> row.add(table.moved(change, i).orElse(null)));
  }

  private String place(int column) {
    return "CAST(? AS DECIMAL(24, " + type.columns().get(column).scale() + "))";
  }

  // ---- expressions

  /** Gives the expression of what a column is moved by. */
  private interface MovedBy {
    String of(int column);
  }

  /** What must hold: the floors, and that a row of zeros would be said to vanish. */
  private List<String> kept(MovedBy moved) {
    List<String> conditions = new ArrayList<>();
    floors.forEach(floor -> conditions.add(level(floor, moved) + " >= 0"));
    if (type.deleteWhenZero()) {
      conditions.add(notAllZero(moved));
    }
    return conditions;
  }

  /** What a column holds afterwards, given the expression of what it is moved by. */
  private String after(int column, String moved) {
    if (!touched.contains(column)) {
      return column(column);
    }
    return type.columns().get(column).movement() == Movement.SUM
        ? column(column) + " + " + moved
        : moved;
  }

  private List<Integer> columns(Floor floor) {
    List<Integer> positions = new ArrayList<>();
    floor.plus().forEach(column -> positions.add(type.column(column)));
    floor.minus().forEach(column -> positions.add(type.column(column)));
    return positions;
  }

  private String level(Floor floor, MovedBy moved) {
    StringBuilder level = new StringBuilder("0");
    floor.plus().forEach(name -> level.append(" + (").append(after(name, moved)).append(')'));
    floor.minus().forEach(name -> level.append(" - (").append(after(name, moved)).append(')'));
    return level.toString();
  }

  private String after(String name, MovedBy moved) {
    int column = type.column(name);
    return after(column, moved.of(column));
  }

  private String notAllZero(MovedBy moved) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < type.columns().size(); i++) {
      parts.add(after(i, moved.of(i)) + " <> 0");
    }
    return "(" + String.join(" OR ", parts) + ")";
  }

  private String column(int position) {
    return table.column(type.columns().get(position).name());
  }
}
