package io.jxc.core.internal.feed;

import io.jxc.api.TenantId;
import io.jxc.api.health.FeedLag;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one durable subscription: wakes for commits of this node and looks for those of others. */
final class SubscriptionThread {
  private static final Logger LOG = LoggerFactory.getLogger(SubscriptionThread.class);
  private static final int POLLED_AT_ONCE = 100;
  private static final long SHORTEST_WAIT_MILLIS = 10;

  private final String name;
  private final SubscriptionRunner runner;
  private final Deliverer deliverer;
  private final ListenerHub.Waits waits;
  private final Thread thread;
  private final Map<TenantId, Boolean> tenants = new ConcurrentHashMap<>();
  private final Waiting waiting;
  private final BlockingQueue<Optional<TenantId>> due = new LinkedBlockingQueue<>();

  /** Tenants that were told "later"; used by the thread only. */
  private final List<TenantId> later = new ArrayList<>();

  private final Deque<TenantId> round = new ArrayDeque<>();
  private boolean failing;
  private volatile boolean stopping;
  private volatile long stopAt;

  SubscriptionThread(
      String name,
      SubscriptionRunner runner,
      Deliverer deliverer,
      Waiting waiting,
      ListenerHub.Waits waits) {
    this.name = name;
    this.runner = runner;
    this.deliverer = deliverer;
    this.waiting = waiting;
    this.waits = waits;
    thread = new Thread(this::run, "jxc-subscription-" + name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  void watch(TenantId tenant) {
    if (tenants.putIfAbsent(tenant, true) == null) {
      wake(tenant);
    }
  }

  void committed(TenantId tenant) {
    if (tenants.containsKey(tenant)) {
      wake(tenant);
    }
  }

  private void wake(TenantId tenant) {
    if (waiting.queue(tenant)) {
      due.add(Optional.of(tenant));
    }
  }

  FeedLag lag() {
    return new FeedLag(
        name, true, tenants.size(), waiting.tenants(), waiting.oldest(), runner.parked());
  }

  void stop() {
    stopAt = System.nanoTime() + waits.grace().toNanos();
    stopping = true;
    runner.stop();
    due.add(Optional.empty());
  }

  /** Waits for the event under way unless its listener closes the library; all share one grace. */
  void awaitEnd() {
    if (deliverer.isCaller()) {
      return;
    }
    try {
      thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(stopAt - System.nanoTime())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      LOG.warn("{} is still inside its listener; it is interrupted", thread.getName());
      deliverer.close();
      thread.interrupt();
    }
  }

  private void run() {
    while (!stopping) {
      try {
        Optional<TenantId> tenant = due.poll(pause(), TimeUnit.MILLISECONDS);
        if (tenant == null) {
          lookAround();
        } else if (tenant.isPresent()) {
          waiting.taken(tenant.get());
          serve(tenant.get());
        }
        failing = false;
      } catch (InterruptedException e) {
        LOG.debug("{}: interrupted by closing", thread.getName(), e);
      } catch (RuntimeException | Error e) {
        failed(e);
      }
    }
    runner.end();
    deliverer.close();
  }

  private void serve(TenantId tenant) throws InterruptedException {
    later.remove(tenant);
    try {
      switch (runner.serve(tenant)) {
        case MORE -> wake(tenant);
        case LATER -> later.add(tenant);
        case IDLE -> waiting.settled(tenant);
      }
    } catch (RuntimeException | Error e) {
      later.add(tenant);
      throw e;
    }
  }

  /** One warning for a store that stays away; the next one after it was there again. */
  private void failed(Throwable e) {
    if (failing) {
      LOG.debug("{}: still cannot go on", thread.getName(), e);
    } else {
      LOG.warn("{}: cannot go on, tries again later", thread.getName(), e);
    }
    failing = true;
  }

  /** Tries again what is due, and looks for commits of other nodes at some tenants in turn. */
  private void lookAround() {
    for (TenantId tenant : later) {
      if (runner.pause(tenant).compareTo(Duration.ZERO) <= 0) {
        wake(tenant);
      }
    }
    if (round.isEmpty()) {
      round.addAll(tenants.keySet());
    }
    for (int i = 0; i < POLLED_AT_ONCE && !round.isEmpty(); i++) {
      TenantId tenant = round.remove();
      if (runner.moved(tenant)) {
        wake(tenant);
      }
    }
  }

  private long pause() {
    long pause = waits.poll().toMillis();
    for (TenantId tenant : later) {
      Duration left = runner.pause(tenant);
      if (left.compareTo(Duration.ZERO) > 0) {
        pause = Math.min(pause, left.toMillis() + 1);
      }
    }
    return Math.max(SHORTEST_WAIT_MILLIS, pause);
  }
}
