package io.jxc.core.internal.feed;

import io.jxc.api.TenantId;
import io.jxc.api.health.FeedLag;
import io.jxc.spi.JxcListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers events to one listener, tenant by tenant, in order. */
final class ListenerThread {
  private static final Logger LOG = LoggerFactory.getLogger(ListenerThread.class);
  private static final int POLLED_AT_ONCE = 100;

  private final JxcListener listener;
  private final ListenerHub.Waits waits;
  private final String name;
  private final Thread thread;
  private final ListenerRunner runner;
  private final BlockingQueue<Optional<TenantId>> due = new LinkedBlockingQueue<>();
  private final Waiting waiting;
  private final Deque<TenantId> round = new ArrayDeque<>();
  private boolean failing;
  private volatile boolean stopping;
  private volatile long stopAt;

  ListenerThread(JxcListener listener, int number, EventReader reader, ListenerHub.Waits waits) {
    this.listener = listener;
    this.waits = waits;
    waiting = new Waiting(waits.clock());
    name = "listener-" + number;
    thread = new Thread(this::run, "jxc-" + name);
    thread.setDaemon(true);
    runner = new ListenerRunner(thread.getName(), listener, reader, waiting, this::outOfTime);
  }

  void start() {
    thread.start();
  }

  void watch(TenantId tenant, long sequence) {
    runner.watch(tenant, sequence);
    wake(tenant);
  }

  void wake(TenantId tenant) {
    if (waiting.queue(tenant)) {
      due.add(Optional.of(tenant));
    }
  }

  FeedLag lag() {
    return new FeedLag(
        name, false, runner.tenants().size(), waiting.tenants(), waiting.oldest(), 0);
  }

  void stop() {
    stopAt = System.nanoTime() + waits.grace().toNanos();
    stopping = true;
    due.add(Optional.empty());
  }

  /** Waits for the end unless the listener itself closes the library. */
  void awaitEnd() {
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(stopAt - System.nanoTime())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      LOG.warn("{} is still inside {}; it is interrupted", thread.getName(), listener.getClass());
      stopAt = System.nanoTime() - 1;
      thread.interrupt();
    }
  }

  private void run() {
    while (!ended()) {
      try {
        Optional<TenantId> tenant = take();
        if (tenant.isPresent()) {
          waiting.taken(tenant.get());
          boolean more = runner.serve(tenant.get());
          failing = false;
          if (more) {
            wake(tenant.get());
          }
        } else if (!stopping) {
          lookAround();
        }
      } catch (InterruptedException e) {
        LOG.debug("{}: interrupted by its listener or by closing", thread.getName(), e);
      } catch (RuntimeException | Error e) {
        readFailed(e);
      }
    }
  }

  /** One warning for a store that stays away; the next one after it was there again. */
  private void readFailed(Throwable e) {
    if (failing) {
      LOG.debug("{}: still cannot read events", thread.getName(), e);
    } else {
      LOG.warn("{}: cannot read events, tries again later", thread.getName(), e);
    }
    failing = true;
  }

  private boolean ended() {
    return stopping && (due.isEmpty() || outOfTime());
  }

  private boolean outOfTime() {
    return stopping && System.nanoTime() - stopAt > 0;
  }

  private Optional<TenantId> take() throws InterruptedException {
    Optional<TenantId> next = due.poll(waits.poll().toNanos(), TimeUnit.NANOSECONDS);
    return next == null ? Optional.empty() : next;
  }

  /** Looks for commits of other nodes, at some tenants in turn. */
  private void lookAround() {
    if (round.isEmpty()) {
      round.addAll(runner.tenants());
    }
    for (int i = 0; i < POLLED_AT_ONCE && !round.isEmpty(); i++) {
      TenantId tenant = round.remove();
      if (runner.moved(tenant)) {
        wake(tenant);
      }
    }
  }
}
