package io.jxc.api.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far behind a listener or a durable subscription is, as its instance knows it without asking
 * the store. Commits of other nodes are noticed within a second or so.
 *
 * @param name name of the subscription; {@code listener-1}, {@code listener-2} … for listeners
 * @param durable whether it is a durable subscription
 * @param tenants tenants it serves here
 * @param behind how many of them have something that is not delivered yet. With several nodes it is
 *     delivered by one, which the others learn of when it keeps its place
 * @param waitingSince when the oldest of it was committed or noticed; empty when nothing waits
 * @param parked events that were given up and wait to be replayed, in these tenants; 0 for
 *     listeners
 */
public record FeedLag(
    String name,
    boolean durable,
    int tenants,
    int behind,
    Optional<Instant> waitingSince,
    long parked) {

  /** Returns how long the oldest event has been waiting; zero when nothing waits. */
  public Duration age(Instant now) {
    return waitingSince
        .map(since -> Duration.between(since, now))
        .filter(age -> !age.isNegative())
        .orElse(Duration.ZERO);
  }
}
