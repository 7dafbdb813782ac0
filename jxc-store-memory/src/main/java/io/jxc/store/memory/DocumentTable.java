package io.jxc.store.memory;

import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.DocumentChange.Content;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.DocumentType;
import io.jxc.spi.store.IndexDeclaration;
import io.jxc.spi.store.IndexDeclaration.Uniqueness;
import io.jxc.spi.store.Listing;
import io.jxc.spi.store.Names;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The documents of one type, with their listings, indexes and lines. */
final class DocumentTable {
  private final DocumentType type;
  private final VersionedMap<String, DocumentRow> rows = new VersionedMap<>(Names::compareUtf8);
  private final Map<String, ListingTable<String, DocumentRow>> listings = new LinkedHashMap<>();
  private final Map<String, IndexTable> indexes = new LinkedHashMap<>();
  private final Optional<LineTable> lines;

  DocumentTable(DocumentType type) {
    this.type = type;
    this.lines = type.lines().map(lineType -> new LineTable(type.name(), lineType));
    for (Listing listing : type.listings()) {
      listings.put(listing.name(), new ListingTable<>(listing, type.attributes(), rows));
      if (!type.dedicated()) {
        indexes.put(listing.name(), index(new IndexDeclaration(listing.name(), Uniqueness.MULTI)));
      }
    }
    type.indexes().forEach(declared -> indexes.put(declared.name(), index(declared)));
  }

  private IndexTable index(IndexDeclaration declaration) {
    return new IndexTable(type.name(), declaration);
  }

  DocumentType type() {
    return type;
  }

  VersionedMap<String, DocumentRow> rows() {
    return rows;
  }

  IndexTable index(String name) {
    return Tables.declared(indexes.get(name), type.name() + " declares no index", name);
  }

  Collection<? extends ListingSource> listings() {
    return listings.values();
  }

  ListingSource listing(String name) {
    return Tables.declared(listings.get(name), type.name() + " declares no listing", name);
  }

  LineTable lines() {
    return lines.orElseThrow(
        () -> new IllegalArgumentException(type.name() + " declares no lines"));
  }

  void write(DocumentChange change, long sequence, Retired retired) {
    String key = change.key();
    Optional<Content> content = change.content();
    if (content.isEmpty()) {
      rows.delete(key, sequence, retired);
    } else {
      rows.put(key, row(key, sequence, content.get()), sequence, retired);
    }
  }

  private DocumentRow row(String key, long version, Content content) {
    return new DocumentRow(
        type.name(), key, version, content.format(), content.attributes(), content.body());
  }
}
