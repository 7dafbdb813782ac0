package io.jxc.api.event;

/**
 * An event that this version does not know, written by a newer one.
 *
 * @param header tenant, actor, sequence and time
 * @param type its stored name
 * @param payload its stored fields as JSON
 */
public record UnknownEvent(EventHeader header, String type, String payload) implements JxcEvent {}
