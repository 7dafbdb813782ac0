package io.jxc.core.internal.feed;

import java.time.Instant;
import java.util.List;

/**
 * How far a durable subscription is.
 *
 * @param name its name
 * @param incarnation history that the place belongs to
 * @param generation grows with each replay from another place: what was begun before is void
 * @param token fencing token of the lease under which the place was kept; an older one is refused
 * @param sequence everything up to here was delivered or parked
 * @param parked events that are parked
 * @param replays parked events that are to be delivered once more
 * @param failing the event that failed last and is tried again; 0 = none
 * @param attempts how often it was tried
 * @param at when the place was kept
 */
record SubscriptionDocument(
    String name,
    String incarnation,
    long generation,
    long token,
    long sequence,
    long parked,
    List<Long> replays,
    long failing,
    int attempts,
    Instant at) {
  SubscriptionDocument {
    replays = List.copyOf(replays);
  }
}
