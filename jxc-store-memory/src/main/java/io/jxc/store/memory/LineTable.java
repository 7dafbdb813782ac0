package io.jxc.store.memory;

import io.jxc.spi.store.DocumentChange.Content;
import io.jxc.spi.store.LineChange;
import io.jxc.spi.store.LineRow;
import io.jxc.spi.store.LineType;
import io.jxc.spi.store.Listing;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The lines of one document type. */
final class LineTable {
  private final String type;
  private final LineType lineType;
  private final VersionedMap<LineKey, LineRow> rows = new VersionedMap<>(Comparator.naturalOrder());
  private final Map<String, ListingTable<LineKey, LineRow>> listings = new LinkedHashMap<>();

  LineTable(String type, LineType lineType) {
    this.type = type;
    this.lineType = lineType;
    for (Listing listing : lineType.listings()) {
      listings.put(listing.name(), new ListingTable<>(listing, lineType.attributes(), rows));
    }
  }

  LineType type() {
    return lineType;
  }

  VersionedMap<LineKey, LineRow> rows() {
    return rows;
  }

  Collection<? extends ListingSource> listings() {
    return listings.values();
  }

  ListingSource listing(String name) {
    return Tables.declared(listings.get(name), type + " declares no listing of lines", name);
  }

  void write(LineChange change, long sequence, Retired retired) {
    LineKey key = new LineKey(change.documentKey(), change.lineNo());
    Optional<Content> content = change.content();
    if (content.isEmpty()) {
      rows.delete(key, sequence, retired);
    } else {
      rows.put(key, row(key, content.get()), sequence, retired);
    }
  }

  private LineRow row(LineKey key, Content content) {
    return new LineRow(
        type,
        key.documentKey(),
        key.lineNo(),
        content.format(),
        content.attributes(),
        content.body());
  }
}
