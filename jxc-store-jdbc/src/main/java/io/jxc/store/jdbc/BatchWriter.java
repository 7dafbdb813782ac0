package io.jxc.store.jdbc;

import io.jxc.spi.store.BalanceChange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes rows as JDBC batches of one short statement: what an embedded database likes best. */
final class BatchWriter implements RowWriter {
  private final Connection connection;

  BatchWriter(Connection connection) {
    this.connection = connection;
  }

  @Override
  public void insert(Table table, List<@Nullable Object[]> rows) throws SQLException {
    String columns = table.columns().stream().map(Column::name).collect(Collectors.joining(", "));
    String places = String.join(", ", Collections.nCopies(table.columns().size(), "?"));
    run("INSERT INTO " + table.name() + " (" + columns + ") VALUES (" + places + ")", rows);
  }

  @Override
  public int delete(
      Table table, List<String> key, List<String> guard, List<@Nullable Object[]> rows)
      throws SQLException {
    List<String> columns = new ArrayList<>(key);
    columns.addAll(guard);
    String sql =
        "DELETE FROM " + table.name() + " WHERE " + String.join(" = ? AND ", columns) + " = ?";
    return run(sql, rows);
  }

  /** A changed row is updated: indexes whose columns stay as they are keep their entries. */
  @Override
  public boolean exchange(List<String> guard, Exchange rows) throws SQLException {
    Table table = rows.table();
    List<String> key = table.primaryKey();
    if (!rows.gone().isEmpty() && delete(table, key, guard, rows.gone()) != rows.gone().size()) {
      return false;
    }
    if (!rows.changed().isEmpty()
        && update(table, guard, rows.changed()) != rows.changed().size()) {
      return false;
    }
    if (!rows.come().isEmpty()) {
      insert(table, rows.come());
    }
    return true;
  }

  private int update(Table table, List<String> guard, List<Exchange.Changed> rows)
      throws SQLException {
    List<String> conditions = new ArrayList<>(table.primaryKey());
    conditions.addAll(guard);
    List<String> sets = new ArrayList<>();
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      String column = table.columns().get(i).name();
      if (!table.primaryKey().contains(column)) {
        sets.add(column + " = ?");
        positions.add(i);
      }
    }
    List<@Nullable Object[]> values = new ArrayList<>(rows.size());
    for (Exchange.Changed row : rows) {
      List<@Nullable Object> places = new ArrayList<>();
      positions.forEach(position -> places.add(row.is()[position]));
      places.addAll(Arrays.asList(row.was()));
      values.add(places.toArray());
    }
    String sql =
        "UPDATE "
            + table.name()
            + (" SET " + String.join(", ", sets))
            + (" WHERE " + String.join(" = ? AND ", conditions) + " = ?");
    return run(sql, values);
  }

  @Override
  public int move(BalanceTable table, byte[] tenant, List<BalanceChange> changes, long version)
      throws SQLException {
    int moved = 0;
    for (BalanceMoves moves : BalanceMoves.of(table, changes)) {
      moved += run(moves.single(), moves.singleRows(tenant, version));
    }
    return moved;
  }

  private int run(String sql, List<@Nullable Object[]> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (@Nullable Object[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          Binder.bind(statement, i + 1, row[i]);
        }
        statement.addBatch();
      }
      int sum = 0;
      for (int count : statement.executeBatch()) {
        sum += count;
      }
      return sum;
    }
  }
}
