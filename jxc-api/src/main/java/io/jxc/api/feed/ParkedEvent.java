package io.jxc.api.feed;

import io.jxc.api.event.JxcEvent;
import java.time.Instant;

/**
 * An event that a durable subscription has given up.
 *
 * @param event what was not delivered
 * @param attempts how often it was tried
 * @param error class and message of the last failure, at most 500 characters
 * @param replaying whether it is about to be delivered once more
 * @param at when it was parked, or failed again
 */
public record ParkedEvent(
    JxcEvent event, int attempts, String error, boolean replaying, Instant at) {}
