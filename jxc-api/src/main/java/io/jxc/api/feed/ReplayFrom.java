package io.jxc.api.feed;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.Cursor;
import io.jxc.api.RequestIds;
import java.util.Optional;

/**
 * Has a subscription go on from another place: everything behind it is delivered, again where it
 * was before. Also the way to go on after the history was restored.
 *
 * @param requestId identity of the request
 * @param subscription name of the subscription
 * @param after the place to go on after; absent = from the first event
 */
public record ReplayFrom(String requestId, String subscription, Optional<Cursor> after)
    implements Command {
  /**
   * Checks the command.
   *
   * @throws io.jxc.api.error.InvalidCommandException with every violation
   */
  public ReplayFrom {
    Checks checks = new Checks();
    checks.requestId(requestId);
    subscription = checks.code("subscription", subscription);
    checks.done();
  }

  /** Delivers everything from the first event on. */
  public static ReplayFrom start(String subscription) {
    return new ReplayFrom(RequestIds.next(), subscription, Optional.empty());
  }

  /** Delivers everything behind a cursor of the feed. */
  public static ReplayFrom after(String subscription, Cursor cursor) {
    return new ReplayFrom(RequestIds.next(), subscription, Optional.of(cursor));
  }

  /** Returns a copy with another identity, to repeat it safely. */
  public ReplayFrom requestId(String id) {
    return new ReplayFrom(id, subscription, after);
  }
}
