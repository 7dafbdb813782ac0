package io.jxc.store.jdbc;

import io.jxc.spi.store.BalanceChange;
import java.sql.Connection;
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

  /** The protocol numbers parameters in 16 bits. */
  private static final int PARAMETERS = 60_000;

  private static final long BYTES = 1L << 20;

  private final Sql.Runner runner;

  /**
   * Writes through a runner.
   *
   * @param runner runs the statements at once, or keeps them
   */
  SetWriter(Sql.Runner runner) {
    this.runner = runner;
  }

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
      String sql = start + repeated(row, chunk.size(), ", ");
      runner.run(connection, new Sql(sql, chunk, chunk.size()));
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

  private int deleteChunk(
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
    return runner.run(connection, new Sql(sql, values, rows.size()));
  }

  @Override
  public int move(
      Connection connection,
      BalanceTable table,
      byte[] tenant,
      List<BalanceChange> changes,
      long version)
      throws SQLException {
    int moved = 0;
    for (BalanceMoves moves : BalanceMoves.of(table, changes)) {
      moved += move(connection, table, moves, moves.rows(tenant), version);
    }
    return moved;
  }

  /**
   * Inserts rows that are there already and tells what becomes of them: each is found by the
   * primary key, where a join with the changes costs more than twice as much. A row that moves
   * counts twice, one that would be new once, one that stays as it is less than twice: only if all
   * move is the sum what is expected.
   */
  private int move(
      Connection connection,
      BalanceTable table,
      BalanceMoves moves,
      List<@Nullable Object[]> rows,
      long version)
      throws SQLException {
    List<String> columns = moves.columns();
    String start =
        "INSERT INTO " + table.table().name() + " (" + String.join(", ", columns) + ") VALUES ";
    String row = tuple(columns.size());
    @Nullable Object[] versions = new @Nullable Object[moves.versions()];
    Arrays.fill(versions, version);
    int changed = 0;
    int from = 0;
    while (from < rows.size()) {
      int to = end(rows, from, (PARAMETERS - versions.length) / columns.size());
      List<@Nullable Object[]> values = new ArrayList<>(rows.subList(from, to));
      values.add(versions);
      String sql =
          start
              + repeated(row, to - from, ", ")
              + (" ON DUPLICATE KEY UPDATE " + moves.whenThere());
      changed += runner.run(connection, new Sql(sql, values, 2 * (to - from)));
      from = to;
    }
    return changed == 2 * rows.size() ? rows.size() : 0;
  }

  /**
   * {@code (a, b) IN ((?, ?), …)}; of one row {@code a = ? AND b = ?}: MariaDB deletes by a list of
   * one row without the index, looking at every row of the table.
   */
  static String in(List<String> columns, int rows) {
    if (rows == 1) {
      return String.join(" = ? AND ", columns) + " = ?";
    }
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
}
