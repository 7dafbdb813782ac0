package io.jxc.store.jdbc;

import io.jxc.spi.store.BalanceChange;
import io.jxc.spi.store.BalanceType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows by statements that hold all of them, so that the number of round trips does not grow
 * with the number of rows.
 */
final class SetWriter implements RowWriter {
  /** Keys in one IN: more, and the optimizer leaves the index. */
  static final int KEYS = 512;

  private static final int ROWS = 512;

  /** The protocol numbers parameters in 16 bits. */
  private static final int PARAMETERS = 60_000;

  private static final long BYTES = 4L << 20;

  @Override
  public void insert(Connection connection, Table table, List<@Nullable Object[]> rows)
      throws SQLException {
    String columns = table.columns().stream().map(Column::name).collect(Collectors.joining(", "));
    String start = "INSERT INTO " + table.name() + " (" + columns + ") VALUES ";
    String row = tuple(table.columns().size());
    int from = 0;
    while (from < rows.size()) {
      int to = end(rows, from, PARAMETERS / table.columns().size());
      List<@Nullable Object[]> chunk = rows.subList(from, to);
      run(connection, start + repeated(row, chunk.size(), ", "), chunk);
      from = to;
    }
  }

  /** The end of a chunk that stays within the bounds of a statement. */
  private static int end(List<@Nullable Object[]> rows, int from, int most) {
    long bytes = 0;
    int to = from;
    while (to < rows.size() && to - from < most && bytes < BYTES) {
      for (Object value : rows.get(to)) {
        bytes += value instanceof byte[] array ? array.length : 16;
      }
      to++;
    }
    return to;
  }

  @Override
  public int delete(
      Connection connection,
      Table table,
      List<String> key,
      List<String> guard,
      List<@Nullable Object[]> rows)
      throws SQLException {
    int sum = 0;
    for (int from = 0; from < rows.size(); from += KEYS) {
      List<@Nullable Object[]> chunk = rows.subList(from, Math.min(rows.size(), from + KEYS));
      sum += deleteChunk(connection, table, key, guard, chunk);
    }
    return sum;
  }

  /** Two statements for any number of rows: a server counts round trips more than rows. */
  @Override
  public boolean exchange(Connection connection, List<String> guard, Exchange rows)
      throws SQLException {
    Exchange plain = rows.asGoneAndCome();
    Table table = plain.table();
    if (!plain.gone().isEmpty()
        && delete(connection, table, table.primaryKey(), guard, plain.gone())
            != plain.gone().size()) {
      return false;
    }
    if (!plain.come().isEmpty()) {
      insert(connection, table, plain.come());
    }
    return true;
  }

  private static int deleteChunk(
      Connection connection,
      Table table,
      List<String> key,
      List<String> guard,
      List<@Nullable Object[]> rows)
      throws SQLException {
    List<@Nullable Object[]> values = new ArrayList<>();
    for (@Nullable Object[] row : rows) {
      values.add(Arrays.copyOf(row, key.size()));
    }
    String sql = "DELETE FROM " + table.name() + " WHERE " + in(key, rows.size());
    if (!guard.isEmpty()) {
      // A second condition: the index is found by the first one alone.
      List<String> guarded = new ArrayList<>(key);
      guarded.addAll(guard);
      sql += " AND " + in(guarded, rows.size());
      values.addAll(rows);
    }
    return run(connection, sql, values);
  }

  @Override
  public int move(
      Connection connection,
      BalanceTable table,
      byte[] tenant,
      List<BalanceChange> changes,
      long version)
      throws SQLException {
    int sum = 0;
    for (int from = 0; from < changes.size(); from += ROWS) {
      List<BalanceChange> chunk = changes.subList(from, Math.min(changes.size(), from + ROWS));
      List<@Nullable Object[]> values = new ArrayList<>(chunk.size() + 1);
      chunk.forEach(change -> values.add(moveRow(table, change)));
      values.add(new Object[] {tenant, version});
      sum += run(connection, moveSql(table, chunk.size()), values);
    }
    return sum;
  }

  private static @Nullable Object[] moveRow(BalanceTable table, BalanceChange change) {
    List<@Nullable Object> row = new ArrayList<>();
    BalanceMoves.key(change).forEach(row::add);
    row.add(change.expectedVersion());
    for (int i = 0; i < table.type().columns().size(); i++) {
      row.add(table.moved(change, i).orElse(null));
    }
    for (BalanceType.Floor floor : table.type().floors()) {
      row.add(change.floors().contains(floor.name()) ? 1 : 0);
    }
    return row.toArray();
  }

  /**
   * A join with the changes as a table: linear in their number, unlike CASE. STRAIGHT_JOIN looks
   * each change up by the primary key and never walks the balances.
   */
  private static String moveSql(BalanceTable table, int rows) {
    BalanceType type = table.type();
    StringBuilder first = new StringBuilder("SELECT ");
    for (int i = 0; i < type.dimensions().size(); i++) {
      first.append("CAST(? AS BINARY) AS _k").append(i).append(", ");
    }
    first.append("CAST(? AS SIGNED) AS _v");
    for (int i = 0; i < type.columns().size(); i++) {
      int scale = type.columns().get(i).scale();
      first.append(", CAST(? AS DECIMAL(24, ").append(scale).append(")) AS _p").append(i);
    }
    for (int i = 0; i < type.floors().size(); i++) {
      first.append(", CAST(? AS SIGNED) AS _f").append(i);
    }
    String changes = repeated(first.toString(), rows, " UNION ALL ");
    List<String> sets = new ArrayList<>();
    List<String> on = new ArrayList<>(List.of("b.tenant = ?"));
    List<String> conditions = new ArrayList<>(List.of("b.version = x._v"));
    sets.add("b.version = ?");
    for (int i = 0; i < type.dimensions().size(); i++) {
      on.add("b." + table.dimensions().get(i) + " = x._k" + i);
    }
    for (int i = 0; i < type.columns().size(); i++) {
      String column = table.column(type.columns().get(i).name());
      sets.add(
          "b." + column + " = " + BalanceMoves.after(table, type.columns().get(i), "x._p" + i));
    }
    for (int i = 0; i < type.floors().size(); i++) {
      String level = BalanceMoves.level(table, type.floors().get(i), c -> "x._p" + c);
      conditions.add("(x._f" + i + " = 0 OR " + level + " >= 0)");
    }
    if (type.deleteWhenZero()) {
      conditions.add(BalanceMoves.notAllZero(table, c -> "x._p" + c));
    }
    return "UPDATE ("
        + changes
        + ") x STRAIGHT_JOIN "
        + table.table().name()
        + (" b ON " + String.join(" AND ", on))
        + (" SET " + String.join(", ", sets))
        + (" WHERE " + String.join(" AND ", conditions));
  }

  /** {@code (a, b) IN ((?, ?), …)}. */
  static String in(List<String> columns, int rows) {
    return "("
        + String.join(", ", columns)
        + ") IN ("
        + repeated(tuple(columns.size()), rows, ", ")
        + ")";
  }

  private static String tuple(int width) {
    return "(" + repeated("?", width, ", ") + ")";
  }

  private static String repeated(String part, int times, String between) {
    return String.join(between, Collections.nCopies(times, part));
  }

  private static int run(Connection connection, String sql, List<@Nullable Object[]> rows)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int position = 1;
      for (@Nullable Object[] row : rows) {
        for (Object value : row) {
          Binder.bind(statement, position++, value);
        }
      }
      return statement.executeUpdate();
    }
  }
}
