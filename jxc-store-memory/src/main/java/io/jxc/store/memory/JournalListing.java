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
import org.jspecify.annotations.Nullable;

/**
 * The entries of a journal in the order of one listing; they only ever appear. Rows that agree in
 * the equality attributes lie together, for no reader asks across them.
 */
final class JournalListing implements ListingSource {
  private final ListingOrder order;
  private final Map<List<Object>, SortedRows> groups = new ConcurrentHashMap<>();

  JournalListing(Listing listing, AttributeLayout layout) {
    order = new ListingOrder(listing, layout);
  }

  void append(JournalRow row) {
    if (order.holds(row)) {
      groups.computeIfAbsent(order.group(row), group -> new SortedRows(order)).add(row);
    }
  }

  @Override
  public ListingOrder order() {
    return order;
  }

  @Override
  public Iterator<? extends StoredRow> between(
      Place low, Place high, boolean descending, long snapshot) {
    SortedRows rows = groups.get(order.group(low));
    return rows == null
        ? Collections.emptyIterator()
        : new Visible(rows.between(low, high, descending), snapshot);
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
