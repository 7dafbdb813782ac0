package io.jxc.store.jdbc;

import io.jxc.api.error.StorageException;
import io.jxc.spi.store.Durability;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings that would lose data silently: found at start, by what the connection does. */
final class ServerChecks {
  private static final Logger LOG = LoggerFactory.getLogger(ServerChecks.class);

  private ServerChecks() {}

  /** Checks a connection and returns what its commits survive, if committed as wanted. */
  static Durability check(Connection connection, Product product, Durability wanted)
      throws SQLException {
    Durability found = product == Product.H2 ? h2(connection, wanted) : server(connection, wanted);
    connection.rollback();
    return found;
  }

  private static Durability h2(Connection connection, Durability wanted) throws SQLException {
    if (text(connection, "SELECT DATABASE_PATH()").isEmpty()) {
      throw StorageException.misconfigured(
          "an in-memory H2 keeps nothing: use a file, or the memory store");
    }
    String writing = SyncGate.statement(wanted);
    try {
      HostConnections.execute(connection, writing);
    } catch (SQLException e) {
      throw StorageException.misconfigured(
          writing + " is refused (it needs ADMIN rights): " + e.getMessage());
    }
    return wanted;
  }

  private static Durability server(Connection connection, Durability wanted) throws SQLException {
    if (!text(connection, "SELECT @@SESSION.sql_mode").contains("STRICT_")) {
      throw StorageException.misconfigured(
          "the server would cut values that do not fit: sql_mode needs STRICT_TRANS_TABLES");
    }
    refuseEmulation(connection);
    String flush = text(connection, "SELECT @@GLOBAL.innodb_flush_log_at_trx_commit");
    if (!flush.equals("1")) {
      LOG.warn(
          "innodb_flush_log_at_trx_commit is {}: a power cut takes acknowledged commits", flush);
      return Durability.PROCESS_CRASH;
    }
    return wanted;
  }

  /**
   * A driver that prepares on the client what the server refused goes on in a transaction that the
   * server has given up: half of a commit would be stored as if it were whole. Seen by asking for
   * the impossible.
   */
  private static void refuseEmulation(Connection connection) throws SQLException {
    long before = prepared(connection);
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT nothing FROM jxc_no_such_table WHERE x = ?")) {
      boolean asked = prepared(connection) > before;
      if (asked && statement != null) {
        throw StorageException.misconfigured(
            "the driver hides refused statements: set emulateUnsupportedPstmts=false");
      }
    } catch (SQLException e) {
      LOG.debug("the driver tells refused statements", e);
    }
  }

  private static long prepared(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW SESSION STATUS LIKE 'Com_stmt_prepare'")) {
      return row.next() ? row.getLong(2) : 0;
    }
  }

  /**
   * Requires that an update tells the rows it found, not those it changed: commits are judged by
   * these counts. Run when the tables are there.
   */
  static void requireFoundRows(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      int found = statement.executeUpdate("UPDATE jxc_schema SET number = number WHERE number = 1");
      connection.rollback();
      if (found != 1) {
        throw StorageException.misconfigured(
            "the driver counts changed rows, not found ones: set useAffectedRows=false");
      }
    }
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      String text = row.next() ? row.getString(1) : "";
      return text == null ? "" : text;
    }
  }
}
