package io.jxc.examples.host;

import io.jxc.examples.TemporaryFolder;
import io.jxc.store.jdbc.testing.TestDatabases;
import io.jxc.store.jdbc.testing.TestDatabases.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A new database that an application shares with JXC. */
interface Place extends AutoCloseable {
  String url();

  String user();

  String password();

  /** The class that gives the driver's connections to a transaction manager. */
  String xaSource();

  @Override
  void close();

  /** An H2 file, open as long as the place is. */
  static Place h2() {
    return new OnH2();
  }

  /** A database of the MySQL protocol. */
  static Place mysql() {
    return new OnServer(TestDatabases.fresh());
  }

  /** A file in a folder of its own. */
  final class OnH2 implements Place {
    private final TemporaryFolder folder = TemporaryFolder.create();
    private final Connection open;

    private OnH2() {
      try {
        open = DriverManager.getConnection(url(), user(), password());
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public String url() {
      return "jdbc:h2:async:" + folder.path().resolve("erp");
    }

    @Override
    public String user() {
      return "erp";
    }

    @Override
    public String password() {
      return "secret";
    }

    @Override
    public String xaSource() {
      return "org.h2.jdbcx.JdbcDataSource";
    }

    @Override
    public void close() {
      try {
        open.close();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      folder.close();
    }
  }

  /** A database of the test server. */
  record OnServer(Database database) implements Place {
    @Override
    public String url() {
      return database.url();
    }

    @Override
    public String user() {
      return database.user();
    }

    @Override
    public String password() {
      return database.password();
    }

    @Override
    public String xaSource() {
      return "com.mysql.cj.jdbc.MysqlXADataSource";
    }

    @Override
    public void close() {
      try (Connection connection = database.connect()) {
        connection.createStatement().execute("DROP DATABASE " + connection.getCatalog());
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
