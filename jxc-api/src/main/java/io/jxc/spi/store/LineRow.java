package io.jxc.spi.store;

/**
 * A stored line of a document.
 *
 * @param type name of the declared document type
 * @param documentKey key of the document it belongs to
 * @param lineNo its number, 1 to 10,000, never used again within the document
 * @param format number of the body's format
 * @param attributes values of the declared line attributes
 * @param body encoded content
 */
public record LineRow(
    String type, String documentKey, int lineNo, int format, AttributeValues attributes, Bytes body)
    implements StoredRow {}
