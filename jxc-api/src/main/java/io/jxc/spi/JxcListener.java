package io.jxc.spi;

import io.jxc.api.event.JxcEvent;

/**
 * Hears of committed events, its own node's and other nodes', of every tenant that this instance
 * works for: from the first session opened or command run for the tenant on.
 *
 * <p>Each listener has one daemon thread of its own, so it may block and may call JXC again; events
 * of one tenant come in order of their sequence. It is not durable: what happens while the process
 * is down, or what it failed to handle, is not delivered again. For guaranteed delivery make it a
 * durable {@link io.jxc.api.feed.Subscription}, or read the {@link io.jxc.api.feed.FeedService
 * feed} with a cursor kept by the host. A listener that throws is logged and goes on with the next
 * event; it never disturbs a command or another listener.
 */
@FunctionalInterface
public interface JxcListener {
  /** Hears of one event. */
  void on(JxcEvent event);
}
