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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The queue of a tenant's waiting commands. The first waiting caller leads: it takes a batch from
 * the head of the queue, hands leadership on when that is with the store, and wakes the callers
 * when it is committed. The next leader decides its batch meanwhile, and waits for its turn. There
 * is no thread of ours, and nobody waits for more where nothing is under way: load itself makes the
 * batches.
 */
final class Lane {
  /** How often a caller looks whether the batch that has its command is over; it is woken, too. */
  private static final Duration TAKEN_POLL = Duration.ofMillis(100);

  private static final Duration CLOSE_POLL = Duration.ofMillis(1);

  /** Rows so few that they are not worth a commit of their own while another one is under way. */
  private static final int SMALL = 100;

  private final TenantId tenant;
  private final LaneLimits limits;
  private final Committer committer;
  private final Meter meter;
  private final Deque<Pending<?, ?>> interactive = new ConcurrentLinkedDeque<>();
  private final Deque<Pending<?, ?>> bulk = new ConcurrentLinkedDeque<>();
  private final AtomicInteger waiting = new AtomicInteger();

  /** The weight of all that wait. */
  private final AtomicLong load = new AtomicLong();

  /** The weight of all whose callers have not gone on yet: that wait or are under way. */
  private final AtomicLong inside = new AtomicLong();

  private final AtomicInteger callers = new AtomicInteger();
  private final AtomicBoolean leading = new AtomicBoolean();
  private volatile boolean closed;

  /** The batch that was sent last. Written by who leads. */
  private volatile @Nullable Flight last;

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
    long weight = commands.stream().mapToLong(pending -> pending.weight).sum();
    load.addAndGet(weight);
    inside.addAndGet(weight);
    queue.addAll(commands);
    // An interrupt tears no caller out of a batch half-way, and must not reach the files of a
    // store, which it would close: it is put off until the end.
    boolean interrupted = Thread.interrupted();
    callers.incrementAndGet();
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
      callers.decrementAndGet();
      inside.addAndGet(-weight);
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
      if (mayLead() && leading.compareAndSet(false, true)) {
        interrupted |= lead(pending);
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
    left(pending);
    return true;
  }

  private void left(Pending<?, ?> pending) {
    waiting.decrementAndGet();
    load.addAndGet(-pending.weight);
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
    return waiting.get() == 0 && !leading.get() && !isUnderWay(last);
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
    boolean leads = false;
    try {
      while (!leads || isUnderWay(last)) {
        leads = leads || leading.compareAndSet(false, true);
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

  /**
   * Tells whether a batch may be begun: none is with the store, or enough wait for the next one to
   * be decided meanwhile, nearly half of all or as many as a batch may have.
   */
  private boolean mayLead() {
    long enough = Math.min(inside.get() * 7 / 16, limits.batchWeight());
    return !isUnderWay(last) || load.get() >= Math.max(SMALL, enough);
  }

  private static boolean isUnderWay(@Nullable Flight flight) {
    return flight != null && !flight.isOver();
  }

  /** Leads a batch, unless the leader's own command was in an earlier one. */
  private boolean lead(Pending<?, ?> own) {
    Flight before = last;
    boolean alone = !isUnderWay(before);
    List<Pending<?, ?>> batch =
        own.isDone() ? List.of() : take(alone ? half() : limits.batchWeight());
    Flight flight = new Flight(batch, new Taken());
    try {
      return !batch.isEmpty() && fly(flight, alone ? null : before);
    } finally {
      flight.end();
      flight.handOn();
      wakeNext();
    }
  }

  /**
   * One half is decided while the other is with the store, if there is another caller to lead it
   * and no other node, whose commits would be in between; few are not worth two commits.
   */
  private int half() {
    int all = limits.batchWeight();
    boolean whole = callers.get() == 1 || committer.isShared();
    return whole ? all : (int) Math.max(SMALL, Math.min(inside.get() / 2, all));
  }

  /** What a batch still has to do with the queue it was taken from. */
  private final class Taken implements Flight.Queue {
    @Override
    public void handOn() {
      leading.set(false);
      if (mayLead()) {
        wakeNext();
      }
    }

    @Override
    public void fill(List<Pending<?, ?>> batch) {
      take(batch, limits.batchWeight());
    }
  }

  private boolean fly(Flight flight, @Nullable Flight under) {
    List<Pending<?, ?>> batch = flight.commands;
    long begun = System.nanoTime();
    boolean interrupted = false;
    try {
      if (under != null) {
        committer.ahead(flight);
        interrupted = under.await();
      }
      last = flight;
      committer.commit(flight);
    } catch (Throwable cause) {
      // whatever ends a leader must not leave its callers waiting
      batch.stream().filter(pending -> !pending.isDone()).forEach(pending -> pending.fail(cause));
      if (cause instanceof Error error) {
        throw error;
      }
    } finally {
      meter.ended(batch, begun, () -> committer.figures(flight));
    }
    return interrupted;
  }

  /**
   * Takes the next batch: bounded in commands and weight, interactive commands before bulk.
   *
   * @param share the weight at which it has enough; the last command may exceed it
   */
  private List<Pending<?, ?>> take(int share) {
    List<Pending<?, ?>> batch = new ArrayList<>();
    take(batch, share);
    return batch;
  }

  private void take(List<Pending<?, ?>> batch, int share) {
    int before = batch.stream().mapToInt(pending -> pending.weight).sum();
    int weight = take(interactive, batch, before, share);
    if (batch.isEmpty() || weight < share) {
      take(bulk, batch, weight, share);
    }
  }

  private int take(
      Deque<Pending<?, ?>> queue, List<Pending<?, ?>> batch, int weightBefore, int share) {
    int weight = weightBefore;
    long now = System.nanoTime();
    while (batch.size() < limits.batchCommands() && weight < share) {
      Pending<?, ?> next = queue.peekFirst();
      boolean tooHeavy =
          next != null && !batch.isEmpty() && weight + next.weight > limits.batchWeight();
      if (next == null || tooHeavy) {
        break;
      }
      if (queue.removeFirstOccurrence(next) && next.take()) {
        // who takes its command back counts it
        left(next);
        if (next.deadline - now <= 0) {
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
