package io.jxc.core.internal.feed;

import io.jxc.api.TenantId;
import io.jxc.spi.JxcListener;
import io.jxc.spi.store.JxcStore;
import java.time.Clock;

/** A plain listener of a node without its thread: a simulator makes every step. */
public final class DrivenListener {
  private final ListenerRunner runner;

  /** Serves a listener from a node's way to the store. */
  public DrivenListener(JxcListener listener, JxcStore store, Clock clock) {
    runner =
        new ListenerRunner(
            "driven", listener, new StoreEventReader(store), new Waiting(clock), () -> false);
  }

  /** Hears of a tenant what comes behind a place in its log. */
  public void watch(TenantId tenant, long sequence) {
    runner.watch(tenant, sequence);
  }

  /** Makes a step for a tenant; true when nothing more waits there. */
  public boolean serve(TenantId tenant) {
    return !runner.serve(tenant);
  }
}
