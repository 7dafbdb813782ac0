package io.jxc.spi.store;

/**
 * A fact to be appended; its sequence follows from its place in the change set.
 *
 * @param type name of the declared journal type
 * @param format number of the body's format
 * @param attributes values of the declared attributes
 * @param body encoded content, often empty
 */
public record JournalEntry(String type, int format, AttributeValues attributes, Bytes body) {}
