package io.jxc.spi.store;

/**
 * A stored fact.
 *
 * @param type name of the declared journal type
 * @param sequence its number in the tenant's log, over all journal types
 * @param format number of the body's format
 * @param attributes values of the declared attributes
 * @param body encoded content, often empty
 */
public record JournalRow(
    String type, long sequence, int format, AttributeValues attributes, Bytes body)
    implements StoredRow {
  /** Returns the entry as it was handed to the store, for its digest. */
  public JournalEntry entry() {
    return new JournalEntry(type, format, attributes, body);
  }
}
