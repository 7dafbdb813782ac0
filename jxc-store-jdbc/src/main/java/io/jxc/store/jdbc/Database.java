package io.jxc.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;

/** The database behind a store: handles for reading and for writing. */
final class Database implements AutoCloseable {
  private final Connections connections;
  private final Jdbi reading;
  private final Jdbi writing;
  private final boolean trips;

  Database(Connections connections) {
    this.connections = connections;
    this.reading = jdbi(connections, connections::read);
    this.writing = jdbi(connections, connections::write);
    this.trips = dialect() == Dialect.MYSQL && tripsPossible();
  }

  private boolean tripsPossible() {
    try (Handle handle = write()) {
      return Trip.possible(handle.getConnection());
    }
  }

  /** Tells whether connections for writing take several statements in one message. */
  boolean takesTrips() {
    return trips;
  }

  private interface Source {
    Connection open() throws SQLException;
  }

  private static Jdbi jdbi(Connections connections, Source source) {
    Jdbi jdbi =
        Jdbi.create(
            new ConnectionFactory() {
              @Override
              public Connection openConnection() throws SQLException {
                return source.open();
              }

              @Override
              public void closeConnection(Connection connection) {
                connections.release(connection);
              }
            });
    // Transactions are ended here, never by a framework.
    jdbi.getConfig(Handles.class).setForceEndTransactions(false);
    jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
    return jdbi;
  }

  Product product() {
    return connections.product();
  }

  Dialect dialect() {
    return connections.product().dialect();
  }

  /** Opens a handle whose reads show one moment. */
  Handle read() {
    return open(reading);
  }

  /** Opens a handle for a transaction; closing it rolls back what was not committed. */
  Handle write() {
    return open(writing);
  }

  private static Handle open(Jdbi jdbi) {
    try {
      return jdbi.open();
    } catch (ConnectionException e) {
      throw SqlErrors.of("connect", e);
    }
  }

  @Override
  public void close() {
    connections.close();
  }
}
