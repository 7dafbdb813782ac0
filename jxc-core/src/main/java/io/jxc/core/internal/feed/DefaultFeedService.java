package io.jxc.core.internal.feed;

import io.jxc.api.Actor;
import io.jxc.api.Codes;
import io.jxc.api.Cursor;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.access.Permissions;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.HistoryChangedException;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.event.JxcEvent;
import io.jxc.api.feed.FeedPage;
import io.jxc.api.feed.FeedService;
import io.jxc.api.feed.ParkedEvent;
import io.jxc.api.feed.ReplayFrom;
import io.jxc.api.feed.ReplayParked;
import io.jxc.api.feed.SubscriptionResult;
import io.jxc.api.feed.SubscriptionView;
import io.jxc.core.internal.codec.Cursors;
import io.jxc.core.internal.command.Reads;
import io.jxc.core.internal.command.Road;
import io.jxc.spi.store.Head;
import java.util.List;
import java.util.Optional;

/** The feed as one actor sees it. */
public final class DefaultFeedService implements FeedService {
  static final String STREAM = "feed";

  private final Actor actor;
  private final Road road;
  private final Reads reads;

  /** Creates the service of an actor. */
  public DefaultFeedService(Actor actor, Road road, Reads reads) {
    this.actor = actor;
    this.road = road;
    this.reads = reads;
  }

  @Override
  public FeedPage read(Optional<Cursor> after, int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw InvalidCommandException.of(
          "limit", ErrorCode.PAGE_SIZE, "1.." + MAX_LIMIT, Integer.toString(limit));
    }
    return reads.with(actor, Permissions.FEED_READ, snapshot -> page(snapshot, after, limit));
  }

  @Override
  public Cursor tail() {
    Head head = reads.with(actor, Permissions.FEED_READ, snapshot -> snapshot.view().head());
    return Cursors.of(head, STREAM, head.sequence());
  }

  @Override
  public Cursor behind(long sequence) {
    Head head = reads.with(actor, Permissions.FEED_READ, snapshot -> snapshot.view().head());
    if (sequence < 0 || sequence > head.sequence()) {
      throw InvalidCommandException.of(
          "sequence", ErrorCode.NUMBER_RANGE, "0.." + head.sequence(), Long.toString(sequence));
    }
    return Cursors.of(head, STREAM, sequence);
  }

  @Override
  public Page<SubscriptionView> subscriptions(PageRequest page) {
    return reads.with(
        actor,
        Permissions.FEED_MANAGE,
        snapshot -> new SubscriptionViews(snapshot).subscriptions(page));
  }

  @Override
  public Page<ParkedEvent> parked(String subscription, PageRequest page) {
    String name = Codes.require("subscription", subscription);
    return reads.with(
        actor,
        Permissions.FEED_MANAGE,
        snapshot -> new SubscriptionViews(snapshot).parked(name, page));
  }

  @Override
  public SubscriptionResult replay(ReplayParked command) {
    return road.execute(actor, SubscriptionRules.REPLAY_PARKED, command);
  }

  @Override
  public SubscriptionResult replay(ReplayFrom command) {
    Head head = reads.with(actor, Permissions.FEED_MANAGE, snapshot -> snapshot.view().head());
    long from = command.after().map(cursor -> sequence(cursor, head)).orElse(0L);
    return road.execute(
        actor, SubscriptionRules.replayFrom(head.incarnation().toString(), from), command);
  }

  private static FeedPage page(Reads.Snapshot snapshot, Optional<Cursor> after, int limit) {
    Head head = snapshot.view().head();
    long from = after.map(cursor -> sequence(cursor, head)).orElse(0L);
    EventReader.Batch batch = StoreEventReader.read(snapshot.view(), from, limit);
    while (batch.events().isEmpty() && batch.damaged().isPresent()) {
      DamagedEvent damaged = batch.damaged().get();
      if (snapshot.rights().sees(Permissions.FEED_READ, damaged.known().header().actor())) {
        throw damaged.damage();
      }
      batch = StoreEventReader.read(snapshot.view(), damaged.sequence(), limit);
    }
    List<JxcEvent> seen =
        batch.events().stream()
            .filter(event -> snapshot.rights().sees(Permissions.FEED_READ, event.header().actor()))
            .toList();
    return new FeedPage(seen, Cursors.of(head, STREAM, batch.readTo()), batch.more());
  }

  /** A place behind the end is of a history that was cut: going on there would skip what comes. */
  private static long sequence(Cursor cursor, Head head) {
    long sequence = Cursors.sequence(cursor, head, STREAM);
    if (sequence > head.sequence()) {
      throw new HistoryChangedException();
    }
    return sequence;
  }
}
