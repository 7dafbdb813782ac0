package io.jxc.spi.store;

/** Which rows of a declared type a query reads. */
public enum Source {
  /** Headers of a document type. */
  DOCUMENTS,
  /** Lines of a document type. */
  LINES,
  /** Entries of a journal type. */
  JOURNAL,
  /** Rows of a balance type; in aggregates only. */
  BALANCES
}
