package io.jxc.store.memory;

import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.Listing;
import io.jxc.spi.store.StoredRow;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The rows of a document type or its lines in the order of one listing. */
final class ListingTable<K, R extends StoredRow> implements ListingSource {
  private final ListingOrder order;
  private final KeptOrder<Place, K, R> rows;

  ListingTable(Listing listing, AttributeLayout layout, VersionedMap<K, R> table) {
    order = new ListingOrder(listing, layout);
    rows = table.order(new ByListing<>(order));
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

  private record ByListing<K, R extends StoredRow>(ListingOrder order)
      implements KeptOrder.Placing<Place, K, R> {
    @Override
    public int compare(Place left, Place right) {
      return order.compare(left, right);
    }

    @Override
    public @Nullable Place place(K key, R row) {
      return order.place(row);
    }

    @Override
    public boolean isAt(Place place, R row) {
      return order.isAt(place, row);
    }

    @Override
    public boolean stays(R before, R after) {
      return order.stays(before, after);
    }
  }
}
