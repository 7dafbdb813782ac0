package io.jxc.spi.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a page of a declared listing.
 *
 * @param source headers, lines or journal entries
 * @param type name of the declared type
 * @param listing name of a declared listing
 * @param equality one value for each equality attribute, in declared order
 * @param from least value of the first sort attribute, included
 * @param to bound of the first sort attribute, not included
 * @param descending whether the listing is read backwards
 * @param after the place to go on after, from {@link Slice#next}
 * @param filters further conditions on declared attributes, applied to the rows read
 * @param limit rows wanted at most, 1 to 10,000
 * @param maxRead rows to read at most before a short page is returned, at least {@code limit}
 */
public record ListQuery(
    Source source,
    String type,
    String listing,
    List<Object> equality,
    Optional<Object> from,
    Optional<Object> to,
    boolean descending,
    Optional<Slice.Position> after,
    List<Filter> filters,
    int limit,
    int maxRead) {

  /** Rows a page may have. */
  public static final int MAX_LIMIT = 10_000;

  /** Checks the bounds. */
  public ListQuery {
    equality = List.copyOf(equality);
    filters = List.copyOf(filters);
    if (source == Source.BALANCES || limit < 1 || limit > MAX_LIMIT || maxRead < limit) {
      throw new IllegalArgumentException("limit is 1..10000 and at most maxRead, found " + limit);
    }
  }

  /** Starts a query. */
  public static Builder of(Source source, String type, String listing) {
    return new Builder(source, type, listing);
  }

  /** Collects a query. Not thread-safe. */
  public static final class Builder {
    private final Source source;
    private final String type;
    private final String listing;
    private final List<Object> equality = new ArrayList<>();
    private final List<Filter> filters = new ArrayList<>();
    private Optional<Object> from = Optional.empty();
    private Optional<Object> to = Optional.empty();
    private Optional<Slice.Position> after = Optional.empty();
    private boolean descending;
    private int limit = 100;
    private int maxRead = MAX_LIMIT;

    private Builder(Source source, String type, String listing) {
      this.source = source;
      this.type = type;
      this.listing = listing;
    }

    /** Gives the value of the next equality attribute. */
    public Builder equal(Object value) {
      equality.add(value);
      return this;
    }

    /** Bounds the first sort attribute from below, included. */
    public Builder from(Optional<?> value) {
      from = value.map(v -> v);
      return this;
    }

    /** Bounds the first sort attribute from above, not included. */
    public Builder to(Optional<?> value) {
      to = value.map(v -> v);
      return this;
    }

    /** Reads backwards. */
    public Builder descending() {
      descending = true;
      return this;
    }

    /** Goes on after a place. */
    public Builder after(Optional<Slice.Position> place) {
      after = place;
      return this;
    }

    /** Adds a condition. */
    public Builder filter(Filter filter) {
      filters.add(filter);
      return this;
    }

    /** Bounds the rows returned. */
    public Builder limit(int rows) {
      limit = rows;
      return this;
    }

    /** Bounds the rows read. */
    public Builder maxRead(int rows) {
      maxRead = rows;
      return this;
    }

    /** Returns the query. */
    public ListQuery build() {
      return new ListQuery(
          source, type, listing, equality, from, to, descending, after, filters, limit, maxRead);
    }
  }
}
