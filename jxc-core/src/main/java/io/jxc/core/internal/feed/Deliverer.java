package io.jxc.core.internal.feed;

import io.jxc.api.event.JxcEvent;
import io.jxc.spi.JxcListener;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Calls a listener on a thread of its own, within a time limit. A listener that does not come back
 * is interrupted, and nothing more is handed to it until it has ended: there is one thread, however
 * often it hangs.
 */
final class Deliverer implements Delivery, AutoCloseable {
  private final JxcListener listener;
  private final Duration timeLimit;
  private final ExecutorService worker;
  private volatile boolean inside;
  private volatile Optional<Long> begun = Optional.empty();
  private volatile @Nullable Thread thread;

  Deliverer(String name, JxcListener listener, Duration timeLimit) {
    this.listener = listener;
    this.timeLimit = timeLimit;
    this.worker =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread made = new Thread(task, "jxc-subscription-" + name + "-listener");
              made.setDaemon(true);
              thread = made;
              return made;
            });
  }

  @Override
  public Optional<Throwable> deliver(JxcEvent event, Duration every, Runnable meanwhile)
      throws InterruptedException {
    begun = Optional.empty();
    Future<Optional<Throwable>> call = worker.submit(() -> call(event));
    while (true) {
      // a busy machine may need longer to start the thread than the listener is given
      long left =
          begun
              .map(start -> start + timeLimit.toNanos() - System.nanoTime())
              .orElse(timeLimit.toNanos());
      try {
        return call.get(Math.min(Math.max(left, 0), every.toNanos()), TimeUnit.NANOSECONDS);
      } catch (ExecutionException e) {
        return Optional.of(e);
      } catch (TimeoutException slow) {
        if (left <= 0) {
          call.cancel(true);
          return Optional.of(new TimeoutException("the listener took longer than " + timeLimit));
        }
        meanwhile.run();
      }
    }
  }

  /** Returns whatever the listener throws: on its way out it would be printed by others. */
  private Optional<Throwable> call(JxcEvent event) {
    inside = true;
    begun = Optional.of(System.nanoTime());
    try {
      listener.on(event);
      return Optional.empty();
    } catch (Throwable failure) {
      return Optional.of(Printable.of(failure));
    } finally {
      inside = false;
    }
  }

  @Override
  public boolean stuck() {
    return inside;
  }

  /** Tells whether the listener itself asks. */
  boolean isCaller() {
    return Thread.currentThread() == thread;
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
