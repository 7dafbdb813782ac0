package io.jxc.core.internal.command;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A batch on its way through a lane. While it is with the store the next one is decided; the leader
 * of that one waits here until this one is over.
 */
final class Flight {
  final List<Pending<?, ?>> commands;
  final Tally tally = new Tally();

  /** What was decided of it before its turn came. Used by its leader only. */
  @Nullable Draft draft;

  private final Runnable handOn;
  private final int weight;
  private boolean handedOn;
  private volatile boolean over;
  private volatile @Nullable Thread next;

  /**
   * A batch that is about to begin.
   *
   * @param handOn lets somebody else take the next batch
   */
  Flight(List<Pending<?, ?>> commands, Runnable handOn) {
    this.commands = commands;
    this.handOn = handOn;
    this.weight = commands.stream().mapToInt(pending -> pending.weight).sum();
  }

  /** Returns about how many rows it has. */
  int weight() {
    return weight;
  }

  /** Lets the next batch be taken, once. Called by its leader. */
  void handOn() {
    if (!handedOn) {
      handedOn = true;
      handOn.run();
    }
  }

  /** Says that the store is done with it. Called by its leader. */
  void end() {
    over = true;
    LockSupport.unpark(next);
  }

  boolean isOver() {
    return over;
  }

  /** Waits for its end; tells whether the thread was interrupted meanwhile. One waits at a time. */
  boolean await() {
    next = Thread.currentThread();
    boolean interrupted = false;
    while (!over) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    return interrupted;
  }
}
