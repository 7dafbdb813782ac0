package io.jxc.core.internal.command;

import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.JxcException;
import io.jxc.api.error.OutcomeUnknownException;
import io.jxc.api.error.StorageException;
import io.jxc.api.error.UnavailableException;
import io.jxc.api.health.FeedLag;
import io.jxc.spi.JxcMetrics;
import io.jxc.spi.JxcMetrics.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands reports to the host's metrics on a thread of its own. Who reports neither waits nor wakes
 * anybody: the thread looks now and then, and what it cannot keep up with is dropped.
 */
public final class Meter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Meter.class);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final Duration GRACE = Duration.ofSeconds(1);

  /** Reports that may wait. */
  static final int MOST = 4_096;

  private final JxcMetrics host;
  private final Queue<Consumer<JxcMetrics>> reports = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final @Nullable Thread thread;
  private volatile boolean stopping;
  private volatile boolean dropping;
  private boolean failed;

  /** Starts the thread, unless there is nobody to report to. */
  public Meter(JxcMetrics host) {
    this.host = host;
    if (host == JxcMetrics.NONE) {
      thread = null;
    } else {
      thread = new Thread(this::run, "jxc-metrics");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Tells the host how to ask for lags. */
  public void opened(Supplier<List<FeedLag>> feed) {
    tell(metrics -> metrics.opened(feed));
  }

  /** Tells that a subscription has parked an event. */
  public void parked(String subscription) {
    tell(metrics -> metrics.parked(subscription));
  }

  /** Tells that no batch took a command. */
  void refused(String action, Throwable cause, long sent) {
    if (thread != null) {
      Duration waited = Duration.ofNanos(System.nanoTime() - sent);
      tell(metrics -> metrics.command(action, outcome(cause), waited));
    }
  }

  /** Tells what became of a batch, which was begun at a time of {@link System#nanoTime}. */
  void ended(List<Pending<?, ?>> commands, long begun, Supplier<JxcMetrics.Batch> figures) {
    if (thread == null) {
      return;
    }
    int count = commands.size();
    String[] actions = new String[count];
    Outcome[] outcomes = new Outcome[count];
    long[] waited = new long[count];
    for (int i = 0; i < count; i++) {
      Pending<?, ?> pending = commands.get(i);
      actions[i] = pending.type.name();
      outcomes[i] = outcome(pending);
      // what joined a batch under way has not waited for its begin
      waited[i] = Math.max(0, begun - pending.sent);
    }
    JxcMetrics.Batch batch = figures.get();
    tell(
        metrics -> {
          for (int i = 0; i < count; i++) {
            metrics.command(actions[i], outcomes[i], Duration.ofNanos(waited[i]));
          }
          metrics.batch(batch);
        });
  }

  private static Outcome outcome(Pending<?, ?> pending) {
    Throwable failure = pending.failure();
    if (failure != null) {
      return outcome(failure);
    }
    Verdict<?> verdict = pending.verdict;
    return verdict != null && verdict.replayed() ? Outcome.REPLAYED : Outcome.COMMITTED;
  }

  private static Outcome outcome(Throwable failure) {
    if (failure instanceof OutcomeUnknownException) {
      return Outcome.UNKNOWN;
    } else if (failure instanceof UnavailableException unavailable) {
      return unavailable.errorCode() == ErrorCode.CONTENDED
          ? Outcome.CONFLICT_EXHAUSTED
          : Outcome.FAILED;
    } else if (failure instanceof JxcException && !(failure instanceof StorageException)) {
      return Outcome.REJECTED;
    }
    return Outcome.FAILED;
  }

  private void tell(Consumer<JxcMetrics> report) {
    if (thread == null || stopping) {
      return;
    }
    if (waiting.incrementAndGet() <= MOST) {
      reports.add(report);
      return;
    }
    waiting.decrementAndGet();
    if (!dropping) {
      dropping = true;
      LOG.warn("{} does not keep up: reports are dropped", host.getClass().getName());
    }
  }

  private void run() {
    while (true) {
      boolean last = stopping;
      drain();
      if (last) {
        return;
      }
      LockSupport.parkNanos(this, LOOK_EVERY.toNanos());
    }
  }

  private void drain() {
    for (Consumer<JxcMetrics> next = reports.poll(); next != null; next = reports.poll()) {
      waiting.decrementAndGet();
      try {
        next.accept(host);
      } catch (Throwable e) {
        failed(e);
      }
    }
  }

  private void failed(Throwable e) {
    if (failed) {
      LOG.debug("{} failed again", host.getClass().getName(), e);
    } else {
      LOG.warn("{} failed; further failures are logged as debug", host.getClass().getName(), e);
    }
    failed = true;
  }

  /** Hands over what was reported before, for a bounded time, and ends. */
  @Override
  public void close() {
    Thread running = thread;
    stopping = true;
    if (running == null || running == Thread.currentThread()) {
      return;
    }
    LockSupport.unpark(running);
    boolean interrupted = Thread.interrupted();
    try {
      running.join(GRACE.toMillis());
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    if (running.isAlive()) {
      LOG.warn(
          "{} is still busy; it is interrupted, the rest is dropped", host.getClass().getName());
      reports.clear();
      running.interrupt();
    }
  }
}
