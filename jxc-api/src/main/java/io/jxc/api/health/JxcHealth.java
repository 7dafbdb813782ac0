package io.jxc.api.health;

import io.jxc.spi.store.StoreHealth;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How an instance does, in one look. It is asked for by {@code Jxc.health()}, which never throws
 * and answers within two seconds, whatever the store does.
 *
 * <pre>{@code
 * JxcHealth health = jxc.health();
 * boolean ready = health.up() && health.feed().stream()
 *     .allMatch(lag -> lag.age(Instant.now()).compareTo(Duration.ofMinutes(5)) < 0);
 * }</pre>
 *
 * @param store whether the store answers, what an acknowledged commit survives, the schema version,
 *     and one line for people. While it does not answer in time, the last known values of the rest
 * @param lastCommit when this instance last committed anything, by its clock; empty before
 * @param feed how far behind each listener and each durable subscription is, in the order in which
 *     they were given to the builder, listeners first
 */
public record JxcHealth(StoreHealth store, Optional<Instant> lastCommit, List<FeedLag> feed) {
  /** Copies the list. */
  public JxcHealth {
    feed = List.copyOf(feed);
  }

  /** Tells whether the instance is open and its store answers. */
  public boolean up() {
    return store.up();
  }
}
