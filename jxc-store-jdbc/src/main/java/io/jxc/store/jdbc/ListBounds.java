package io.jxc.store.jdbc;

import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Listing;
import io.jxc.spi.store.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a listing query asks for, checked and in stored form.
 *
 * @param equality values of the equality attributes
 * @param from least value of the first sort attribute
 * @param to bound of the first sort attribute
 * @param descending whether it is read backwards
 */
record ListBounds(
    List<Object> equality, Optional<Object> from, Optional<Object> to, boolean descending) {

  static ListBounds of(ListQuery query, Listing listing, AttributeLayout layout) {
    if (query.equality().size() != listing.equality().size()) {
      throw new IllegalArgumentException(
          "listing " + listing.name() + " takes values of " + listing.equality());
    }
    if (listing.sort().isEmpty() && (query.from().isPresent() || query.to().isPresent())) {
      throw new IllegalArgumentException("listing " + listing.name() + " sorts by nothing");
    }
    query.after().ifPresent(after -> sort(after, listing, layout));
    return new ListBounds(
        normalised(query.equality(), listing.equality(), layout),
        query.from().map(from -> layout.attribute(listing.sort().get(0)).normalise(from)),
        query.to().map(to -> layout.attribute(listing.sort().get(0)).normalise(to)),
        query.descending());
  }

  /** The sort values of a position, checked. */
  static List<Object> sort(Slice.Position position, Listing listing, AttributeLayout layout) {
    if (position.sort().size() != listing.sort().size()) {
      throw new IllegalArgumentException(
          "a position in " + listing.name() + " has values of " + listing.sort());
    }
    return normalised(position.sort(), listing.sort(), layout);
  }

  private static List<Object> normalised(
      List<Object> values, List<String> names, AttributeLayout layout) {
    List<Object> normalised = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      normalised.add(layout.attribute(names.get(i)).normalise(values.get(i)));
    }
    return normalised;
  }
}
