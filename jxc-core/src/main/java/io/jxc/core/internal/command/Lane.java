package io.jxc.core.internal.command;

import io.jxc.api.TenantId;
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
  private static final Duration FLUSH_WITHIN = Duration.ofSeconds(5);

  private final TenantId tenant;
  private final LaneLimits limits;
  private final Committer committer;
  private final Deque<Pending<?, ?>> interactive = new ConcurrentLinkedDeque<>();
  private final Deque<Pending<?, ?>> bulk = new ConcurrentLinkedDeque<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean leading = new AtomicBoolean();

  Lane(TenantId tenant, LaneLimits limits, Committer committer) {
    this.tenant = tenant;
    this.limits = limits;
    this.committer = committer;
  }

  /** Queues commands of one caller and waits until each has its outcome or was withdrawn. */
  void run(List<? extends Pending<?, ?>> commands, boolean asBulk) {
    if (waiting.addAndGet(commands.size()) > limits.queue()) {
      int found = waiting.addAndGet(-commands.size());
      throw UnavailableException.overloaded(tenant, found);
    }
    (asBulk ? bulk : interactive).addAll(commands);
    boolean interrupted = false;
    try {
      for (Pending<?, ?> pending : commands) {
        interrupted |= await(pending, asBulk);
      }
    } finally {
      if (interrupted) {
        // a caller is never torn out of a batch half-way; it learns of the interrupt afterwards
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean await(Pending<?, ?> pending, boolean asBulk) {
    boolean interrupted = false;
    while (!pending.isDone()) {
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
      if (left <= 0 && pending.withdraw()) {
        (asBulk ? bulk : interactive).remove(pending);
        waiting.decrementAndGet();
        pending.fail(UnavailableException.deadline(limits.deadline()));
        wakeNext();
        continue;
      }
      LockSupport.parkNanos(this, Math.max(left, Duration.ofMillis(100).toNanos()));
      interrupted |= Thread.interrupted();
    }
    return interrupted;
  }

  /** Writes the counted refusals once no batch is under way; gives up after a while. */
  void flush() {
    long until = System.nanoTime() + FLUSH_WITHIN.toNanos();
    while (!leading.compareAndSet(false, true)) {
      if (System.nanoTime() - until > 0) {
        throw UnavailableException.deadline(FLUSH_WITHIN);
      }
      LockSupport.parkNanos(this, Duration.ofMillis(1).toNanos());
    }
    try {
      committer.flush();
    } finally {
      leading.set(false);
      wakeNext();
    }
  }

  private void lead() {
    List<Pending<?, ?>> batch = take();
    if (batch.isEmpty()) {
      return;
    }
    try {
      committer.commit(batch);
    } catch (Throwable cause) {
      // whatever ends a leader must not leave its callers waiting
      batch.stream().filter(pending -> !pending.isDone()).forEach(pending -> pending.fail(cause));
      if (cause instanceof Error error) {
        throw error;
      }
    }
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
    while (batch.size() < limits.batchCommands()) {
      Pending<?, ?> next = queue.peekFirst();
      boolean tooHeavy =
          next != null && !batch.isEmpty() && weight + next.weight > limits.batchWeight();
      if (next == null || tooHeavy) {
        break;
      }
      if (queue.removeFirstOccurrence(next)) {
        waiting.decrementAndGet();
        if (next.take()) {
          batch.add(next);
          weight += next.weight;
        } else {
          waiting.incrementAndGet();
        }
      }
    }
    return weight;
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
