package io.jxc.core.internal.command;

import io.jxc.api.TenantId;
import io.jxc.api.error.JxcException;
import io.jxc.api.error.UnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The queue of a tenant's waiting commands. The first waiting caller leads: it takes a batch from
 * the head of the queue, has it committed, wakes the callers and hands leadership on. There is no
 * thread of ours and no waiting for more: load itself makes the batches.
 */
final class Lane {
  /** How often a caller looks whether the batch that has its command is over; it is woken, too. */
  private static final Duration TAKEN_POLL = Duration.ofMillis(100);

  private static final Duration CLOSE_POLL = Duration.ofMillis(1);

  private final TenantId tenant;
  private final LaneLimits limits;
  private final Committer committer;
  private final Meter meter;
  private final Deque<Pending<?, ?>> interactive = new ConcurrentLinkedDeque<>();
  private final Deque<Pending<?, ?>> bulk = new ConcurrentLinkedDeque<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean leading = new AtomicBoolean();
  private volatile boolean closed;

  Lane(TenantId tenant, LaneLimits limits, Committer committer, Meter meter) {
    this.tenant = tenant;
    this.limits = limits;
    this.committer = committer;
    this.meter = meter;
  }

  /** Queues commands of one caller and waits until each has its outcome or was withdrawn. */
  void run(List<? extends Pending<?, ?>> commands, boolean asBulk) {
    int all = waiting.addAndGet(commands.size());
    // a bulk call of more than may wait comes through where nobody else waits
    if (all > limits.queue() && all > commands.size()) {
      int found = waiting.addAndGet(-commands.size());
      UnavailableException overloaded = UnavailableException.overloaded(tenant, found);
      commands.forEach(p -> meter.refused(p.type.name(), overloaded, p.sent));
      throw overloaded;
    }
    Deque<Pending<?, ?>> queue = asBulk ? bulk : interactive;
    queue.addAll(commands);
    // An interrupt tears no caller out of a batch half-way, and must not reach the files of a
    // store, which it would close: it is put off until the end.
    boolean interrupted = Thread.interrupted();
    try {
      for (Pending<?, ?> pending : commands) {
        interrupted |= await(pending, queue);
      }
    } catch (Error died) {
      // nobody waits for the rest of this caller's commands any more
      commands.forEach(pending -> withdraw(pending, queue));
      wakeNext();
      throw died;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean await(Pending<?, ?> pending, Deque<Pending<?, ?>> queue) {
    boolean interrupted = false;
    while (!pending.isDone()) {
      if (closed && refuse(pending, queue, UnavailableException.closed())) {
        continue;
      }
      if (leading.compareAndSet(false, true)) {
        try {
          if (!pending.isDone()) {
            lead();
          }
        } finally {
          leading.set(false);
          wakeNext();
        }
        continue;
      }
      long left = pending.deadline - System.nanoTime();
      if (left <= 0 && refuse(pending, queue, UnavailableException.deadline(pending.limit()))) {
        wakeNext();
        continue;
      }
      LockSupport.parkNanos(this, left > 0 ? left : TAKEN_POLL.toNanos());
      interrupted |= Thread.interrupted();
    }
    return interrupted;
  }

  /** Takes a command back that no batch has taken; false when one has. */
  private boolean withdraw(Pending<?, ?> pending, Deque<Pending<?, ?>> queue) {
    if (!pending.withdraw()) {
      return false;
    }
    queue.remove(pending);
    waiting.decrementAndGet();
    return true;
  }

  private boolean refuse(Pending<?, ?> pending, Deque<Pending<?, ?>> queue, JxcException why) {
    boolean withdrawn = withdraw(pending, queue);
    if (withdrawn) {
      pending.fail(why);
      meter.refused(pending.type.name(), why, pending.sent);
    }
    return withdrawn;
  }

  /** Tells whether nobody waits and nothing is under way. */
  boolean isIdle() {
    return waiting.get() == 0 && !leading.get();
  }

  /** Has every command refused that no batch has taken. */
  void close() {
    closed = true;
    interactive.forEach(Pending::wake);
    bulk.forEach(Pending::wake);
  }

  /**
   * Waits until the batch under way has ended, lets nobody lead any more, and writes the refusals
   * that were only counted.
   */
  void end(long until) {
    boolean interrupted = Thread.interrupted();
    try {
      while (!leading.compareAndSet(false, true)) {
        if (System.nanoTime() - until > 0) {
          return;
        }
        LockSupport.parkNanos(this, CLOSE_POLL.toNanos());
        interrupted |= Thread.interrupted();
      }
      committer.flush();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void lead() {
    List<Pending<?, ?>> batch = take();
    if (batch.isEmpty()) {
      return;
    }
    long begun = System.nanoTime();
    try {
      committer.commit(batch);
    } catch (Throwable cause) {
      // whatever ends a leader must not leave its callers waiting
      batch.stream().filter(pending -> !pending.isDone()).forEach(pending -> pending.fail(cause));
      if (cause instanceof Error error) {
        throw error;
      }
    } finally {
      meter.ended(batch, begun, () -> committer.figures(batch.size(), weight(batch)));
    }
  }

  private static int weight(List<Pending<?, ?>> batch) {
    return batch.stream().mapToInt(pending -> pending.weight).sum();
  }

  /** Takes the next batch: bounded in commands and weight, interactive commands before bulk. */
  private List<Pending<?, ?>> take() {
    List<Pending<?, ?>> batch = new ArrayList<>();
    int weight = take(interactive, batch, 0);
    if (batch.isEmpty() || weight < limits.batchWeight()) {
      take(bulk, batch, weight);
    }
    return batch;
  }

  private int take(Deque<Pending<?, ?>> queue, List<Pending<?, ?>> batch, int weightBefore) {
    int weight = weightBefore;
    long now = System.nanoTime();
    while (batch.size() < limits.batchCommands()) {
      Pending<?, ?> next = queue.peekFirst();
      boolean tooHeavy =
          next != null && !batch.isEmpty() && weight + next.weight > limits.batchWeight();
      if (next == null || tooHeavy) {
        break;
      }
      if (queue.removeFirstOccurrence(next)) {
        waiting.decrementAndGet();
        if (!next.take()) {
          waiting.incrementAndGet();
        } else if (next.deadline - now <= 0) {
          // its caller may be busy leading, or not have been woken yet: it is too late anyway
          late(next);
        } else {
          batch.add(next);
          weight += next.weight;
        }
      }
    }
    return weight;
  }

  private void late(Pending<?, ?> pending) {
    UnavailableException why = UnavailableException.deadline(pending.limit());
    pending.fail(why);
    meter.refused(pending.type.name(), why, pending.sent);
  }

  private void wakeNext() {
    Pending<?, ?> next = interactive.peekFirst();
    if (next == null) {
      next = bulk.peekFirst();
    }
    if (next != null) {
      next.wake();
    }
  }
}
