package io.jxc.core.internal.sim;

import io.jxc.api.TenantId;
import io.jxc.api.event.JxcEvent;
import io.jxc.spi.JxcListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What plain listeners have heard. Each lives as long as its node, and hears everything from its
 * start on, once and in order: a node that dies takes the rest with it.
 */
final class Hearings {
  private final World world;
  private final Map<String, Hearing> all = new LinkedHashMap<>();

  Hearings(World world) {
    this.world = world;
  }

  /** What one listener has heard of a tenant. */
  private static final class Hearing {
    private final String who;
    private final String tenant;
    private final long start;
    private final List<Long> heard = new ArrayList<>();

    /** What it must have heard up to, because nothing was in its way. */
    private long owed;

    private Hearing(String who, String tenant, long start) {
      this.who = who;
      this.tenant = tenant;
      this.start = start;
      this.owed = start;
    }
  }

  private static String name(SimNode node, TenantId tenant) {
    return node + "/" + tenant.value();
  }

  /** Begins to listen to a tenant, on a node that has just started. */
  void begin(SimNode node, TenantId tenant, long sequence) {
    all.put(name(node, tenant), new Hearing(node.toString(), tenant.value(), sequence));
  }

  private Hearing of(SimNode node, TenantId tenant) {
    return World.required(all.get(name(node, tenant)));
  }

  /** The listener of a node. */
  JxcListener ear(SimNode node) {
    return event -> hear(node, event);
  }

  private void hear(SimNode node, JxcEvent event) {
    of(node, event.tenant()).heard.add(event.sequence());
  }

  /** The listener of a node has nothing more to do. */
  void idle(SimNode node, TenantId tenant) {
    of(node, tenant).owed = world.store.head(tenant).sequence();
  }

  /** Requires that each has heard what followed its start, without a gap, as far as it is owed. */
  void check(String tenant, List<Long> events) {
    for (Hearing hearing : all.values()) {
      if (hearing.tenant.equals(tenant)) {
        List<Long> due = events.stream().filter(event -> event > hearing.start).toList();
        int most = Math.min(due.size(), hearing.heard.size());
        Violation.unless(
            hearing.heard.equals(due.subList(0, most)),
            "the listener of %s, from %d of %s on, heard %s of %s",
            hearing.who,
            hearing.start,
            tenant,
            hearing.heard,
            due);
        long owed = due.stream().filter(event -> event <= hearing.owed).count();
        Violation.unless(
            hearing.heard.size() >= owed,
            "the listener of %s has heard %d of %d events of %s",
            hearing.who,
            hearing.heard.size(),
            owed,
            tenant);
      }
    }
  }
}
