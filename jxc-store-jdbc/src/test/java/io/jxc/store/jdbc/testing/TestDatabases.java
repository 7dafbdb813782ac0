package io.jxc.store.jdbc.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Databases of the MySQL protocol for tests. The server is, in this order: the one that {@code
 * -Djxc.test.mysql.url} names (with {@code jxc.test.mysql.user} and {@code .password}); {@code
 * mariadbd} or {@code mysqld} of the PATH, in a folder and on a port of its own; a MariaDB from the
 * class path. One that does not start fails the test: nothing is skipped.
 *
 * <p>A database that was given back is emptied and used again, which is much cheaper than new
 * tables.
 */
public final class TestDatabases {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Map<String, Deque<String>> IDLE = new HashMap<>();

  private TestDatabases() {}

  /**
   * A database on the test server.
   *
   * @param url its address, without options
   * @param user who may do everything
   * @param password of the user, often empty
   * @param tables key of the tables it has, under which it is used again
   */
  public record Database(String url, String user, String password, String tables)
      implements AutoCloseable {
    /** Opens a connection of one's own. */
    public Connection connect() throws SQLException {
      return DriverManager.getConnection(url, user, password);
    }

    /** Empties the database and gives it back for the next test. */
    @Override
    public void close() {
      try (Connection connection = connect()) {
        empty(connection);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      synchronized (IDLE) {
        IDLE.computeIfAbsent(tables, key -> new ArrayDeque<>()).push(url);
      }
    }
  }

  /** Work on a new database: makes its tables. */
  public interface Preparation {
    /** Makes the tables. */
    void prepare(Database database) throws SQLException;
  }

  /**
   * Starts a server of the same kind for one test alone, which may kill and start it. It runs
   * beside the test server, also where that one is given by its address.
   *
   * @param home an empty folder for all that it keeps
   * @param settings options of the server, in addition to those of the test server
   */
  public static ServerProcess ownServer(Path home, List<String> settings) {
    return TestServer.another(home, settings);
  }

  /** Returns a database without any table. */
  public static Database fresh() {
    ServerAddress server = TestServer.address();
    String name = "jxc_test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
    } catch (SQLException e) {
      throw new IllegalStateException("create a database on the test server", e);
    }
    return new Database(server.database(name), server.user(), server.password(), name);
  }

  /**
   * Returns an empty database with tables: one that was given back under the same key, or a new
   * one.
   */
  public static Database withTables(String tables, Preparation preparation) {
    synchronized (IDLE) {
      Deque<String> idle = IDLE.getOrDefault(tables, new ArrayDeque<>());
      if (!idle.isEmpty()) {
        ServerAddress server = TestServer.address();
        return new Database(idle.pop(), server.user(), server.password(), tables);
      }
    }
    Database made = fresh();
    try {
      preparation.prepare(made);
    } catch (SQLException e) {
      throw new IllegalStateException("make the tables of " + tables, e);
    }
    return new Database(made.url(), made.user(), made.password(), tables);
  }

  private static void empty(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet row =
          statement.executeQuery(
              "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                  + " AND table_name NOT LIKE 'jxc_schema%'")) {
        while (row.next()) {
          tables.add(row.getString(1));
        }
      }
      for (String table : tables) {
        statement.execute("DELETE FROM " + table);
      }
    }
    connection.commit();
  }
}
