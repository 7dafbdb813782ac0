package io.jxc.examples.bench;

import java.util.List;

/** One of the two that are compared. Used by many threads. */
interface Side extends AutoCloseable {
  /** Returns what it is called. */
  String name();

  /** Returns whose books it writes. */
  String tenant();

  /** Places an order of one unit of each product; false when stock is short. */
  boolean order(List<String> skus);

  /** Reserves one unit; false when stock is short. */
  boolean reserve(String sku);

  /** Returns what its books say, with everybody gone. */
  Books books();

  /** Returns what it has written so far. */
  Written written();

  /** Counts statements from now on, and returns how to end that. */
  StatementMeter meter();

  @Override
  void close();

  /**
   * What was written.
   *
   * @param commits how many commits changed anything
   * @param rows how many rows they inserted, updated or deleted
   */
  record Written(long commits, long rows) {
    /** Returns what was written since an earlier moment. */
    Written since(Written earlier) {
      return new Written(commits - earlier.commits, rows - earlier.rows);
    }
  }

  /** Counts the statements that a database has executed. */
  interface StatementMeter extends AutoCloseable {
    /** Returns how many there were since it was opened. */
    long read();

    @Override
    void close();
  }
}
