package io.jxc.store.jdbc;

import io.jxc.api.TenantId;
import io.jxc.api.error.OutcomeUnknownException;
import io.jxc.api.error.StorageException;
import io.jxc.spi.store.Durability;
import io.jxc.spi.store.Head;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
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

  /** Sequences that transactions of the host reach if they are committed. */
  private final Map<TenantId, Long> joined = new ConcurrentHashMap<>();

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
    Long before = joined.get(tenant);
    Lock lock = stripe(tenant).writeLock();
    // H2 stops waiting for what its own threads write when it is interrupted, and does not say so
    boolean interrupted = Thread.interrupted();
    lock.lock();
    try {
      check();
      connection.commit();
      sync(connection, blockId);
      synced(tenant, before);
    } finally {
      lock.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
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

  /** Notes that a transaction of the host, which nobody syncs, may bring a tenant to a sequence. */
  void joined(TenantId tenant, long sequence) {
    if (!statement.isEmpty()) {
      joined.merge(tenant, sequence, Math::max);
    }
  }

  /**
   * Lets a head be acted on: what a transaction of the host has brought about is synced first.
   *
   * @param writing gives a connection for that
   */
  Head settled(Head head, Supplier<Handle> writing) {
    Long sequence = joined.get(head.tenant());
    if (sequence != null && head.sequence() >= sequence) {
      try (Handle handle = writing.get()) {
        HostConnections.execute(handle.getConnection(), statement);
      } catch (SQLException e) {
        down = e;
        check();
      }
      synced(head.tenant(), sequence);
    }
    return head;
  }

  private void synced(TenantId tenant, @Nullable Long sequence) {
    if (sequence != null) {
      joined.remove(tenant, sequence);
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
