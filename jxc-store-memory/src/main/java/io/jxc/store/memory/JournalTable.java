package io.jxc.store.memory;

import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.JournalType;
import io.jxc.spi.store.Listing;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The entries of one journal type, by sequence and in the order of its listings. */
final class JournalTable {
  private final JournalType type;
  private final RowLog rows = new RowLog();
  private final Map<String, JournalListing> listings = new LinkedHashMap<>();

  JournalTable(JournalType type) {
    this.type = type;
    for (Listing listing : type.listings()) {
      listings.put(listing.name(), new JournalListing(listing, type.attributes(), rows));
    }
  }

  JournalType type() {
    return type;
  }

  RowLog rows() {
    return rows;
  }

  Collection<? extends ListingSource> listings() {
    return listings.values();
  }

  ListingSource listing(String name) {
    return Tables.declared(listings.get(name), type.name() + " declares no listing", name);
  }

  void append(JournalRow row) {
    rows.append(row);
  }
}
