package io.jxc.store.jdbc;

import io.jxc.api.TenantId;
import io.jxc.spi.store.Attribute;
import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.Filter;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Listing;
import io.jxc.spi.store.Slice;
import io.jxc.spi.store.StoredRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads pages of listings by key: rows come in chunks along the listing's index, further conditions
 * are applied to what was read, and the rows read are counted.
 */
final class ListReader {
  private static final int CHUNK = 500;

  private final Reads reads;
  private final Registry registry;
  private final TenantId tenant;

  ListReader(Reads reads, Registry registry, TenantId tenant) {
    this.reads = reads;
    this.registry = registry;
    this.tenant = tenant;
  }

  /** Reads rows of a listing after a place, at most so many. */
  interface Walk {
    List<StoredRow> next(Optional<Slice.Position> after, int limit);
  }

  Slice read(ListQuery query) {
    RowSource source = registry.rows(query.source(), query.type());
    Listing listing = source.listing(query.listing());
    AttributeLayout layout = source.attributes().layout();
    ListBounds bounds = ListBounds.of(query, listing, layout);
    Predicate<StoredRow> filter = filter(query.filters(), layout);
    Walk walk =
        source.shared()
            ? new SharedListing(reads, tenant, source, listing, bounds)
            : new TableListing(reads, tenant, source, listing, bounds);
    return page(query, listing, walk, filter);
  }

  private static Slice page(
      ListQuery query, Listing listing, Walk walk, Predicate<StoredRow> filter) {
    boolean plain = query.filters().isEmpty();
    List<StoredRow> page = new ArrayList<>();
    Optional<Slice.Position> at = query.after();
    int read = 0;
    while (true) {
      int left = query.maxRead() - read;
      // One more than wanted tells whether there is more.
      int chunk = Math.min(left, plain ? query.limit() : CHUNK) + 1;
      List<StoredRow> rows = walk.next(at, chunk);
      for (int i = 0; i < rows.size(); i++) {
        StoredRow row = rows.get(i);
        boolean more = i + 1 < rows.size();
        if (!more && rows.size() == chunk) {
          // Belongs to the next chunk; read again there.
          break;
        }
        read++;
        if (filter.test(row)) {
          page.add(row);
        }
        if (page.size() == query.limit() || read == query.maxRead()) {
          return new Slice(
              page, more ? Optional.of(Slice.Position.of(listing, row)) : Optional.empty());
        }
        at = Optional.of(Slice.Position.of(listing, row));
      }
      if (rows.size() < chunk) {
        return new Slice(page, Optional.empty());
      }
    }
  }

  private static Predicate<StoredRow> filter(List<Filter> filters, AttributeLayout layout) {
    for (Filter filter : filters) {
      Attribute attribute = layout.attribute(filter.attribute());
      Values.check(attribute, filter);
    }
    return row -> {
      for (Filter filter : filters) {
        Optional<Object> value = row.attributes().value(filter.attribute());
        if (value.isEmpty() || !Values.meets(value.get(), filter)) {
          return false;
        }
      }
      return true;
    };
  }
}
