package io.jxc.core.internal.session;

import io.jxc.api.error.UnavailableException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends reads that hang: a reading thread is interrupted when its snapshot has been read for too
 * long. Reads stay on the threads of their callers. A limiter that hands each read to another
 * thread would cost more than the read, and take the lanes' reads off the thread that has their
 * lock; what it could do besides, leave a thread behind that does not heed its interrupt, the
 * breaker sees to: it hears of the read at once, and lets no further callers in.
 */
public final class ReadWatch implements AutoCloseable {
  /** How long one snapshot may be read unless told; stores bound its life likewise. */
  public static final Duration LIMIT = Duration.ofSeconds(30);

  private static final long LONGEST_TICK = Duration.ofSeconds(1).toNanos();
  private static final int TICKS = 20;

  private final Duration limit;
  private final Set<Reading> open = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private volatile boolean closed;

  /** Creates a watch, which looks after nothing before it is started. */
  public ReadWatch(Duration limit) {
    this.limit = limit;
    thread = new Thread(this::run, "jxc-read-watch");
    thread.setDaemon(true);
  }

  /** Starts its thread; whoever does closes the watch. */
  public void start() {
    thread.start();
  }

  Duration limit() {
    return limit;
  }

  /** Begins to read a snapshot; {@code late} is run once, when it has taken too long. */
  Reading begin(Runnable late) {
    Reading reading = new Reading(late);
    open.add(reading);
    return reading;
  }

  private void run() {
    long tick = Math.min(LONGEST_TICK, limit.toNanos() / TICKS);
    while (!closed) {
      LockSupport.parkNanos(this, tick);
      long now = System.nanoTime();
      open.forEach(reading -> reading.look(now));
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }

  /** The reads of one snapshot. Used by one thread at a time, and by the watch. */
  final class Reading {
    private static final int OUTSIDE = 0;
    private static final int INSIDE = 1;
    private static final int INTERRUPTING = 2;
    private static final int INTERRUPTED = 3;

    private final AtomicInteger state = new AtomicInteger();
    private final long opened = System.nanoTime();
    private final Runnable late;
    private @Nullable Thread reader;
    private volatile boolean told;

    private Reading(Runnable late) {
      this.late = late;
    }

    long opened() {
      return opened;
    }

    /** Tells whether it has taken too long, and that was told. */
    boolean told() {
      return told;
    }

    /**
     * Reads.
     *
     * @throws UnavailableException {@code unavailable.deadline} when the time is over, before or
     *     while it reads
     */
    <R> R run(Supplier<R> read) {
      if (isLate(System.nanoTime())) {
        throw UnavailableException.deadline(limit);
      }
      return inside(read);
    }

    /** Does what must be done however late it is. */
    void finish(Runnable last) {
      inside(
          () -> {
            last.run();
            return true;
          });
    }

    private <R> R inside(Supplier<R> read) {
      reader = Thread.currentThread();
      state.set(INSIDE);
      boolean inside = true;
      try {
        return read.get();
      } catch (RuntimeException e) {
        inside = false;
        if (leave()) {
          UnavailableException cut = UnavailableException.deadline(limit);
          cut.addSuppressed(e);
          throw cut;
        }
        throw e;
      } finally {
        if (inside) {
          leave();
        }
      }
    }

    /** Ends a read; true when it was interrupted, which nobody notices afterwards. */
    private boolean leave() {
      while (true) {
        if (state.compareAndSet(INSIDE, OUTSIDE)) {
          return false;
        }
        if (state.compareAndSet(INTERRUPTED, OUTSIDE)) {
          Thread.interrupted();
          return true;
        }
        Thread.onSpinWait();
      }
    }

    private boolean isLate(long now) {
      return now - opened > limit.toNanos();
    }

    /** Interrupts a read that is late, again and again: the first one may have been swallowed. */
    private void look(long now) {
      boolean mine =
          isLate(now)
              && (state.compareAndSet(INSIDE, INTERRUPTING)
                  || state.compareAndSet(INTERRUPTED, INTERRUPTING));
      Thread reading = reader;
      if (mine && reading != null) {
        if (!told) {
          told = true;
          late.run();
        }
        reading.interrupt();
        state.set(INTERRUPTED);
      }
    }

    /** Ends the watch over the snapshot. */
    void end() {
      open.remove(this);
    }
  }
}
