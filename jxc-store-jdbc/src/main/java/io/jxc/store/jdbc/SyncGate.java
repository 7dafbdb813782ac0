package io.jxc.store.jdbc;

import io.jxc.api.TenantId;
import io.jxc.api.error.OutcomeUnknownException;
import io.jxc.api.error.StorageException;
import io.jxc.spi.store.Durability;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The end of a commit on an embedded database that has to be told to write it: COMMIT, then {@code
 * CHECKPOINT SYNC} for the disk, or {@code CHECKPOINT} for the operating system. Between the two,
 * snapshots of the tenant wait, so that nobody acts on what a crash could still take back. A failed
 * sync closes the gate until the store is reopened.
 */
final class SyncGate {
  private static final int STRIPES = 64;

  private final String statement;
  private final ReadWriteLock[] stripes = new ReadWriteLock[STRIPES];
  private volatile @Nullable Throwable down;

  private SyncGate(String statement) {
    this.statement = statement;
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new ReentrantReadWriteLock();
    }
  }

  /** The gate of a store: a server writes by itself, and everything is let through. */
  static SyncGate of(Product product, Durability durability) {
    return new SyncGate(product == Product.H2 ? statement(durability) : "");
  }

  /** What makes H2 write what was committed. */
  static String statement(Durability durability) {
    return durability == Durability.POWER_LOSS ? "CHECKPOINT SYNC" : "CHECKPOINT";
  }

  /** Commits, and syncs where that is needed. */
  void commit(Connection connection, TenantId tenant, UUID blockId) throws SQLException {
    if (statement.isEmpty()) {
      connection.commit();
      return;
    }
    Lock lock = stripe(tenant).writeLock();
    lock.lock();
    try {
      check();
      connection.commit();
      sync(connection, blockId);
    } finally {
      lock.unlock();
    }
  }

  private void sync(Connection connection, UUID blockId) {
    try {
      HostConnections.execute(connection, statement);
    } catch (SQLException e) {
      down = e;
      throw OutcomeUnknownException.ofBlock(blockId, e);
    }
  }

  /** Takes a snapshot that shows only what is synced. */
  <T> T snapshot(TenantId tenant, Supplier<T> taking) {
    if (statement.isEmpty()) {
      return taking.get();
    }
    Lock lock = stripe(tenant).readLock();
    lock.lock();
    try {
      check();
      return taking.get();
    } finally {
      lock.unlock();
    }
  }

  /** Refuses when a sync has failed. */
  void check() {
    Throwable cause = down;
    if (cause != null) {
      throw StorageException.failed("the disk refused a commit: reopen the store", cause);
    }
  }

  private ReadWriteLock stripe(TenantId tenant) {
    return stripes[Math.floorMod(tenant.hashCode(), STRIPES)];
  }
}
