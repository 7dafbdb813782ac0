package io.jxc.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two pools of our own, one for each use, so that a connection is set up once in its life and a
 * transaction costs no statement but its own.
 */
final class OwnConnections implements Connections {
  private static final Logger LOG = LoggerFactory.getLogger(OwnConnections.class);
  private static final int WRITERS = 4;
  private static final int READERS = 8;
  private static final Duration WAIT = Duration.ofSeconds(10);

  private final Product product;
  private final HikariDataSource writers;
  private final HikariDataSource readers;

  /**
   * Opens the pools.
   *
   * @param url JDBC address without our options
   * @param options the driver's options, user and password among them
   */
  OwnConnections(String url, Properties options) {
    // Open until the pools are: an embedded database would close in between.
    try (Connection first = DriverManager.getConnection(url, options)) {
      this.product = Product.of(first);
      this.writers = new HikariDataSource(writing(url, options));
      try {
        this.readers = new HikariDataSource(reading(url, options));
      } catch (RuntimeException e) {
        writers.close();
        throw e;
      }
    } catch (SQLException e) {
      throw SqlErrors.of("open " + url.replaceAll("[?;].*", ""), e);
    }
  }

  private HikariConfig writing(String url, Properties options) {
    HikariConfig write = config(url, options, "jxc-write", WRITERS);
    if (product != Product.H2) {
      write.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    }
    if (product != Product.MYSQL) {
      write.setConnectionInitSql(product.setLimits());
    }
    return write;
  }

  private HikariConfig reading(String url, Properties options) {
    HikariConfig read = config(url, options, "jxc-read", READERS);
    if (product == Product.H2) {
      read.setConnectionInitSql(
          "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SNAPSHOT");
    } else {
      read.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
      read.setReadOnly(true);
    }
    return read;
  }

  private static HikariConfig config(String url, Properties options, String name, int size) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setDataSourceProperties(options);
    config.setPoolName(name);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(WAIT.toMillis());
    config.setAutoCommit(false);
    return config;
  }

  @Override
  public Product product() {
    return product;
  }

  @Override
  public Connection write() throws SQLException {
    Connection connection = writers.getConnection();
    if (product == Product.MYSQL) {
      // For the length of the transaction only: an idle connection in the pool may wait longer.
      HostConnections.execute(connection, product.setLimits());
    }
    return connection;
  }

  @Override
  public Connection read() throws SQLException {
    return readers.getConnection();
  }

  @Override
  public void release(Connection connection) {
    try (connection) {
      if (!connection.isClosed() && product == Product.MYSQL && !connection.isReadOnly()) {
        connection.rollback();
        HostConnections.execute(connection, "SET SESSION wait_timeout = DEFAULT");
      }
    } catch (SQLException e) {
      // The pool drops a broken connection, and the server rolls it back.
      LOG.debug("a connection could not be given back in order", e);
    }
  }

  @Override
  public void close() {
    try {
      readers.close();
    } finally {
      writers.close();
    }
  }
}
