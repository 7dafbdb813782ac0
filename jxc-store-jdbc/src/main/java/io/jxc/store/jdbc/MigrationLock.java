package io.jxc.store.jdbc;

import io.jxc.api.error.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to migrate: a row with a holder and a term by the database's clock. A database lock
 * would end with the first DDL statement; the term ends by itself when a node dies.
 */
final class MigrationLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MigrationLock.class);
  private static final Duration TERM = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Connection connection;
  private final String now;
  private final String holder = UUID.randomUUID().toString();

  private MigrationLock(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.now = dialect.nowMicros();
  }

  /** Waits for the lock. */
  static MigrationLock take(Connection connection, Dialect dialect) throws SQLException {
    MigrationLock lock = new MigrationLock(connection, dialect);
    lock.seed();
    long start = System.nanoTime();
    while (!lock.update("AND (holder = ? OR expires_at < " + lock.now + ")", TERM)) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw StorageException.schema("another node has been migrating for too long");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return lock;
  }

  private void seed() throws SQLException {
    String insert = "INSERT INTO jxc_schema_lock (id, holder, expires_at) VALUES (1, '', 0)";
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      statement.executeUpdate();
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      if (!SqlErrors.duplicate(e)) {
        throw e;
      }
    }
  }

  /** Extends the term, or stops when somebody has taken over. */
  void renew() throws SQLException {
    if (!update("AND holder = ?", TERM)) {
      throw StorageException.schema("another node has taken over the migration");
    }
  }

  private boolean update(String condition, Duration term) throws SQLException {
    String sql =
        "UPDATE jxc_schema_lock SET holder = ?, expires_at = "
            + (now + " + ? WHERE id = 1 " + condition);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Binder.bind(statement, 1, holder);
      Binder.bind(statement, 2, term.toNanos() / 1_000);
      Binder.bind(statement, 3, holder);
      boolean held = statement.executeUpdate() == 1;
      connection.commit();
      return held;
    }
  }

  @Override
  public void close() {
    try {
      connection.rollback();
      update("AND holder = ?", TERM.negated());
    } catch (SQLException e) {
      LOG.warn("the migration lock ends with its term: {}", e.getMessage());
    }
  }
}
