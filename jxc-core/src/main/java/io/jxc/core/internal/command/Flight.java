package io.jxc.core.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A batch on its way through a lane. While it is with the store the next one is decided; the leader
 * of that one waits here until this one is over.
 */
final class Flight {
  /** Where a batch was taken from. */
  interface Queue {
    /** What commands of a host's transaction come from: nobody else waits there. */
    Queue NONE =
        new Queue() {
          @Override
          public void handOn() {}

          @Override
          public void fill(List<Pending<?, ?>> batch) {}
        };

    /** Lets somebody else take the next batch. */
    void handOn();

    /** Takes more into a batch, as far as it may have more. Called by who leads. */
    void fill(List<Pending<?, ?>> batch);
  }

  final List<Pending<?, ?>> commands;
  final Tally tally = new Tally();

  /** What was decided of it before its turn came. Used by its leader only. */
  @Nullable Draft draft;

  private final Queue queue;
  private boolean handedOn;
  private volatile boolean over;
  private volatile @Nullable Thread next;

  /** A batch that is about to begin. */
  Flight(List<Pending<?, ?>> commands, Queue queue) {
    this.commands = new ArrayList<>(commands);
    this.queue = queue;
  }

  /** Returns about how many rows it has. */
  int weight() {
    return commands.stream().mapToInt(pending -> pending.weight).sum();
  }

  /**
   * Takes in what has come since it was taken, and returns that; nothing where the next batch may
   * be taken already. Called by its leader, before it is decided.
   */
  List<Pending<?, ?>> fill() {
    int before = commands.size();
    if (!handedOn) {
      queue.fill(commands);
    }
    return commands.subList(before, commands.size());
  }

  /** Lets the next batch be taken, once. Called by its leader. */
  void handOn() {
    if (!handedOn) {
      handedOn = true;
      queue.handOn();
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
