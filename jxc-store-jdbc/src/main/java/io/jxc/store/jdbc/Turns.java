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
    await(turn);
    try {
      return work.get();
    } finally {
      turn.unlock();
    }
  }

  private static void await(ReentrantLock turn) {
    boolean come;
    try {
      come = turn.tryLock(WAIT.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StorageException.passing("interrupted before the commit began", e);
    }
    if (!come) {
      String reason = "another commit of the tenant takes longer than " + WAIT;
      throw StorageException.passing(reason, new TimeoutException(reason));
    }
  }
}
