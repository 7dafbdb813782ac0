package io.jxc.core.internal.feed;

import io.jxc.api.TenantId;
import io.jxc.api.event.JxcEvent;
import io.jxc.spi.JxcListener;
import io.jxc.spi.store.Head;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers events to one listener, a step at a time. Served by one thread, watched by any. */
final class ListenerRunner {
  private static final Logger LOG = LoggerFactory.getLogger(ListenerRunner.class);
  private static final int BATCH = 200;

  private final String name;
  private final JxcListener listener;
  private final EventReader reader;
  private final Waiting waiting;
  private final BooleanSupplier outOfTime;
  private final Map<TenantId, Place> places = new ConcurrentHashMap<>();

  /** How far a tenant's log was delivered; the history is known after the first look. */
  private record Place(long sequence, Optional<Head> seen) {}

  /**
   * Begins with nothing watched.
   *
   * @param waiting told how far it has come
   * @param outOfTime tells whether the event under way is the last
   */
  ListenerRunner(
      String name,
      JxcListener listener,
      EventReader reader,
      Waiting waiting,
      BooleanSupplier outOfTime) {
    this.name = name;
    this.listener = listener;
    this.reader = reader;
    this.waiting = waiting;
    this.outOfTime = outOfTime;
  }

  /** Watches a tenant from behind a place in its log on. */
  void watch(TenantId tenant, long sequence) {
    places.put(tenant, new Place(sequence, Optional.empty()));
  }

  Collection<TenantId> tenants() {
    return places.keySet();
  }

  /** Tells whether a tenant's log has moved since it was last looked at. */
  boolean moved(TenantId tenant) {
    return reader.head(tenant).sequence() != place(tenant).sequence();
  }

  private Place place(TenantId tenant) {
    return Objects.requireNonNull(places.get(tenant), "only watched tenants are served");
  }

  /** Delivers what waits; true when more does. */
  boolean serve(TenantId tenant) {
    Place place = place(tenant);
    EventReader.Batch batch = reader.after(tenant, place.sequence(), BATCH);
    if (otherHistory(place, batch.head())) {
      LOG.warn("{}: the history of {} was restored; goes on at its end", name, tenant);
      places.put(tenant, new Place(batch.head().sequence(), Optional.of(batch.head())));
      waiting.settled(tenant);
      return false;
    }
    for (JxcEvent event : batch.events()) {
      waiting.reached(tenant, event.at());
      guarded(event, () -> listener.on(event));
      if (outOfTime.getAsBoolean()) {
        return false;
      }
    }
    long reached = batch.damaged().map(this::pass).orElse(batch.readTo());
    places.put(tenant, new Place(reached, Optional.of(batch.head())));
    if (reached < batch.head().sequence()) {
      return true;
    }
    waiting.settled(tenant);
    return false;
  }

  /** Goes on behind an event that cannot be read: it would hold up everything after it for good. */
  private long pass(DamagedEvent damaged) {
    LOG.error(
        "{}: event {} of tenant {} is not delivered",
        name,
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
  private void guarded(JxcEvent event, Runnable hostCode) {
    try {
      hostCode.run();
    } catch (Throwable e) {
      LOG.error(
          "{}: listener failed at event {} of tenant {}",
          name,
          event.sequence(),
          event.tenant(),
          Printable.of(e));
    }
  }
}
