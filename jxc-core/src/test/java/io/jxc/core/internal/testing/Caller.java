package io.jxc.core.internal.testing;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A thread that makes one call. */
public final class Caller {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final CompletableFuture<Object> outcome = new CompletableFuture<>();
  private final Thread thread;
  private volatile boolean interruptedAfterwards;

  private Caller(Supplier<?> call) {
    thread = new Thread(() -> run(call), "caller");
    thread.start();
  }

  /** Makes a call on a thread of its own. */
  public static Caller of(Supplier<?> call) {
    return new Caller(call);
  }

  private void run(Supplier<?> call) {
    try {
      outcome.complete(call.get());
    } catch (RuntimeException | Error e) {
      outcome.complete(e);
    } finally {
      interruptedAfterwards = Thread.currentThread().isInterrupted();
    }
  }

  /** Waits until the call itself waits for something. */
  public Caller awaitParked() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (thread.getState() != Thread.State.TIMED_WAITING
        && thread.getState() != Thread.State.WAITING) {
      if (!thread.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("the caller does not wait: " + thread.getState());
      }
      Thread.onSpinWait();
    }
    return this;
  }

  /** Waits until the call itself waits for something of a kind. */
  public Caller awaitParkedOn(Class<?> kind) {
    Soon.holds(
        "the caller waits for a " + kind.getSimpleName(),
        () -> kind.isInstance(LockSupport.getBlocker(thread)));
    return this;
  }

  /** Interrupts the thread. */
  public void interrupt() {
    thread.interrupt();
  }

  /** Returns what the call returned or threw. */
  public Object outcome() {
    try {
      Object answer = outcome.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      thread.join(PATIENCE.toMillis());
      return answer;
    } catch (Exception e) {
      throw new AssertionError("the caller got no outcome", e);
    }
  }

  /** Tells whether the thread ended with its interrupt flag set. */
  public boolean interruptedAfterwards() {
    outcome();
    return interruptedAfterwards;
  }

  /** A barrier that holds up who comes to it until it is opened. */
  public static final class Gate {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    /** Says that somebody is here, and waits until the gate is opened. */
    public void pass() {
      reached.countDown();
      await(opened);
    }

    /** Waits until somebody is at the gate. */
    public void awaitReached() {
      await(reached);
    }

    /** Lets everybody through from now on. */
    public void open() {
      opened.countDown();
    }

    private static void await(CountDownLatch latch) {
      boolean interrupted = false;
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (true) {
        try {
          if (!latch.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            throw new AssertionError("nothing happened at the gate");
          }
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
