package io.jxc.api.feed;

import io.jxc.api.Cursor;
import io.jxc.api.event.JxcEvent;
import java.util.List;

/**
 * Some events and the place to go on.
 *
 * @param events in order of their sequence; empty when nothing new happened. Fewer than asked for
 *     does not mean that nothing follows
 * @param next where to go on; the host keeps it together with what it made of the events
 * @param more whether events were already waiting behind this page
 */
public record FeedPage(List<JxcEvent> events, Cursor next, boolean more) {
  /** Copies the events. */
  public FeedPage {
    events = List.copyOf(events);
  }
}
