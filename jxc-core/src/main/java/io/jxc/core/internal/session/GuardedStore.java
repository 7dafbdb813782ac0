package io.jxc.core.internal.session;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.jxc.api.TenantId;
import io.jxc.api.error.StorageException;
import io.jxc.api.error.UnavailableException;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.HostTransaction;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.Lease;
import io.jxc.spi.store.PreparedCommit;
import io.jxc.spi.store.StoreHealth;
import io.jxc.spi.store.StoreSchema;
import io.jxc.spi.store.StoreView;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps callers from queueing up before a store that cannot be read: when most reads of late have
 * failed or were far too slow, further ones are refused at once, but for a few every some seconds,
 * which find out whether it is back. Commits, and what tells their fate, always go through: their
 * outcome must be learned, and each begins with a read anyway.
 */
public final class GuardedStore implements JxcStore {
  private static final Duration SLOW = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int WINDOW = 20;
  private static final int LEAST_CALLS = 10;
  private static final int PROBES = 2;

  private final JxcStore store;
  private final CircuitBreaker breaker;
  private final ReadWatch watch;

  /**
   * Stands before a store.
   *
   * @param clock measures the pauses
   * @param watch ends reads that hang; closed with the store
   */
  public GuardedStore(JxcStore store, Clock clock, ReadWatch watch) {
    this.store = store;
    this.watch = watch;
    this.breaker =
        CircuitBreaker.of(
            "store",
            CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(LEAST_CALLS)
                .failureRateThreshold(50)
                .slowCallDurationThreshold(SLOW)
                .slowCallRateThreshold(80)
                .permittedNumberOfCallsInHalfOpenState(PROBES)
                .maxWaitDurationInHalfOpenState(watch.limit())
                .waitDurationInOpenState(PAUSE)
                .recordException(GuardedStore::unavailable)
                .writableStackTraceEnabled(false)
                .build());
  }

  /** Tells whether a failure says that the store is not there, and may be later. */
  static boolean unavailable(Throwable failure) {
    return failure instanceof StorageException storage && storage.retryable();
  }

  @Override
  public StoreView view(TenantId tenant) {
    acquire();
    ReadWatch.Reading reading = watch.begin(this::late);
    boolean open = false;
    try {
      StoreView view = reading.run(() -> store.view(tenant));
      open = true;
      return new GuardedView(view, reading, this::ended);
    } catch (RuntimeException e) {
      ended(reading, System.nanoTime() - reading.opened(), e);
      throw e;
    } finally {
      // an Error, too, leaves nothing behind to be watched
      if (!open) {
        reading.end();
      }
    }
  }

  /** Counts a read that hangs as failed before it ends: it may never do so. */
  private void late() {
    breaker.onError(
        watch.limit().toNanos(),
        TimeUnit.NANOSECONDS,
        StorageException.passing("a read hangs", new TimeoutException()));
  }

  private void ended(ReadWatch.Reading reading, long spent, @Nullable RuntimeException failure) {
    if (reading.told()) {
      return;
    }
    if (failure == null) {
      breaker.onSuccess(spent, TimeUnit.NANOSECONDS);
    } else {
      breaker.onError(spent, TimeUnit.NANOSECONDS, failure);
    }
  }

  @Override
  public Head head(TenantId tenant) {
    acquire();
    ReadWatch.Reading reading = watch.begin(this::late);
    RuntimeException failure = null;
    try {
      return reading.run(() -> store.head(tenant));
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    } finally {
      reading.end();
      ended(reading, System.nanoTime() - reading.opened(), failure);
    }
  }

  private void acquire() {
    if (!breaker.tryAcquirePermission()) {
      throw UnavailableException.store(PAUSE);
    }
  }

  @Override
  public void register(StoreSchema schema) {
    store.register(schema);
  }

  @Override
  public Commit commit(ChangeSet changes) {
    return store.commit(changes);
  }

  @Override
  public PreparedCommit prepare(ChangeSet changes) {
    return store.prepare(changes);
  }

  @Override
  public Commit commitLocked(TenantId tenant, Function<StoreView, ChangeSet> decide) {
    return store.commitLocked(
        tenant,
        view -> {
          // the store closes what it has opened, and the breaker judges no commits
          ReadWatch.Reading reading = watch.begin(() -> {});
          try {
            return decide.apply(new GuardedView(view, reading, (r, spent, failure) -> {}));
          } finally {
            reading.end();
          }
        });
  }

  @Override
  public Optional<Block> block(TenantId tenant, BlockRef reference) {
    return store.block(tenant, reference);
  }

  @Override
  public Optional<Lease> lease(String name, String holder, Duration timeToLive) {
    return store.lease(name, holder, timeToLive);
  }

  @Override
  public int batchRows() {
    return store.batchRows();
  }

  @Override
  public StoreHealth health() {
    return store.health();
  }

  @Override
  public JxcStore joined(HostTransaction transaction) {
    return store.joined(transaction);
  }

  @Override
  public void close() {
    try {
      store.close();
    } finally {
      watch.close();
    }
  }
}
