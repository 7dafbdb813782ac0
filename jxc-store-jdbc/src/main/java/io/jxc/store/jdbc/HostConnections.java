package io.jxc.store.jdbc;

import io.jxc.api.error.StorageException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host's pool. Each connection is checked and set up when it is borrowed and put back as it
 * was; the pool itself stays the host's.
 */
final class HostConnections implements Connections {
  private static final Logger LOG = LoggerFactory.getLogger(HostConnections.class);

  private final DataSource source;
  private final Product product;
  private final Map<Connection, Before> borrowed =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /** How a connection was when it was borrowed; limits are empty for reading. */
  private record Before(int isolation, boolean readOnly, List<Long> limits) {}

  /**
   * Takes the host's source.
   *
   * @throws StorageException when its connections belong to somebody else's transaction
   */
  HostConnections(DataSource source) {
    refuseTransactionAware(source);
    this.source = source;
    this.product = probe();
  }

  private static void refuseTransactionAware(DataSource source) {
    for (Class<?> type = source.getClass(); type != null; type = type.getSuperclass()) {
      if (type.getSimpleName().startsWith("TransactionAware")) {
        throw StorageException.misconfigured(
            "a transaction-aware DataSource would commit JXC's work with somebody else's: hand in"
                + " the one behind "
                + type.getName());
      }
    }
  }

  private Product probe() {
    try (Connection first = plain();
        Connection second = plain()) {
      Product found = Product.of(first);
      if (session(found, first) == session(found, second)) {
        throw StorageException.misconfigured(
            "the DataSource gave one database session twice: JXC needs connections of its own");
      }
      return found;
    } catch (SQLException e) {
      throw SqlErrors.of("borrow two connections", e);
    }
  }

  private static long session(Product product, Connection connection) throws SQLException {
    String query = product == Product.H2 ? "SELECT SESSION_ID()" : "SELECT CONNECTION_ID()";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** A connection that is nobody's transaction. */
  private Connection plain() throws SQLException {
    Connection connection = source.getConnection();
    if (!connection.getAutoCommit()) {
      connection.close();
      throw StorageException.misconfigured(
          "the DataSource gives connections with autoCommit=false: commits would be lost or be"
              + " somebody else's; set autoCommit=true");
    }
    return connection;
  }

  @Override
  public Product product() {
    return product;
  }

  @Override
  public Connection write() throws SQLException {
    Connection connection = plain();
    try {
      List<Long> limits = product.limits(connection);
      remember(connection, new Before(connection.getTransactionIsolation(), false, limits));
      execute(connection, product.setLimits());
      isolate(connection, Connection.TRANSACTION_READ_COMMITTED);
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      release(connection);
      throw e;
    }
  }

  @Override
  public Connection read() throws SQLException {
    Connection connection = plain();
    try {
      boolean readOnly = connection.isReadOnly();
      remember(connection, new Before(connection.getTransactionIsolation(), readOnly, List.of()));
      isolate(connection, product.snapshotIsolation());
      if (!readOnly) {
        connection.setReadOnly(true);
      }
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      release(connection);
      throw e;
    }
  }

  private void remember(Connection connection, Before before) {
    borrowed.put(connection, before);
  }

  private static void isolate(Connection connection, int level) throws SQLException {
    if (connection.getTransactionIsolation() != level) {
      connection.setTransactionIsolation(level);
    }
  }

  @Override
  public void release(Connection connection) {
    Before before = borrowed.remove(connection);
    try (connection) {
      if (before != null && !connection.isClosed()) {
        restore(connection, before);
      }
    } catch (SQLException e) {
      // What cannot be put back as it was must not go on in the host's pool.
      LOG.warn("a borrowed connection is broken off: {}", e.getMessage());
      abort(connection);
    }
  }

  private void restore(Connection connection, Before before) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    if (connection.isReadOnly() != before.readOnly()) {
      connection.setReadOnly(before.readOnly());
    }
    isolate(connection, before.isolation());
    if (!before.limits().isEmpty()) {
      execute(connection, product.setLimits(before.limits()));
    }
  }

  private static void abort(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      LOG.debug("a broken connection could not be broken off", e);
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    // The pool is the host's.
  }
}
