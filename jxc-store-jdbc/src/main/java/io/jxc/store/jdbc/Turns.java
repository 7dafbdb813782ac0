package io.jxc.store.jdbc;

import io.jxc.api.TenantId;
import io.jxc.api.error.StorageException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
  private static final ReentrantLock[] STRIPES =
      IntStream.range(0, 256).mapToObj(i -> new ReentrantLock(true)).toArray(ReentrantLock[]::new);

  private final boolean needed;

  Turns(Product product) {
    this.needed = product == Product.H2;
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
