package io.jxc.store.jdbc;

import io.jxc.api.TenantId;
import io.jxc.api.error.OutcomeUnknownException;
import io.jxc.api.error.StorageException;
import io.jxc.spi.store.Durability;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The end of a commit on an embedded database that has to be told to write it: COMMIT, then {@code
 * CHECKPOINT SYNC} for the disk, or {@code CHECKPOINT} for the operating system. Between the two,
 * snapshots of the tenant wait, so that nobody acts on what a crash could still take back. What was
 * or may have been committed without that, by a transaction of the host or when the answer to
 * COMMIT was lost, is synced before anybody is told of it. A failed sync closes the gate until the
 * store is reopened.
 */
final class SyncGate {
  private static final int STRIPES = 64;

  private final String statement;
  private final ReadWriteLock[] stripes = new ReadWriteLock[STRIPES];

  private final Map<TenantId, Unsynced> unsynced = new ConcurrentHashMap<>();

  private volatile @Nullable Throwable down;

  /**
   * From the first to the last of these sequences a tenant's head may be one that is not synced.
   */
  private record Unsynced(long first, long last) {
    Unsynced with(Unsynced other) {
      return new Unsynced(Math.min(first, other.first), Math.max(last, other.last));
    }
  }

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

  /**
   * Commits, and syncs where that is needed.
   *
   * @param sequence where the tenant's head is then
   */
  void commit(Connection connection, TenantId tenant, long sequence, UUID blockId)
      throws SQLException {
    if (statement.isEmpty()) {
      connection.commit();
      return;
    }
    Lock lock = stripe(tenant).writeLock();
    // H2 stops waiting for what its own threads write when it is interrupted, and does not say so
    boolean interrupted = Thread.interrupted();
    lock.lock();
    try {
      check();
      reaches(tenant, sequence);
      connection.commit();
      try {
        sync(connection);
      } catch (SQLException e) {
        throw OutcomeUnknownException.ofBlock(blockId, e);
      }
      synced(tenant, sequence);
    } finally {
      lock.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void sync(Connection connection) throws SQLException {
    try {
      HostConnections.execute(connection, statement);
    } catch (SQLException e) {
      down = e;
      throw e;
    }
  }

  /** Notes that a transaction which perhaps nobody syncs may bring a tenant to a sequence. */
  void reaches(TenantId tenant, long sequence) {
    if (!statement.isEmpty()) {
      unsynced.merge(tenant, new Unsynced(sequence, sequence), Unsynced::with);
    }
  }

  /** Tells whether what a tenant has at a sequence has to be synced before it may be told. */
  boolean isOpen(TenantId tenant, long sequence) {
    Unsynced found = unsynced.get(tenant);
    return found != null && sequence >= found.first();
  }

  /**
   * Syncs what a tenant has at a sequence if that is still to be done.
   *
   * @param connection any: all that is committed is synced
   */
  void settle(TenantId tenant, long sequence, Connection connection) {
    if (!isOpen(tenant, sequence)) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    try {
      sync(connection);
      synced(tenant, sequence);
    } catch (SQLException e) {
      check();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void synced(TenantId tenant, long sequence) {
    unsynced.computeIfPresent(
        tenant,
        (key, found) ->
            sequence >= found.last()
                ? null
                : new Unsynced(Math.max(found.first(), sequence + 1), found.last()));
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
