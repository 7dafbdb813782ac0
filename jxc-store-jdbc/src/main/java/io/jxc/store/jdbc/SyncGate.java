package io.jxc.store.jdbc;

import io.jxc.api.TenantId;
import io.jxc.api.error.OutcomeUnknownException;
import io.jxc.api.error.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The end of a commit on an embedded database that has to be told to reach the disk: COMMIT, then
 * {@code CHECKPOINT SYNC}. Between the two, snapshots of the tenant wait, so that nobody acts on
 * what a power cut could still take back. A failed sync closes the gate until the store is
 * reopened.
 */
final class SyncGate {
  private static final int STRIPES = 64;

  private final boolean syncing;
  private final ReadWriteLock[] stripes = new ReadWriteLock[STRIPES];
  private volatile @Nullable Throwable down;

  /** Makes a gate; without syncing, it lets everything through. */
  SyncGate(boolean syncing) {
    this.syncing = syncing;
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new ReentrantReadWriteLock();
    }
  }

  boolean syncing() {
    return syncing;
  }

  /** Commits, and syncs where that is needed. */
  void commit(Connection connection, TenantId tenant, UUID blockId) throws SQLException {
    if (!syncing) {
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
      HostConnections.execute(connection, "CHECKPOINT SYNC");
    } catch (SQLException e) {
      down = e;
      throw OutcomeUnknownException.ofBlock(blockId, e);
    }
  }

  /** Takes a snapshot that shows only what is synced. */
  <T> T snapshot(TenantId tenant, Supplier<T> taking) {
    if (!syncing) {
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
