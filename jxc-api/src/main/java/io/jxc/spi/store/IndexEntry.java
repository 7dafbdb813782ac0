package io.jxc.spi.store;

/**
 * A value of an index and the document it leads to.
 *
 * @param value the indexed value
 * @param key the document's key
 */
public record IndexEntry(String value, String key) {}
