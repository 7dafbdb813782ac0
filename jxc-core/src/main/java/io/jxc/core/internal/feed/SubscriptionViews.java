package io.jxc.core.internal.feed;

import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.access.Permissions;
import io.jxc.api.event.JxcEvent;
import io.jxc.api.feed.ParkedEvent;
import io.jxc.api.feed.SubscriptionView;
import io.jxc.core.internal.codec.Cursors;
import io.jxc.core.internal.codec.Stored;
import io.jxc.core.internal.command.Reads;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows subscriptions as one actor may see them. */
final class SubscriptionViews {
  private final Reads.Snapshot snapshot;

  SubscriptionViews(Reads.Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  Page<SubscriptionView> subscriptions(PageRequest page) {
    return snapshot.page(
        ListQuery.of(Source.DOCUMENTS, SubscriptionTypes.SUBSCRIPTION.name(), "by_name"),
        page,
        row -> view(SubscriptionTypes.SUBSCRIPTION.decode((DocumentRow) row).value()));
  }

  private SubscriptionView view(SubscriptionDocument kept) {
    Head head = snapshot.view().head();
    boolean changed =
        !kept.incarnation().equals(head.incarnation().toString())
            || kept.sequence() > head.sequence();
    if (changed) {
      return new SubscriptionView(
          kept.name(), Optional.empty(), 0, Optional.empty(), kept.parked(), true, kept.at());
    }
    List<JxcEvent> waiting = waiting(kept.sequence());
    return new SubscriptionView(
        kept.name(),
        Optional.of(Cursors.of(head, DefaultFeedService.STREAM, kept.sequence())),
        waiting.size(),
        waiting.stream().findFirst().map(JxcEvent::at),
        kept.parked(),
        false,
        kept.at());
  }

  /** Damaged events wait, too: they will be parked. */
  private List<JxcEvent> waiting(long after) {
    List<JxcEvent> waiting = new ArrayList<>();
    long from = after;
    Optional<DamagedEvent> damaged;
    do {
      int left = SubscriptionView.MOST_COUNTED - waiting.size();
      EventReader.Batch batch = StoreEventReader.read(snapshot.view(), from, left);
      waiting.addAll(batch.events());
      damaged = batch.damaged();
      if (damaged.isPresent()) {
        waiting.add(damaged.get().known());
        from = damaged.get().sequence();
      }
    } while (damaged.isPresent() && waiting.size() < SubscriptionView.MOST_COUNTED);
    return waiting;
  }

  Page<ParkedEvent> parked(String subscription, PageRequest request) {
    List<Long> replays =
        snapshot
            .get(SubscriptionTypes.SUBSCRIPTION, subscription)
            .map(Stored::value)
            .map(SubscriptionDocument::replays)
            .orElse(List.of());
    Page<ParkedDocument> page =
        snapshot.page(
            ListQuery.of(Source.DOCUMENTS, SubscriptionTypes.PARKED.name(), "of_subscription")
                .equal(subscription),
            request,
            row -> SubscriptionTypes.PARKED.decode((DocumentRow) row).value());
    return new Page<>(
        page.items().stream().flatMap(parked -> event(parked, replays).stream()).toList(),
        page.next());
  }

  private Optional<ParkedEvent> event(ParkedDocument parked, List<Long> replays) {
    EventReader.Batch stored = StoreEventReader.read(snapshot.view(), parked.sequence() - 1, 1);
    return Stream.concat(
            stored.events().stream(), stored.damaged().map(DamagedEvent::known).stream())
        .filter(event -> event.sequence() == parked.sequence())
        .filter(event -> visible(event))
        .findFirst()
        .map(
            event ->
                new ParkedEvent(
                    event,
                    parked.attempts(),
                    parked.error(),
                    replays.contains(parked.sequence()),
                    parked.at()));
  }

  private boolean visible(JxcEvent event) {
    return !snapshot.rights().has(Permissions.FEED_READ)
        || snapshot.rights().sees(Permissions.FEED_READ, event.header().actor());
  }
}
