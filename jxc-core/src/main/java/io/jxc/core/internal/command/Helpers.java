package io.jxc.core.internal.command;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that have nothing else to do: those of the JVM's common pool, for one lane at most one
 * less than there are cores. Nobody waits for them; where the host keeps that pool busy, they come
 * too late to matter.
 */
final class Helpers {
  private final AtomicInteger free;

  private Helpers(int most) {
    free = new AtomicInteger(most);
  }

  /** Returns the helpers of a lane. */
  static Helpers all() {
    return new Helpers(Runtime.getRuntime().availableProcessors() - 1);
  }

  /** Returns none, for what is not going to be written. */
  static Helpers none() {
    return new Helpers(0);
  }

  /** Asks one for help with work that others are at, too; it may come now, later or never. */
  void ask(Runnable work) {
    if (!taken()) {
      return;
    }
    try {
      ForkJoinPool.commonPool().execute(() -> help(work));
    } catch (RejectedExecutionException shutDown) {
      free.incrementAndGet();
    }
  }

  private boolean taken() {
    return free.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }

  private void help(Runnable work) {
    try {
      work.run();
    } finally {
      free.incrementAndGet();
    }
  }
}
