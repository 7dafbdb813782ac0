package io.jxc.store.memory;

import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.Listing;
import io.jxc.spi.store.StoredRow;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The rows of a document type or its lines in the order of one listing. */
final class ListingTable implements ListingSource {
  private final ListingOrder order;
  private final VersionedMap<Object, StoredRow> rows;

  ListingTable(Listing listing, AttributeLayout layout) {
    order = new ListingOrder(listing, layout);
    rows = new VersionedMap<>(order);
  }

  /** Follows a row from what it was to what it is; null where it is absent. */
  void move(@Nullable StoredRow before, @Nullable StoredRow after, long sequence, Retired retired) {
    Place left = before == null ? null : order.place(before);
    Place taken = after == null ? null : order.place(after);
    if (left != null && (taken == null || order.compare(left, taken) != 0)) {
      rows.delete(left, sequence, retired);
    }
    if (taken != null && after != null) {
      rows.put(taken, after, sequence, retired);
    }
  }

  @Override
  public ListingOrder order() {
    return order;
  }

  @Override
  public Iterator<? extends StoredRow> between(
      Place low, Place high, boolean descending, long snapshot) {
    return rows.between(low, high, descending, snapshot);
  }
}
