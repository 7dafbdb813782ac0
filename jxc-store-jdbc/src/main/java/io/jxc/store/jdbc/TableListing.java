package io.jxc.store.jdbc;

import io.jxc.api.TenantId;
import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.Listing;
import io.jxc.spi.store.Slice;
import io.jxc.spi.store.StoredRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Walks a listing of a type with a table of its own, along the SQL index of the listing. */
final class TableListing implements ListReader.Walk {
  private final Reads reads;
  private final TenantId tenant;
  private final RowSource source;
  private final Listing listing;
  private final ListBounds bounds;

  TableListing(Reads reads, TenantId tenant, RowSource source, Listing listing, ListBounds bounds) {
    this.reads = reads;
    this.tenant = tenant;
    this.source = source;
    this.listing = listing;
    this.bounds = bounds;
  }

  @Override
  public List<StoredRow> next(Optional<Slice.Position> after, int limit) {
    AttributeLayout layout = source.attributes().layout();
    StringBuilder sql = new StringBuilder(source.select());
    List<Object> values = new ArrayList<>(source.scope(tenant));
    List<String> fixed = new ArrayList<>(source.scopeColumns());
    for (int i = 0; i < listing.equality().size(); i++) {
      String name = listing.equality().get(i);
      fixed.add(source.column(name));
      sql.append(" AND ").append(source.column(name)).append(" = ?");
      values.add(AttributeColumns.toSql(layout.attribute(name), bounds.equality().get(i)));
    }
    for (String name : listing.sort()) {
      sql.append(" AND ").append(source.column(name)).append(" IS NOT NULL");
    }
    bounds.from().ifPresent(from -> bound(sql, values, " >= ?", from));
    bounds.to().ifPresent(to -> bound(sql, values, " < ?", to));
    List<String> order = new ArrayList<>();
    listing.sort().forEach(name -> order.add(source.column(name)));
    order.addAll(source.ties());
    after.ifPresent(position -> beyond(sql, values, order, place(position, layout)));
    sql.append(Ranges.first(fixed, order, bounds.descending()));
    values.add(limit);
    return reads.list(sql.toString(), values, (row, ctx) -> source.read(row));
  }

  private void bound(StringBuilder sql, List<Object> values, String comparison, Object value) {
    String first = listing.sort().get(0);
    sql.append(" AND ").append(source.column(first)).append(comparison);
    values.add(AttributeColumns.toSql(source.attributes().layout().attribute(first), value));
  }

  private List<Object> place(Slice.Position position, AttributeLayout layout) {
    List<Object> place = new ArrayList<>();
    List<Object> sort = ListBounds.sort(position, listing, layout);
    for (int i = 0; i < sort.size(); i++) {
      place.add(AttributeColumns.toSql(layout.attribute(listing.sort().get(i)), sort.get(i)));
    }
    place.addAll(source.tieValues(position.tie()));
    return place;
  }

  /**
   * Rows beyond a place, written as nested conditions: databases do not walk an index by a compared
   * tuple. The first condition alone is what the index is entered by.
   */
  private void beyond(
      StringBuilder sql, List<Object> values, List<String> columns, List<Object> place) {
    String beyond = bounds.descending() ? " < ?" : " > ?";
    String atLeast = bounds.descending() ? " <= ?" : " >= ?";
    sql.append(" AND ").append(columns.get(0)).append(atLeast);
    values.add(place.get(0));
    int last = columns.size() - 1;
    sql.append(" AND ");
    for (int i = 0; i < last; i++) {
      sql.append('(').append(columns.get(i)).append(beyond);
      sql.append(" OR (").append(columns.get(i)).append(" = ? AND ");
      values.add(place.get(i));
      values.add(place.get(i));
    }
    sql.append(columns.get(last)).append(beyond).append("))".repeat(last));
    values.add(place.get(last));
  }
}
