package io.jxc.store.memory;

import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Listing;
import io.jxc.spi.store.Names;
import io.jxc.spi.store.Slice;
import io.jxc.spi.store.Source;
import io.jxc.spi.store.StoredRow;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads a page of a listing. */
final class ListReader {
  private final ListQuery query;
  private final ListingSource source;
  private final ListingOrder order;
  private final Object[] equality;

  ListReader(ListQuery query, ListingSource source) {
    this.query = query;
    this.source = source;
    this.order = source.order();
    Listing listing = order.listing();
    if (query.equality().size() != listing.equality().size()) {
      throw new IllegalArgumentException(
          "listing " + listing.name() + " takes values of " + listing.equality());
    }
    if (listing.sort().isEmpty() && (query.from().isPresent() || query.to().isPresent())) {
      throw new IllegalArgumentException("listing " + listing.name() + " sorts by nothing");
    }
    equality = new Object[query.equality().size()];
    for (int i = 0; i < equality.length; i++) {
      equality[i] = order.column(i).normalise(query.equality().get(i));
    }
  }

  /** Reads rows until the page is full, the bound on rows read is met or none is left. */
  Slice read(Predicate<StoredRow> filter, long snapshot) {
    Place low = query.from().map(from -> Place.before(bound(from))).orElse(Place.before(equality));
    Place high = query.to().map(to -> Place.before(bound(to))).orElse(Place.after(equality));
    if (query.after().isPresent()) {
      Place after = place(query.after().get());
      if (query.descending()) {
        high = order.compare(after, high) < 0 ? after : high;
      } else {
        low = order.compare(after, low) > 0 ? after : low;
      }
    }
    if (order.compare(low, high) >= 0) {
      return new Slice(List.of(), Optional.empty());
    }
    return page(source.between(low, high, query.descending(), snapshot), filter);
  }

  private Slice page(Iterator<? extends StoredRow> rows, Predicate<StoredRow> filter) {
    List<StoredRow> page = new ArrayList<>();
    for (int read = 1; rows.hasNext(); read++) {
      StoredRow row = rows.next();
      if (filter.test(row)) {
        page.add(row);
      }
      if ((page.size() == query.limit() || read == query.maxRead()) && rows.hasNext()) {
        return new Slice(page, Optional.of(Slice.Position.of(order.listing(), row)));
      }
      if (page.size() == query.limit()) {
        break;
      }
    }
    return new Slice(page, Optional.empty());
  }

  private Object[] bound(Object value) {
    return prefixed(List.of(value));
  }

  private Object[] prefixed(List<Object> sort) {
    Object[] values = new Object[equality.length + sort.size()];
    System.arraycopy(equality, 0, values, 0, equality.length);
    for (int i = 0; i < sort.size(); i++) {
      values[equality.length + i] = order.column(equality.length + i).normalise(sort.get(i));
    }
    return values;
  }

  private Place place(Slice.Position position) {
    if (equality.length + position.sort().size() != order.width()) {
      throw new IllegalArgumentException(
          "a position in " + order.listing().name() + " has values of " + order.listing().sort());
    }
    Object[] values = prefixed(position.sort());
    String tie = position.tie();
    if (query.source() == Source.DOCUMENTS) {
      return Place.of(values, tie, 0);
    } else if (query.source() == Source.JOURNAL) {
      return Place.of(values, "", number(tie));
    }
    int separator = tie.lastIndexOf(Names.SEPARATOR);
    if (separator < 0) {
      throw new IllegalArgumentException("a position of lines ends with 0x00 and a number");
    }
    return Place.of(values, tie.substring(0, separator), number(tie.substring(separator + 1)));
  }

  private static long number(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a position ends with digits, found '" + digits + "'", e);
    }
  }
}
