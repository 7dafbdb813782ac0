package io.jxc.core.internal.feed;

import io.jxc.api.TenantId;
import io.jxc.api.event.JxcEvent;
import io.jxc.api.feed.Subscription;
import io.jxc.core.internal.codec.Stored;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.StoreView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks what waits for a subscription, in one snapshot with the place it has reached. */
final class SubscriptionReader {
  private static final Logger LOG = LoggerFactory.getLogger(SubscriptionReader.class);

  private final Subscription subscription;
  private final JxcStore store;
  private final LongSupplier nanos;
  private final int batch;

  SubscriptionReader(Subscription subscription, JxcStore store, LongSupplier nanos, int batch) {
    this.subscription = subscription;
    this.store = store;
    this.nanos = nanos;
    this.batch = batch;
  }

  /**
   * What waits.
   *
   * @param replays parked events to be delivered once more
   * @param events events to be delivered, in order
   * @param readTo everything up to here was looked at
   * @param more whether the log goes on behind that
   * @param lost parked events to be delivered once more that cannot be read
   * @param damaged the event behind those to be delivered, where it cannot be read
   */
  record Work(
      List<JxcEvent> replays,
      List<JxcEvent> events,
      long readTo,
      boolean more,
      List<DamagedEvent> lost,
      Optional<DamagedEvent> damaged) {
    private static final Work NONE =
        new Work(List.of(), List.of(), 0, false, List.of(), Optional.empty());

    boolean nothing() {
      return replays.isEmpty() && events.isEmpty() && lost.isEmpty() && damaged.isEmpty();
    }
  }

  /** Looks, and brings the track up to what is kept. */
  Work look(TenantId tenant, Track track) {
    try (StoreView view = store.view(tenant)) {
      Head head = view.head();
      if (head.sequence() == 0) {
        return Work.NONE;
      }
      Optional<SubscriptionDocument> kept =
          view
              .documents(SubscriptionTypes.SUBSCRIPTION.name(), List.of(subscription.name()))
              .stream()
              .findFirst()
              .map(SubscriptionTypes.SUBSCRIPTION::decode)
              .map(Stored::value);
      boolean otherHistory =
          kept.filter(place -> !belongs(place, head)).isPresent() && track.seen != head.sequence();
      if (otherHistory) {
        LOG.warn(
            "{}: the history of {} was restored; replay it from a place to go on",
            subscription.name(),
            tenant);
      }
      track.seen = head.sequence();
      if (kept.filter(place -> !belongs(place, head)).isPresent()) {
        return Work.NONE;
      }
      follow(track, kept, head);
      return work(view, track, kept.map(SubscriptionDocument::replays).orElse(List.of()));
    }
  }

  private static boolean belongs(SubscriptionDocument place, Head head) {
    return place.incarnation().equals(head.incarnation().toString())
        && place.sequence() <= head.sequence();
  }

  private void follow(Track track, Optional<SubscriptionDocument> kept, Head head) {
    String incarnation = head.incarnation().toString();
    long generation = kept.map(SubscriptionDocument::generation).orElse(0L);
    boolean begin = !track.incarnation.equals(incarnation) || track.generation != generation;
    if (begin) {
      track.incarnation = incarnation;
      track.generation = generation;
      track.succeeded();
      kept.ifPresent(place -> track.failed(place.failing(), place.attempts()));
      track.kept(nanos.getAsLong());
      boolean fromNow = kept.isEmpty() && subscription.start() == Subscription.Start.NOW;
      track.sequence = fromNow ? head.sequence() : 0;
      track.readTo = track.sequence;
      // a place is kept before the first event, so that "now" means the same after a restart
      track.dirty = kept.isEmpty();
    }
    long reached = kept.map(SubscriptionDocument::sequence).orElse(0L);
    track.sequence = begin && kept.isPresent() ? reached : Math.max(track.sequence, reached);
    track.readTo = Math.max(track.readTo, track.sequence);
    track.parked = kept.map(SubscriptionDocument::parked).orElse(0L);
  }

  private Work work(StoreView view, Track track, List<Long> replays) {
    List<JxcEvent> again = new ArrayList<>();
    List<DamagedEvent> lost = new ArrayList<>();
    for (long sequence : replays) {
      if (!track.replayed.contains(sequence)) {
        EventReader.Batch one = StoreEventReader.read(view, sequence - 1, 1);
        one.events().stream().filter(event -> event.sequence() == sequence).forEach(again::add);
        one.damaged().filter(event -> event.sequence() == sequence).ifPresent(lost::add);
      }
    }
    EventReader.Batch next = StoreEventReader.read(view, track.readTo, batch);
    if (next.events().isEmpty()) {
      track.readTo = next.readTo();
    }
    return new Work(again, next.events(), next.readTo(), next.more(), lost, next.damaged());
  }
}
