package io.jxc.core.internal.feed;

import java.time.Instant;

/**
 * An event that a subscription has given up.
 *
 * @param subscription name of the subscription
 * @param sequence number of the event
 * @param attempts how often it was tried
 * @param error last failure
 * @param at when it was parked, or failed again
 */
record ParkedDocument(String subscription, long sequence, int attempts, String error, Instant at) {
  /** Returns the key; keys of one subscription sort by sequence. */
  static String key(String subscription, long sequence) {
    return subscription + "/" + String.format("%019d", sequence);
  }

  String key() {
    return key(subscription, sequence);
  }
}
