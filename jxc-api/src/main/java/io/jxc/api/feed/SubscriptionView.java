package io.jxc.api.feed;

import io.jxc.api.Cursor;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a durable subscription is in this tenant.
 *
 * @param name its name
 * @param delivered the place it has reached and kept; absent when the history was restored since
 * @param waiting events behind that place, counted up to {@value #MOST_COUNTED}
 * @param waitingSince when the first of them was committed: now minus this is the lag
 * @param parked events that were given up and wait to be replayed
 * @param historyChanged whether the history was restored to an earlier point: nothing is delivered
 *     until somebody says where to go on, see {@link ReplayFrom}
 * @param at when its place was last kept
 */
public record SubscriptionView(
    String name,
    Optional<Cursor> delivered,
    long waiting,
    Optional<Instant> waitingSince,
    long parked,
    boolean historyChanged,
    Instant at) {
  /** Waiting events that are counted at most. */
  public static final int MOST_COUNTED = 1_000;
}
