package io.jxc.store.memory;

import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.Listing;
import io.jxc.spi.store.StoredRow;
import java.util.Iterator;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The entries of a journal in the order of one listing; they only ever appear. */
final class JournalListing implements ListingSource {
  private final ListingOrder order;
  private final ConcurrentSkipListMap<Object, JournalRow> rows;

  JournalListing(Listing listing, AttributeLayout layout) {
    order = new ListingOrder(listing, layout);
    rows = new ConcurrentSkipListMap<>(order);
  }

  void append(JournalRow row) {
    if (order.holds(row)) {
      rows.put(row, row);
    }
  }

  @Override
  public ListingOrder order() {
    return order;
  }

  @Override
  public Iterator<? extends StoredRow> between(
      Place low, Place high, boolean descending, long snapshot) {
    ConcurrentNavigableMap<Object, JournalRow> range = rows.subMap(low, false, high, false);
    return new Visible(descending ? range.descendingMap() : range, snapshot);
  }

  private static final class Visible extends Lookahead<JournalRow> {
    private final Iterator<JournalRow> rows;
    private final long snapshot;

    Visible(ConcurrentNavigableMap<Object, JournalRow> range, long snapshot) {
      this.rows = range.values().iterator();
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
