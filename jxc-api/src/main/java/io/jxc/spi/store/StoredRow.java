package io.jxc.spi.store;

/** A row that a listing returns: a document's header, a line or a journal entry. */
public sealed interface StoredRow permits DocumentRow, LineRow, JournalRow {
  /** Returns the name of the declared type. */
  String type();

  /** Returns the number of the body's format; upcasters read older ones. */
  int format();

  /** Returns the declared attributes' values. */
  AttributeValues attributes();

  /** Returns the encoded body, at most 1 MB. */
  Bytes body();
}
