package io.jxc.examples.bench.naive;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;

/**
 * Gives numbers by the block: a block is taken in a short transaction of its own, so that no order
 * waits for another one's number. Faster than a counter in the order's transaction, and with gaps
 * after a crash.
 */
final class NaiveNumbers {
  private static final String TAKE =
      "UPDATE jxc_document SET version = version + ?"
          + " WHERE tenant = ? AND type = ? AND doc_key = ?";
  private static final String READ =
      "SELECT version FROM jxc_document WHERE tenant = ? AND type = ? AND doc_key = ?";
  private static final String CREATE =
      "INSERT INTO jxc_document (tenant, type, doc_key, version, format, attributes, body)"
          + " VALUES (?, ?, ?, ?, 1, ?, ?)";
  private static final byte[] TYPE = bytes("naive_series");
  private static final byte[] NOTHING = {};

  private final NaiveDatabase database;
  private final byte[] tenant;
  private final byte[] series;
  private final int block;
  private final ReentrantLock lock = new ReentrantLock();
  private long next;
  private long end;

  NaiveNumbers(NaiveDatabase database, String tenant, String series, int block) {
    this.database = database;
    this.tenant = bytes(tenant);
    this.series = bytes(series);
    this.block = block;
  }

  /** Makes the counter, once for all nodes. */
  static void create(NaiveDatabase database, String tenant, String series, long first) {
    database.transaction(
        handle ->
            handle.execute(CREATE, bytes(tenant), TYPE, bytes(series), first, NOTHING, NOTHING));
  }

  /** Returns the first of so many numbers in a row. */
  long take(int numbers) {
    lock.lock();
    try {
      if (next + numbers > end) {
        end = database.transaction(this::more);
        next = end - block;
      }
      next += numbers;
      return next - numbers;
    } finally {
      lock.unlock();
    }
  }

  private long more(Handle handle) {
    handle.execute(TAKE, block, tenant, TYPE, series);
    return handle.select(READ, tenant, TYPE, series).mapTo(Long.class).one();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
