package io.jxc.core.internal.sim;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client that calls a node while another call is under way there. It needs a thread of its own,
 * but only one goes on at a time: who has started it waits until it waits itself, in the lane of
 * the tenant, or has ended.
 */
final class Caller {
  /** Some minutes. A time would run out where the machine stands still. */
  private static final int MOST_LOOKS = 1_000_000;

  private static final long LOOK_EVERY = Duration.ofNanos(20_000).toNanos();
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
    await(caller::rests, caller::at);
    caller.mayCommit = false;
    return caller;
  }

  private boolean rests() {
    return !thread.isAlive() || parkedIn("Lane") || parkedIn("Flight");
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

  private static void await(BooleanSupplier reached, Supplier<String> where) {
    for (int looks = 0; !reached.getAsBoolean(); looks++) {
      if (looks > MOST_LOOKS) {
        throw new Violation("a second caller waits: " + where.get());
      }
      LockSupport.parkNanos(LOOK_EVERY);
    }
  }

  private String at() {
    return thread.getState() + " " + Arrays.toString(thread.getStackTrace());
  }

  /**
   * Lets it look once whether it may lead now, and begin a batch if so. The lane may have woken it
   * before, or not: after this it makes no difference.
   */
  void look() {
    if (!parkedIn("Lane")) {
      return;
    }
    long waited = waited();
    LockSupport.unpark(thread);
    await(() -> rests() && waited() != waited, this::at);
  }

  /** Returns how often it has begun to wait; less than zero once it has ended. */
  private long waited() {
    ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(thread.getId());
    return info == null ? -1 : info.getWaitedCount();
  }

  /** Comes before each commit: the call before it has left the lane by then. */
  void beforeCommit() {
    await(() -> mayCommit, () -> "who has started it, who never comes back");
  }

  /** Lets it commit: who calls this touches the world no more until it has ended. */
  void release() {
    // not woken: whom the lane wakes first decides who leads
    mayCommit = true;
  }

  /** Waits for its end. */
  Reply join() {
    await(() -> !thread.isAlive(), this::at);
    Throwable failure = broken;
    if (failure instanceof Error error) {
      throw error;
    } else if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    return World.required(reply);
  }
}
