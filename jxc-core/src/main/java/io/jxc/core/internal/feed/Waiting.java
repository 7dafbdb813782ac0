package io.jxc.core.internal.feed;

import io.jxc.api.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tenants whose events a thread is to deliver, each once, and since when they wait. Told by
 * whoever commits, settled by the thread, read by anybody.
 */
final class Waiting {
  private final Clock clock;
  private final Map<TenantId, Instant> since = new ConcurrentHashMap<>();
  private final Set<TenantId> queued = ConcurrentHashMap.newKeySet();

  Waiting(Clock clock) {
    this.clock = clock;
  }

  /** Notes that a tenant is to be looked at; false when that is noted already. */
  boolean queue(TenantId tenant) {
    if (!queued.add(tenant)) {
      return false;
    }
    since.putIfAbsent(tenant, clock.instant());
    return true;
  }

  /** Begins to look at a tenant; what happens from now on is noted anew. */
  void taken(TenantId tenant) {
    queued.remove(tenant);
  }

  /** Notes that all before an event is delivered, and when this one was committed. */
  void reached(TenantId tenant, Instant committed) {
    since.put(tenant, committed);
  }

  /** Notes that nothing waits any more, unless somebody has said otherwise meanwhile. */
  void settled(TenantId tenant) {
    since.remove(tenant);
    if (queued.contains(tenant)) {
      since.putIfAbsent(tenant, clock.instant());
    }
  }

  int tenants() {
    return since.size();
  }

  /** Returns since when the longest waiting tenant waits. */
  Optional<Instant> oldest() {
    return since.values().stream().min(Instant::compareTo);
  }
}
