package io.jxc.store.jdbc;

import io.jxc.api.TenantId;
import io.jxc.spi.store.Listing;
import io.jxc.spi.store.ListingKeys;
import io.jxc.spi.store.Names;
import io.jxc.spi.store.Slice;
import io.jxc.spi.store.StoredRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Walks a listing of a type in the shared table, along the index rows that core writes for it. */
final class SharedListing implements ListReader.Walk {
  private final Reads reads;
  private final TenantId tenant;
  private final RowSource source;
  private final Listing listing;
  private final ListBounds bounds;
  private final String prefix;

  SharedListing(
      Reads reads, TenantId tenant, RowSource source, Listing listing, ListBounds bounds) {
    this.reads = reads;
    this.tenant = tenant;
    this.source = source;
    this.listing = listing;
    this.bounds = bounds;
    this.prefix = ListingKeys.prefix(listing, bounds.equality());
  }

  @Override
  public List<StoredRow> next(Optional<Slice.Position> after, int limit) {
    String select = "SELECT d.doc_key, d.version, d.format, d.attributes, d.body";
    StringBuilder sql =
        new StringBuilder(select)
            .append(" FROM jxc_index i JOIN jxc_document d")
            .append(" ON d.tenant = i.tenant AND d.type = i.type AND d.doc_key = i.doc_key")
            .append(" WHERE i.tenant = ? AND i.type = ? AND i.idx = ?")
            .append(" AND i.val >= ? AND i.val < ?");
    List<Object> values = new ArrayList<>(source.scope(tenant));
    values.add(Names.utf8(listing.name()));
    values.add(Names.utf8(prefix + bounds.from().map(ListingKeys::encodeValue).orElse("")));
    values.add(
        bounds
            .to()
            .map(to -> Names.utf8(prefix + ListingKeys.encodeValue(to)))
            .orElseGet(() -> Ranges.after(prefix)));
    after.ifPresent(position -> beyond(sql, values, position));
    List<String> fixed = List.of("i.tenant", "i.type", "i.idx");
    sql.append(Ranges.first(fixed, List.of("i.val", "i.uniq"), bounds.descending()));
    values.add(limit);
    return reads.list(sql.toString(), values, (row, ctx) -> source.read(row));
  }

  private void beyond(StringBuilder sql, List<Object> values, Slice.Position position) {
    List<Object> parts = new ArrayList<>(bounds.equality());
    parts.addAll(ListBounds.sort(position, listing, source.attributes().layout()));
    byte[] at = Names.utf8(value(parts));
    String beyond = bounds.descending() ? "<" : ">";
    sql.append(" AND i.val ").append(beyond).append("= ?");
    sql.append(" AND (i.val ").append(beyond).append(" ? OR i.uniq ").append(beyond).append(" ?)");
    values.addAll(Arrays.asList(at, at, Names.utf8(position.tie())));
  }

  /** The index value of a row with these values. */
  private String value(List<Object> parts) {
    StringBuilder joined = new StringBuilder();
    parts.forEach(part -> joined.append(ListingKeys.encodeValue(part)).append(Names.SEPARATOR));
    return parts.isEmpty() ? ListingKeys.prefix(listing, List.of()) : joined.toString();
  }
}
