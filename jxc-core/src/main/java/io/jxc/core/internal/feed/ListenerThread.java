package io.jxc.core.internal.feed;

import io.jxc.api.TenantId;
import io.jxc.api.event.JxcEvent;
import io.jxc.api.health.FeedLag;
import io.jxc.spi.JxcListener;
import io.jxc.spi.store.Head;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers events to one listener, tenant by tenant, in order. */
final class ListenerThread {
  private static final Logger LOG = LoggerFactory.getLogger(ListenerThread.class);
  private static final int BATCH = 200;
  private static final int POLLED_AT_ONCE = 100;

  private final JxcListener listener;
  private final EventReader reader;
  private final ListenerHub.Waits waits;
  private final String name;
  private final Thread thread;
  private final Map<TenantId, Place> places = new ConcurrentHashMap<>();
  private final BlockingQueue<Optional<TenantId>> due = new LinkedBlockingQueue<>();
  private final Waiting waiting;
  private final Deque<TenantId> round = new ArrayDeque<>();
  private boolean failing;
  private volatile boolean stopping;
  private volatile long stopAt;

  /** How far a tenant's log was delivered; the history is known after the first look. */
  private record Place(long sequence, Optional<Head> seen) {}

  ListenerThread(JxcListener listener, int number, EventReader reader, ListenerHub.Waits waits) {
    this.listener = listener;
    this.reader = reader;
    this.waits = waits;
    waiting = new Waiting(waits.clock());
    name = "listener-" + number;
    thread = new Thread(this::run, "jxc-" + name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  void watch(TenantId tenant, long sequence) {
    places.put(tenant, new Place(sequence, Optional.empty()));
    wake(tenant);
  }

  void wake(TenantId tenant) {
    if (waiting.queue(tenant)) {
      due.add(Optional.of(tenant));
    }
  }

  FeedLag lag() {
    return new FeedLag(name, false, places.size(), waiting.tenants(), waiting.oldest(), 0);
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
          serve(tenant.get());
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
      round.addAll(places.keySet());
    }
    for (int i = 0; i < POLLED_AT_ONCE && !round.isEmpty(); i++) {
      TenantId tenant = round.remove();
      if (reader.head(tenant).sequence() != place(tenant).sequence()) {
        wake(tenant);
      }
    }
  }

  private Place place(TenantId tenant) {
    return Objects.requireNonNull(places.get(tenant), "only watched tenants are served");
  }

  private void serve(TenantId tenant) {
    Place place = place(tenant);
    EventReader.Batch batch = reader.after(tenant, place.sequence(), BATCH);
    failing = false;
    if (otherHistory(place, batch.head())) {
      LOG.warn("{}: the history of {} was restored; goes on at its end", thread.getName(), tenant);
      places.put(tenant, new Place(batch.head().sequence(), Optional.of(batch.head())));
      waiting.settled(tenant);
      return;
    }
    for (JxcEvent event : batch.events()) {
      waiting.reached(tenant, event.at());
      deliver(event);
      if (outOfTime()) {
        return;
      }
    }
    long reached = batch.damaged().map(this::pass).orElse(batch.readTo());
    places.put(tenant, new Place(reached, Optional.of(batch.head())));
    if (reached < batch.head().sequence()) {
      wake(tenant);
    } else {
      waiting.settled(tenant);
    }
  }

  /** Goes on behind an event that cannot be read: it would hold up everything after it for good. */
  private long pass(DamagedEvent damaged) {
    LOG.error(
        "{}: event {} of tenant {} is not delivered",
        thread.getName(),
        damaged.sequence(),
        damaged.known().tenant(),
        damaged.damage());
    if (listener instanceof ReportingListener reporting) {
      guarded(damaged.known(), () -> reporting.report().accept(damaged.known(), damaged.damage()));
    }
    return damaged.sequence();
  }

  private static boolean otherHistory(Place place, Head head) {
    return head.sequence() < place.sequence()
        || place
            .seen()
            .filter(seen -> seen.sequence() > 0)
            .filter(seen -> !seen.incarnation().equals(head.incarnation()))
            .isPresent();
  }

  /**
   * Whatever the host's code throws stays here, also what usually ends a thread: it harms neither a
   * command nor the others, and the listener hears of the next event.
   */
  private void deliver(JxcEvent event) {
    guarded(event, () -> listener.on(event));
  }

  private void guarded(JxcEvent event, Runnable hostCode) {
    try {
      hostCode.run();
    } catch (Throwable e) {
      LOG.error(
          "{}: listener failed at event {} of tenant {}",
          thread.getName(),
          event.sequence(),
          event.tenant(),
          Printable.of(e));
    }
  }
}
