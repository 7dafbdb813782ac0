package io.jxc.api.feed;

import io.jxc.api.Cursor;
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
   */
  @Requires(Permissions.FEED_READ)
  FeedPage read(Optional<Cursor> after, int limit);

  /** Returns the cursor behind the newest event, to hear only of what comes. */
  @Requires(Permissions.FEED_READ)
  Cursor tail();
}
