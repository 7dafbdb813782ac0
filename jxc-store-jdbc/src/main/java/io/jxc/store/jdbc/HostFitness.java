package io.jxc.store.jdbc;

import io.jxc.api.error.HostTransactionException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Whether a connection of the host can be joined: an open transaction on the store's database. */
final class HostFitness {
  private HostFitness() {}

  /**
   * Refuses a connection that cannot be joined.
   *
   * @param place where the store's own connections lead to, see {@link #place}
   */
  static void require(Connection connection, Product product, String place) {
    try {
      if (connection.isClosed()) {
        throw HostTransactionException.unfit("its connection is closed");
      }
      if (connection.getAutoCommit()) {
        throw HostTransactionException.unfit(
            "its connection has autoCommit=true, so there is none: begin it first");
      }
      if (connection.isReadOnly()) {
        throw HostTransactionException.unfit("it is read-only");
      }
      Product found = Product.of(connection);
      if (found != product || !place(connection, found).equals(place)) {
        throw HostTransactionException.unfit(
            "it is on another database than the store, which is on " + product + " " + place);
      }
    } catch (SQLException e) {
      throw SqlErrors.of("look at the host's transaction", e);
    }
  }

  /** Names the database that a connection leads to. */
  static String place(Connection connection, Product product) throws SQLException {
    String query = product == Product.H2 ? "SELECT DATABASE_PATH()" : "SELECT DATABASE()";
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet row = statement.executeQuery()) {
      String name = row.next() ? row.getString(1) : "";
      return name == null ? "" : name;
    }
  }
}
