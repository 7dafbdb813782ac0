package io.jxc.store.memory;

import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.Listing;
import io.jxc.spi.store.StoredRow;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a journal in the order of one listing; they only ever appear. Rows that agree in
 * the equality attributes lie together, for no reader asks across them. Whoever reads sorts in what
 * the log has got since somebody did.
 */
final class JournalListing implements ListingSource {
  private final ListingOrder order;
  private final RowLog log;
  private final Map<List<Object>, SortedRows> groups = new ConcurrentHashMap<>();
  private final Lock catchingUp = new ReentrantLock();

  /** How many rows of the log are sorted in. */
  private int sortedIn;

  JournalListing(Listing listing, AttributeLayout layout, RowLog log) {
    order = new ListingOrder(listing, layout);
    this.log = log;
  }

  @Override
  public ListingOrder order() {
    return order;
  }

  @Override
  public Iterator<? extends StoredRow> between(
      Place low, Place high, boolean descending, long snapshot) {
    catchUp();
    SortedRows rows = groups.get(order.group(low));
    return rows == null
        ? Collections.emptyIterator()
        : new Visible(rows.between(low, high, descending), snapshot);
  }

  /** Sorts in everything that a reader of this moment may see. */
  private void catchUp() {
    // Locked even when nothing waits: another reader may be busy with what this one needs.
    catchingUp.lock();
    try {
      for (int end = log.size(); sortedIn < end; sortedIn++) {
        JournalRow row = log.get(sortedIn);
        if (order.holds(row)) {
          groups.computeIfAbsent(order.group(row), group -> new SortedRows(order)).add(row);
        }
      }
    } finally {
      catchingUp.unlock();
    }
  }

  private static final class Visible extends Lookahead<JournalRow> {
    private final Iterator<JournalRow> rows;
    private final long snapshot;

    Visible(Iterator<JournalRow> rows, long snapshot) {
      this.rows = rows;
      this.snapshot = snapshot;
    }

    @Override
    @Nullable JournalRow find() {
      while (rows.hasNext()) {
        JournalRow row = rows.next();
        if (row.sequence() <= snapshot) {
          return row;
        }
      }
      return null;
    }
  }
}
