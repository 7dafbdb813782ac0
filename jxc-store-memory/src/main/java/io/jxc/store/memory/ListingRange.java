package io.jxc.store.memory;

import io.jxc.spi.store.AggregateQuery;
import io.jxc.spi.store.Filter;
import io.jxc.spi.store.Filter.Operator;
import io.jxc.spi.store.Listing;
import io.jxc.spi.store.StoredRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The part of a listing that holds every row an aggregate can count, so that a question about one
 * product does not read them all.
 */
final class ListingRange {
  private final ListingSource source;
  private final Place low;
  private final Place high;

  private ListingRange(ListingSource source, Place low, Place high) {
    this.source = source;
    this.low = low;
    this.high = high;
  }

  /**
   * Finds the listing that narrows most. A row that lacks one of its attributes is in no listing,
   * so each of them must be one that the query requires a value of.
   */
  static Optional<ListingRange> of(
      AggregateQuery query, Collection<? extends ListingSource> listings) {
    Map<String, Object> equal = new HashMap<>();
    Set<String> required = new HashSet<>(query.groupBy());
    for (Filter filter : query.filters()) {
      required.add(filter.attribute());
      if (filter.operator() == Operator.EQ) {
        equal.put(filter.attribute(), filter.values().get(0));
      }
    }
    Optional<ListingSource> best = Optional.empty();
    for (ListingSource candidate : listings) {
      Listing listing = candidate.order().listing();
      boolean usable =
          !listing.equality().isEmpty()
              && equal.keySet().containsAll(listing.equality())
              && required.containsAll(listing.sort());
      if (usable && listing.equality().size() > best.map(ListingRange::narrowness).orElse(0)) {
        best = Optional.of(candidate);
      }
    }
    return best.map(source -> bounded(source, equal, query.filters()));
  }

  Iterator<? extends StoredRow> rows(long snapshot) {
    return source.order().compare(low, high) >= 0
        ? Collections.emptyIterator()
        : source.between(low, high, false, snapshot);
  }

  private static int narrowness(ListingSource source) {
    return source.order().listing().equality().size();
  }

  private static ListingRange bounded(
      ListingSource source, Map<String, Object> equal, List<Filter> filters) {
    ListingOrder order = source.order();
    List<Object> prefix = new ArrayList<>();
    order.listing().equality().forEach(name -> prefix.add(equal.get(name)));
    Place low = Place.before(prefix.toArray());
    Place high = Place.after(prefix.toArray());
    for (Filter filter : filters) {
      if (order.listing().sort().indexOf(filter.attribute()) == 0) {
        Place lower = lower(prefix, filter).orElse(low);
        low = order.compare(lower, low) > 0 ? lower : low;
        Place upper = upper(prefix, filter).orElse(high);
        high = order.compare(upper, high) < 0 ? upper : high;
      }
    }
    return new ListingRange(source, low, high);
  }

  private static Optional<Place> lower(List<Object> prefix, Filter filter) {
    return switch (filter.operator()) {
      case EQ, GE -> Optional.of(Place.before(with(prefix, filter)));
      case GT -> Optional.of(Place.after(with(prefix, filter)));
      case IN, LT, LE, PREFIX -> Optional.empty();
    };
  }

  private static Optional<Place> upper(List<Object> prefix, Filter filter) {
    return switch (filter.operator()) {
      case EQ, LE -> Optional.of(Place.after(with(prefix, filter)));
      case LT -> Optional.of(Place.before(with(prefix, filter)));
      case IN, GT, GE, PREFIX -> Optional.empty();
    };
  }

  private static Object[] with(List<Object> prefix, Filter filter) {
    List<Object> values = new ArrayList<>(prefix);
    values.add(filter.values().get(0));
    return values.toArray();
  }
}
