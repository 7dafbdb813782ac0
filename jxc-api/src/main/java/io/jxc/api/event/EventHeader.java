package io.jxc.api.event;

import io.jxc.api.TenantId;
import java.time.Instant;

/**
 * What every event tells.
 *
 * @param tenant where it happened
 * @param actor user who did it
 * @param sequence its number in the tenant's log; identifies the event for de-duplication
 * @param at block time, in micros UTC
 */
public record EventHeader(TenantId tenant, String actor, long sequence, Instant at) {}
