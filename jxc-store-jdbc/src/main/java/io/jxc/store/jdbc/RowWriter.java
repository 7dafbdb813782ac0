package io.jxc.store.jdbc;

import io.jxc.spi.store.BalanceChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes many rows of a table at once, in the form that the database takes best. */
interface RowWriter {
  /** Inserts rows; values in the order of the table's columns. */
  void insert(Table table, List<@Nullable Object[]> rows) throws SQLException;

  /**
   * Deletes rows that have a key and, beside it, the guarding values.
   *
   * @param key columns of an index from its first on
   * @param guard further columns that must be equal
   * @param rows values of both, in order
   * @return how many rows there were
   */
  int delete(Table table, List<String> key, List<String> guard, List<@Nullable Object[]> rows)
      throws SQLException;

  /**
   * Makes the rows of a table what they shall be.
   *
   * @param guard columns that must be equal beside the primary key, or nothing is as expected
   * @return whether each row that goes or changes was there
   */
  boolean exchange(List<String> guard, Exchange rows) throws SQLException;

  /**
   * Moves balances that have the expected version and keep their floors.
   *
   * @return how many there were
   */
  int move(BalanceTable table, byte[] tenant, List<BalanceChange> changes, long version)
      throws SQLException;

  /** The writer of a dialect, which writes at once. */
  static RowWriter of(Dialect dialect, Connection connection) {
    return dialect == Dialect.H2
        ? new BatchWriter(connection)
        : new SetWriter(statement -> statement.run(connection));
  }
}
