package io.jxc.store.jdbc;

import io.jxc.spi.store.Chain;
import io.jxc.spi.store.Lease;
import io.jxc.spi.store.Names;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Leases by the database's clock: a node whose own clock runs wrong takes nothing from others. */
final class Leases {
  private static final int NAME_BYTES = 200;

  private final Database database;

  Leases(Database database) {
    this.database = database;
  }

  private record Row(Optional<Lease> held, long now) {}

  Optional<Lease> take(String name, String holder, Duration timeToLive) {
    if (timeToLive.isNegative()) {
      throw new IllegalArgumentException("a time to live is not negative, found " + timeToLive);
    }
    require("lease", name);
    require("holder", holder);
    try (Handle handle = database.write()) {
      Connection connection = handle.getConnection();
      Row row = lock(connection, name);
      Optional<Lease> taken = next(row, name, holder, timeToLive);
      if (taken.isPresent()) {
        update(connection, taken.get());
        connection.commit();
      }
      return taken;
    } catch (SQLException e) {
      throw SqlErrors.of("lease " + name, e);
    }
  }

  private static void require(String what, String text) {
    if (text.isEmpty() || Names.utf8Length(text) > NAME_BYTES) {
      throw new IllegalArgumentException(what + " takes 1.." + NAME_BYTES + " bytes");
    }
  }

  private static Optional<Lease> next(Row row, String name, String holder, Duration timeToLive) {
    boolean same = row.held().filter(held -> held.holder().equals(holder)).isPresent();
    boolean busy =
        row.held().filter(held -> Chain.micros(held.expiresAt()) > row.now()).isPresent();
    if (busy && !same) {
      return Optional.empty();
    }
    long token = row.held().map(Lease::token).orElse(0L) + (same ? 0 : 1);
    Instant until = Chain.instant(row.now()).plus(timeToLive);
    return Optional.of(new Lease(name, holder, token, Chain.instant(Chain.micros(until))));
  }

  /** Locks the lease; a new one is inserted first, as nobody's. */
  private Row lock(Connection connection, String name) throws SQLException {
    Optional<Row> found = select(connection, name);
    if (found.isEmpty()) {
      insert(connection, name);
      found = select(connection, name);
    }
    return found.orElseThrow(() -> new SQLException("lease " + name + " is gone", "40001"));
  }

  private Optional<Row> select(Connection connection, String name) throws SQLException {
    String sql =
        "SELECT holder, token, expires_at, "
            + database.dialect().nowMicros()
            + " FROM jxc_lease WHERE name = ? FOR UPDATE";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Binder.bind(statement, 1, Names.utf8(name));
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        String holder = new String(row.getBytes(1), StandardCharsets.UTF_8);
        Lease lease = new Lease(name, holder, row.getLong(2), Chain.instant(row.getLong(3)));
        return Optional.of(
            new Row(holder.isEmpty() ? Optional.empty() : Optional.of(lease), row.getLong(4)));
      }
    }
  }

  private static void insert(Connection connection, String name) throws SQLException {
    String sql = "INSERT INTO jxc_lease (name, holder, token, expires_at) VALUES (?, ?, 0, 0)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Binder.bind(statement, 1, Names.utf8(name));
      Binder.bind(statement, 2, new byte[0]);
      statement.executeUpdate();
    } catch (SQLException e) {
      if (!SqlErrors.duplicate(e)) {
        throw e;
      }
      // Somebody was quicker; a new transaction sees the row.
      connection.rollback();
    }
  }

  private static void update(Connection connection, Lease lease) throws SQLException {
    String sql = "UPDATE jxc_lease SET holder = ?, token = ?, expires_at = ? WHERE name = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Binder.bind(statement, 1, Names.utf8(lease.holder()));
      Binder.bind(statement, 2, lease.token());
      Binder.bind(statement, 3, Chain.micros(lease.expiresAt()));
      Binder.bind(statement, 4, Names.utf8(lease.name()));
      statement.executeUpdate();
    }
  }
}
