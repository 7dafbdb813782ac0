package io.jxc.store.jdbc;

import io.jxc.api.TenantId;
import io.jxc.api.error.StorageException;
import io.jxc.spi.store.Head;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Lets the commits of a tenant take turns where the database cannot: H2 (seen in 2.3.232 and
 * 2.5.252) now and then loses the committed update of a row that several transactions wait to lock,
 * and the head is such a row. An embedded database lives in one JVM, so turns are kept for all
 * stores of the JVM.
 */
final class Turns {
  private static final Duration WAIT = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(1);
  private static final ReentrantLock[] STRIPES =
      IntStream.range(0, 256).mapToObj(i -> new ReentrantLock(true)).toArray(ReentrantLock[]::new);

  private final boolean needed;
  private final int schema;

  /**
   * Takes turns on a database.
   *
   * @param schema the newest tables that this node knows; it locks no head of newer ones
   */
  Turns(Product product, int schema) {
    this.needed = product == Product.H2;
    this.schema = schema;
  }

  /**
   * Works while no other commit of the tenant does.
   *
   * @throws StorageException when the turn does not come in time; may be repeated
   */
  <T> T take(TenantId tenant, Supplier<T> work) {
    if (!needed) {
      return work.get();
    }
    ReentrantLock turn = STRIPES[Math.floorMod(tenant.hashCode(), STRIPES.length)];
    boolean interrupted = await(turn);
    try {
      return work.get();
    } finally {
      turn.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Undoes what a transaction has done on the tenant so far. */
  interface Undo {
    void run() throws SQLException;
  }

  /**
   * Locks the head; a tenant without one gets a row, which waits for whoever inserts the same. To
   * be called in one's turn. Where turns are needed nothing ever waits for the row itself: only a
   * transaction of the host that JXC has joined can hold it then, and it is asked again and again.
   *
   * @param undo runs before the second look, when somebody else was quicker to insert the row
   */
  Head lock(Connection connection, TenantId tenant, boolean create, Undo undo) throws SQLException {
    Optional<Head> found = locked(connection, tenant);
    if (found.isEmpty() && create) {
      try {
        Heads.insert(connection, tenant);
        return Head.absent(tenant);
      } catch (SQLException e) {
        if (!SqlErrors.duplicate(e)) {
          throw e;
        }
        undo.run();
        found = locked(connection, tenant);
      }
    }
    return found.orElseGet(() -> Head.absent(tenant));
  }

  private Optional<Head> locked(Connection connection, TenantId tenant) throws SQLException {
    if (!needed) {
      return Heads.lock(connection, tenant, schema);
    }
    long until = System.nanoTime() + WAIT.toNanos();
    while (true) {
      try {
        return Heads.lockNow(connection, tenant, schema);
      } catch (SQLException e) {
        if (!SqlErrors.lockWait(e) || System.nanoTime() - until > 0) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  /** Waits, and tells whether the thread was interrupted: a commit is not torn apart by that. */
  private static boolean await(ReentrantLock turn) {
    boolean interrupted = Thread.interrupted();
    long until = System.nanoTime() + WAIT.toNanos();
    while (true) {
      try {
        if (turn.tryLock(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          return interrupted;
        }
        String reason = "another commit of the tenant takes longer than " + WAIT;
        throw StorageException.passing(reason, new TimeoutException(reason));
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
  }
}
