package io.jxc.core.internal.sim;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A client that calls a node while another call is under way there. It needs a thread of its own,
 * but only one goes on at a time: who has started it waits until it waits itself, in the lane of
 * the tenant, or has ended.
 */
final class Caller {
  private static final long LONGEST = Duration.ofSeconds(60).toNanos();
  private static final String LANES = "io.jxc.core.internal.command.";

  private final Thread thread;
  private volatile boolean mayCommit = true;
  private @Nullable Reply reply;
  private @Nullable Throwable broken;

  /** The number of ids that were drawn when it had to wait. */
  long idsWhenParked;

  private Caller(Function<Caller, Reply> work) {
    thread = new Thread(() -> run(work), "second caller");
    thread.setDaemon(true);
  }

  private void run(Function<Caller, Reply> work) {
    try {
      reply = work.apply(this);
    } catch (RuntimeException | Error e) {
      broken = e;
    }
  }

  /** Starts one; returns when it waits in a lane or has ended. */
  static Caller start(Function<Caller, Reply> work) {
    Caller caller = new Caller(work);
    caller.thread.start();
    caller.await(() -> caller.parkedIn("Lane") || caller.parkedIn("Flight"));
    caller.mayCommit = false;
    return caller;
  }

  /** Tells whether it has decided its batch and waits for the one before it. */
  boolean isAhead() {
    return parkedIn("Flight");
  }

  private boolean parkedIn(String type) {
    Object blocker = LockSupport.getBlocker(thread);
    return isParked() && blocker != null && blocker.getClass().getName().equals(LANES + type);
  }

  private boolean isParked() {
    Thread.State state = thread.getState();
    return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
  }

  private void await(java.util.function.BooleanSupplier reached) {
    long end = System.nanoTime() + LONGEST;
    while (thread.isAlive() && !reached.getAsBoolean()) {
      Violation.unless(System.nanoTime() - end < 0, "a second caller stands at %s", at());
      Thread.yield();
    }
  }

  private String at() {
    return thread.getState() + " " + java.util.Arrays.toString(thread.getStackTrace());
  }

  /** Comes before each commit: the call before it has left the lane by then. */
  void beforeCommit() {
    long end = System.nanoTime() + LONGEST;
    while (!mayCommit) {
      Violation.unless(System.nanoTime() - end < 0, "the caller before never comes back");
      Thread.yield();
    }
  }

  /** Lets it commit: who calls this touches the world no more until it has ended. */
  void release() {
    mayCommit = true;
  }

  /** Waits for its end. */
  Reply join() {
    await(() -> false);
    Throwable failure = broken;
    if (failure instanceof Error error) {
      throw error;
    } else if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    return World.required(reply);
  }
}
