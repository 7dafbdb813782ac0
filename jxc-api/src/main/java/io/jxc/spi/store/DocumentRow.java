package io.jxc.spi.store;

/**
 * The stored header of a document.
 *
 * @param type name of the declared type
 * @param key its key, unique within tenant and type
 * @param version last sequence of the block that changed it last; grows strictly
 * @param format number of the body's format
 * @param attributes values of the declared attributes
 * @param body encoded content
 */
public record DocumentRow(
    String type, String key, long version, int format, AttributeValues attributes, Bytes body)
    implements StoredRow {}
