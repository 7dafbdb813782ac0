package io.jxc.core.internal.audit;

import java.time.Instant;

/**
 * Leads from an object to an audit entry of it.
 *
 * @param object type and key of the object, joined by a colon
 * @param at time of the entry
 * @param back how many sequences before this mark its audit entry stands
 */
public record ObjectMark(String object, Instant at, long back) {}
