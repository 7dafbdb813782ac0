package io.jxc.store.jdbc;

import io.jxc.api.error.StorageException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The database products, and how each bounds the waiting and idling of a writing session. */
enum Product {
  H2(Dialect.H2, List.of("LOCK_TIMEOUT()"), List.of(5_000L)),
  MARIADB(
      Dialect.MYSQL,
      List.of("@@SESSION.innodb_lock_wait_timeout", "@@SESSION.idle_transaction_timeout"),
      List.of(5L, 12L)),
  // MySQL ends idle sessions only, whether in a transaction or not.
  MYSQL(
      Dialect.MYSQL,
      List.of("@@SESSION.innodb_lock_wait_timeout", "@@SESSION.wait_timeout"),
      List.of(5L, 12L));

  private final Dialect dialect;
  private final List<String> limits;
  private final List<Long> values;

  Product(Dialect dialect, List<String> limits, List<Long> values) {
    this.dialect = dialect;
    this.limits = limits;
    this.values = values;
  }

  Dialect dialect() {
    return dialect;
  }

  /**
   * Tells what a connection leads to. Servers answer with odd names and versions (a MariaDB as
   * MySQL 5.5.5): only the word in the version counts.
   */
  static Product of(Connection connection) throws SQLException {
    DatabaseMetaData data = connection.getMetaData();
    String name = data.getDatabaseProductName();
    String version = data.getDatabaseProductVersion();
    if (name.equals("H2")) {
      return H2;
    }
    if (name.contains("MariaDB") || version.contains("MariaDB")) {
      return MARIADB;
    }
    if (name.contains("MySQL")) {
      return MYSQL;
    }
    throw StorageException.misconfigured("H2, MySQL or MariaDB is needed, found " + name);
  }

  /** Reads the session's limits. */
  List<Long> limits(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT " + String.join(", ", limits));
        ResultSet row = statement.executeQuery()) {
      row.next();
      List<Long> found = new ArrayList<>();
      for (int i = 1; i <= limits.size(); i++) {
        found.add(row.getLong(i));
      }
      return found;
    }
  }

  /** The statement that sets the limits of writing sessions. */
  String setLimits() {
    return setLimits(values);
  }

  /** The statement that sets the session's limits to values read before. */
  String setLimits(List<Long> wanted) {
    if (this == H2) {
      return "SET LOCK_TIMEOUT " + wanted.get(0);
    }
    List<String> settings = new ArrayList<>();
    for (int i = 0; i < limits.size(); i++) {
      settings.add(limits.get(i) + " = " + wanted.get(i));
    }
    return "SET " + String.join(", ", settings);
  }

  /**
   * Bounds the wait for a row in a session that is the host's.
   *
   * @return what it was; empty where it is bounded by other means
   */
  Optional<Long> lockWait(Connection connection) throws SQLException {
    if (this == H2) {
      return Optional.empty();
    }
    long before = limits(connection).get(0);
    HostConnections.execute(connection, "SET " + limits.get(0) + " = " + values.get(0));
    return Optional.of(before);
  }

  /** Gives the host its patience back. */
  void restoreLockWait(Connection connection, Optional<Long> before) throws SQLException {
    if (before.isPresent()) {
      HostConnections.execute(connection, "SET " + limits.get(0) + " = " + before.get());
    }
  }

  /** The isolation level under which all reads of a transaction show one moment. */
  int snapshotIsolation() {
    // H2 has a level of its own: its REPEATABLE READ fixes each table when it is first read.
    return this == H2 ? 6 : Connection.TRANSACTION_REPEATABLE_READ;
  }
}
