package io.jxc.store.memory;

import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.Lease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who may do a named thing for a while. */
final class Leases {
  private final Clock clock;
  private final Map<String, Lease> leases = new HashMap<>();

  Leases(Clock clock) {
    this.clock = clock;
  }

  /** Takes, renews or, with no time to live, gives back a lease. */
  synchronized Optional<Lease> take(String name, String holder, Duration timeToLive) {
    if (timeToLive.isNegative()) {
      throw new IllegalArgumentException("a time to live is not negative, found " + timeToLive);
    }
    Instant now = Attribute.micros(clock.instant());
    Lease held = leases.get(name);
    if (held != null && !held.holder().equals(holder) && held.expiresAt().isAfter(now)) {
      return Optional.empty();
    }
    long token = held == null ? 1 : held.token() + (held.holder().equals(holder) ? 0 : 1);
    Lease taken = new Lease(name, holder, token, Attribute.micros(now.plus(timeToLive)));
    leases.put(name, taken);
    return Optional.of(taken);
  }
}
