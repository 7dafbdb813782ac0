package io.jxc.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
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
  private final String place;

  Database(Connections connections) {
    this.connections = connections;
    this.reading = jdbi(connections::release, connections::read);
    this.writing = jdbi(connections::release, connections::write);
    try (Handle handle = write()) {
      Connection connection = handle.getConnection();
      this.place = HostFitness.place(connection, product());
      this.trips = dialect() == Dialect.MYSQL && Trip.possible(connection);
    } catch (SQLException e) {
      throw SqlErrors.of("name the database", e);
    }
  }

  /** Tells whether connections for writing take several statements in one message. */
  boolean takesTrips() {
    return trips;
  }

  private interface Source {
    Connection open() throws SQLException;
  }

  private static Jdbi jdbi(Consumer<Connection> release, Source source) {
    Jdbi jdbi =
        Jdbi.create(
            new ConnectionFactory() {
              @Override
              public Connection openConnection() throws SQLException {
                return source.open();
              }

              @Override
              public void closeConnection(Connection connection) {
                release.accept(connection);
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

  /** Names the database, to tell whether somebody else's connection leads there, too. */
  String place() {
    return place;
  }

  /** A handle on a connection of somebody else: closing it leaves the connection as it is. */
  Handle on(Connection connection) {
    return open(jdbi(kept -> {}, () -> connection));
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
