package io.jxc.store.jdbc;

import io.jxc.api.error.StorageException;
import io.jxc.spi.store.Durability;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings that would lose data silently: found at start, by what the connection does. */
final class ServerChecks {
  private static final Logger LOG = LoggerFactory.getLogger(ServerChecks.class);

  /** A message of a commit has 2 MB, and a row that does not fit any more comes on top. */
  private static final long LEAST_PACKET = 4L << 20;

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
    Map<String, String> settings = settings(connection);
    refuse(settings);
    refuseEmulation(connection);
    if (on(settings, "read_only")) {
      LOG.warn("the server is read-only: commands fail until it is not, or another one is used");
    }
    return durability(settings, wanted);
  }

  private static void refuse(Map<String, String> settings) {
    if (!settings.getOrDefault("sql_mode", "").contains("STRICT_")) {
      throw StorageException.misconfigured(
          "the server would cut values that do not fit: sql_mode needs STRICT_TRANS_TABLES");
    }
    for (String set : List.of("character_set_client", "character_set_connection")) {
      String found = settings.getOrDefault(set, "");
      if (!found.equals("utf8mb4")) {
        throw StorageException.misconfigured(
            "characters would be lost: " + set + " is " + found + ", set characterEncoding=UTF-8");
      }
    }
    String isolation =
        settings.getOrDefault("transaction_isolation", settings.getOrDefault("tx_isolation", ""));
    if (!isolation.equals("READ-COMMITTED")) {
      throw StorageException.misconfigured(
          "a writing session asked for READ-COMMITTED and has " + isolation);
    }
    if (on(settings, "log_bin") && settings.getOrDefault("binlog_format", "").equals("STATEMENT")) {
      throw StorageException.misconfigured(
          "binlog_format=STATEMENT refuses writes under READ-COMMITTED: use ROW or MIXED");
    }
    long packet = Long.parseLong(settings.getOrDefault("max_allowed_packet", "0"));
    if (packet < LEAST_PACKET) {
      throw StorageException.misconfigured(
          "max_allowed_packet is " + packet + ": large commits need " + LEAST_PACKET + " or more");
    }
  }

  private static Durability durability(Map<String, String> settings, Durability wanted) {
    String flush = settings.getOrDefault("innodb_flush_log_at_trx_commit", "");
    if (!flush.equals("1")) {
      LOG.warn(
          "innodb_flush_log_at_trx_commit is {}: a power cut takes acknowledged commits", flush);
      return Durability.PROCESS_CRASH;
    }
    String sync = settings.getOrDefault("sync_binlog", "");
    if (on(settings, "log_bin") && !sync.equals("1")) {
      LOG.warn("sync_binlog is {}: a power cut takes acknowledged commits", sync);
      return Durability.PROCESS_CRASH;
    }
    return wanted;
  }

  private static boolean on(Map<String, String> settings, String name) {
    String value = settings.getOrDefault(name, "");
    return value.equals("ON") || value.equals("1");
  }

  /** The settings of the session as far as they matter; those of another product are absent. */
  private static Map<String, String> settings(Connection connection) throws SQLException {
    Map<String, String> settings = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SHOW SESSION VARIABLES WHERE Variable_name IN ('sql_mode',"
                    + " 'character_set_client', 'character_set_connection',"
                    + " 'transaction_isolation', 'tx_isolation', 'log_bin', 'binlog_format',"
                    + " 'sync_binlog', 'innodb_flush_log_at_trx_commit', 'max_allowed_packet',"
                    + " 'read_only')")) {
      while (row.next()) {
        settings.put(row.getString(1).toLowerCase(Locale.ROOT), row.getString(2));
      }
    }
    return settings;
  }

  /**
   * Requires that texts are kept as they are: a table that somebody has converted to a smaller
   * character set loses characters, and another collation finds what is not equal.
   */
  static void requireCharacters(Connection connection, List<Table> tables) throws SQLException {
    Set<String> ours = tables.stream().map(Table::name).collect(Collectors.toSet());
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT table_name, column_name, collation_name FROM information_schema.columns"
                    + " WHERE table_schema = DATABASE() AND collation_name <> 'utf8mb4_bin'")) {
      while (row.next()) {
        if (ours.contains(row.getString(1).toLowerCase(Locale.ROOT))) {
          throw StorageException.schema(
              row.getString(1)
                  + ("." + row.getString(2) + " is " + row.getString(3))
                  + ": convert the table to utf8mb4 with utf8mb4_bin");
        }
      }
    }
    connection.rollback();
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
    } catch (SQLException e) {
      connection.rollback();
      if (!SqlErrors.readOnly(e)) {
        throw e;
      }
      LOG.debug("what an update counts is not known of a read-only server", e);
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
