package io.jxc.api.feed;

import io.jxc.api.Cursor;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.access.Permissions;
import io.jxc.api.access.Requires;
import java.util.Optional;

/**
 * Everything that happened, in order, at least once. A cursor never skips an event: sequence order
 * is commit order.
 *
 * <pre>{@code
 * FeedPage page = session.feed().read(kept, 500);
 * page.events().forEach(this::handle);
 * kept = Optional.of(page.next());
 * }</pre>
 */
public interface FeedService {
  /** Events a page may have. */
  int MAX_LIMIT = 1_000;

  /**
   * Reads events after a cursor. Needs {@code feed.read}; where it is held for own things only,
   * only events that the actor caused are shown.
   *
   * @param after where to go on; absent = from the first event
   * @param limit events at most, 1 to 1,000
   * @throws io.jxc.api.error.HistoryChangedException when the history was restored to an earlier
   *     point since the cursor was given out
   * @throws io.jxc.api.error.InvalidCommandException {@code page.size}, {@code cursor.invalid} for
   *     a text that is no cursor of this tenant's feed
   * @throws io.jxc.api.error.StorageException {@code storage.unreadable} when the next event is
   *     damaged; what comes before it was on the page before, and {@link #behind} steps over it
   */
  @Requires(Permissions.FEED_READ)
  FeedPage read(Optional<Cursor> after, int limit);

  /** Returns the cursor behind the newest event, to hear only of what comes. */
  @Requires(Permissions.FEED_READ)
  Cursor tail();

  /**
   * Returns the cursor behind a place in the log: behind an event that is handled already, wherever
   * that was noted, or behind one that cannot be read, whose {@code storage.unreadable} names it.
   *
   * <pre>{@code
   * long damaged = Long.parseLong(e.arguments().get("key"));
   * kept = Optional.of(session.feed().behind(damaged));
   * }</pre>
   *
   * @param sequence an {@link io.jxc.api.event.JxcEvent#sequence}, or any other place; 0 = before
   *     the first event
   * @throws io.jxc.api.error.InvalidCommandException {@code number.range} for less than 0 and for
   *     what is behind the end of the log: going on there would skip what comes
   */
  @Requires(Permissions.FEED_READ)
  Cursor behind(long sequence);

  /**
   * Returns the durable subscriptions that have ever been served in this tenant, by name, each with
   * what waits for it.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code cursor.invalid}
   */
  @Requires(Permissions.FEED_MANAGE)
  Page<SubscriptionView> subscriptions(PageRequest page);

  /**
   * Returns what a subscription has given up, the oldest event first. Who may read only own events
   * in the feed sees only those; pages may be short.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code cursor.invalid}, {@code code.invalid}
   */
  @Requires(Permissions.FEED_MANAGE)
  Page<ParkedEvent> parked(String subscription, PageRequest page);

  /**
   * Has a parked event delivered once more.
   *
   * @throws io.jxc.api.error.NotFoundException when it is not parked
   * @throws io.jxc.api.error.RuleViolationException {@code limit.exceeded} when a thousand of them
   *     wait for it already
   */
  @Requires(Permissions.FEED_MANAGE)
  SubscriptionResult replay(ReplayParked command);

  /**
   * Has a subscription go on from another place.
   *
   * @throws io.jxc.api.error.NotFoundException when no subscription of this name was ever served
   * @throws io.jxc.api.error.HistoryChangedException when the cursor is of another history
   * @throws io.jxc.api.error.InvalidCommandException {@code cursor.invalid}
   */
  @Requires(Permissions.FEED_MANAGE)
  SubscriptionResult replay(ReplayFrom command);
}
