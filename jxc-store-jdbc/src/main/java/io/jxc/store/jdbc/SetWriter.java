package io.jxc.store.jdbc;

import io.jxc.spi.store.BalanceChange;
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

  private static final String VERSION = "version";

  /** The protocol numbers parameters in 16 bits. */
  private static final int PARAMETERS = 60_000;

  /** Characters of the values of one statement, unless a single row takes more. */
  private static final long CHARACTERS = 2L << 20;

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
  public void insert(Table table, List<@Nullable Object[]> rows) throws SQLException {
    String start = start(table);
    String row = tuple(table.columns().size());
    int from = 0;
    while (from < rows.size()) {
      int to = end(rows, from, PARAMETERS / table.columns().size());
      List<@Nullable Object[]> chunk = rows.subList(from, to);
      String sql = start + repeated(row, chunk.size(), ", ");
      runner.run(new Sql(sql, chunk, chunk.size()));
      from = to;
    }
  }

  /** The end of a chunk that stays within the bounds of a statement. */
  private static int end(List<@Nullable Object[]> rows, int from, int most) {
    long characters = 0;
    int to = from;
    while (to < rows.size() && to - from < most) {
      for (Object value : rows.get(to)) {
        characters += Literals.most(value);
      }
      if (to > from && characters > CHARACTERS) {
        break;
      }
      to++;
    }
    return to;
  }

  @Override
  public int delete(
      Table table, List<String> key, List<String> guard, List<@Nullable Object[]> rows)
      throws SQLException {
    int sum = 0;
    for (int from = 0; from < rows.size(); from += KEYS) {
      List<@Nullable Object[]> chunk = rows.subList(from, Math.min(rows.size(), from + KEYS));
      sum += deleteChunk(table, key, guard, chunk);
    }
    return sum;
  }

  /**
   * Three statements for any number of rows. A changed row that has a version is found by it; one
   * that has none goes and comes again.
   */
  @Override
  public boolean exchange(List<String> guard, Exchange rows) throws SQLException {
    boolean versioned = guard.equals(List.of(VERSION));
    Exchange plain = versioned ? rows : rows.asGoneAndCome();
    Table table = plain.table();
    if (!plain.gone().isEmpty()
        && delete(table, table.primaryKey(), guard, plain.gone()) != plain.gone().size()) {
      return false;
    }
    if (!plain.changed().isEmpty() && !change(table, plain.changed())) {
      return false;
    }
    if (!plain.come().isEmpty()) {
      insert(table, plain.come());
    }
    return true;
  }

  /** Changes rows that are there in the version each was read in. */
  private boolean change(Table table, List<Exchange.Changed> changed) throws SQLException {
    int version = table.position(VERSION);
    List<@Nullable Object[]> rows = new ArrayList<>(changed.size());
    for (Exchange.Changed row : changed) {
      @Nullable Object[] expected = row.is().clone();
      expected[version] = row.was()[row.was().length - 1];
      rows.add(expected);
    }
    List<String> sets =
        new ArrayList<>(List.of("version = IF(version = VALUES(version), ?, version)"));
    for (Column column : table.columns()) {
      String name = column.name();
      if (!name.equals(VERSION) && !table.primaryKey().contains(name)) {
        sets.add(
            name
                + " = IF(version = ? OR version = VALUES(version), VALUES("
                + (name + "), " + name + ")"));
      }
    }
    @Nullable Object[] versions = new @Nullable Object[sets.size()];
    Arrays.fill(versions, changed.get(0).is()[version]);
    return change(table, rows, String.join(", ", sets), versions) == rows.size();
  }

  private int deleteChunk(
      Table table, List<String> key, List<String> guard, List<@Nullable Object[]> rows)
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
    return runner.run(new Sql(sql, values, rows.size()));
  }

  @Override
  public int move(BalanceTable table, byte[] tenant, List<BalanceChange> changes, long version)
      throws SQLException {
    int moved = 0;
    for (BalanceMoves moves : BalanceMoves.of(table, changes)) {
      @Nullable Object[] versions = new @Nullable Object[moves.versions()];
      Arrays.fill(versions, version);
      moved += change(table.table(), moves.rows(tenant), moves.whenThere(), versions);
    }
    return moved;
  }

  /**
   * Inserts rows that are there already and says what becomes of them: each is found by the primary
   * key, where a join with the changes costs more than twice as much. A row that changes counts
   * twice, one that would be new once, one that stays as it is less than twice: only if all change
   * is the sum what is expected.
   *
   * @param sets what becomes of a row; servers differ in whether a column that was assigned before
   *     has its old or its new value by then, so a row whose version is the new one has passed
   * @param places the values of its places
   * @return how many rows changed; 0 if it was not all of them
   */
  private int change(
      Table table, List<@Nullable Object[]> rows, String sets, @Nullable Object[] places)
      throws SQLException {
    int width = table.columns().size();
    int changed = 0;
    int from = 0;
    while (from < rows.size()) {
      int to = end(rows, from, (PARAMETERS - places.length) / width);
      List<@Nullable Object[]> values = new ArrayList<>(rows.subList(from, to));
      values.add(places);
      String sql =
          start(table)
              + repeated(tuple(width), to - from, ", ")
              + (" ON DUPLICATE KEY UPDATE " + sets);
      changed += runner.run(new Sql(sql, values, 2 * (to - from)));
      from = to;
    }
    return changed == 2 * rows.size() ? rows.size() : 0;
  }

  private static String start(Table table) {
    return "INSERT INTO "
        + table.name()
        + table.columns().stream().map(Column::name).collect(Collectors.joining(", ", " (", ")"))
        + " VALUES ";
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
