package io.jxc.core.internal.feed;

import io.jxc.api.event.JxcEvent;
import java.time.Duration;
import java.util.Optional;

/** Hands events to a listener, one at a time. */
interface Delivery {
  /**
   * Delivers an event and returns what went wrong.
   *
   * @param every how often {@code meanwhile} is called while the listener works
   */
  Optional<Throwable> deliver(JxcEvent event, Duration every, Runnable meanwhile)
      throws InterruptedException;

  /** Tells whether the listener is still inside an event that was given up. */
  boolean stuck();
}
