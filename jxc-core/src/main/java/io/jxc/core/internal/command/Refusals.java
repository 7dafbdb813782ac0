package io.jxc.core.internal.command;

import io.jxc.api.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The refusals of each tenant that are counted and not yet in the log. */
@Singleton
public final class Refusals {
  private final Map<TenantId, RefusalCounter> counters = new ConcurrentHashMap<>();

  /** Starts with none. */
  @Inject
  public Refusals() {}

  RefusalCounter of(TenantId tenant) {
    return counters.computeIfAbsent(tenant, name -> new RefusalCounter());
  }

  /** Forgets what was counted for a name that is no tenant: nowhere could it be written. */
  void forget(TenantId stranger) {
    counters.remove(stranger);
  }

  /** Returns how many names something is kept of. */
  int known() {
    return counters.size();
  }

  /** Returns the tenants that have refusals to be written. */
  List<TenantId> waiting() {
    return counters.entrySet().stream()
        .filter(counter -> !counter.getValue().all().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }
}
