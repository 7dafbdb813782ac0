package io.jxc.store.memory;

import io.jxc.spi.store.IndexDeclaration;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.Names;
import java.util.Iterator;
import java.util.Optional;

/** The rows of one index; one of a unique value lies where the last one of that value did. */
final class IndexTable {
  private final String name;
  private final boolean unique;
  private final VersionedMap<IndexEntry, IndexEntry> rows = new VersionedMap<>(IndexTable::compare);

  IndexTable(String type, IndexDeclaration declaration) {
    name = type + "." + declaration.name();
    unique = declaration.unique();
  }

  /** The name as errors show it, for example {@code product.barcode}. */
  String name() {
    return name;
  }

  boolean unique() {
    return unique;
  }

  /** The rows from a value on. */
  Iterator<IndexEntry> from(String value, long snapshot) {
    return rows.from(new IndexEntry(value, ""), true, snapshot);
  }

  /** Whether there is an entry now; for the writer. */
  boolean has(IndexEntry entry) {
    return entry.equals(rows.newest(place(entry)));
  }

  /** The newest entry of a value of a unique index; for the writer. */
  Optional<IndexEntry> holder(String value) {
    return Optional.ofNullable(rows.newest(new IndexEntry(value, "")));
  }

  void write(IndexEntry entry, boolean insert, long sequence, Retired retired) {
    if (insert) {
      rows.put(place(entry), entry, sequence, retired);
    } else {
      rows.delete(place(entry), sequence, retired);
    }
  }

  private IndexEntry place(IndexEntry entry) {
    return unique ? new IndexEntry(entry.value(), "") : entry;
  }

  private static int compare(IndexEntry left, IndexEntry right) {
    int order = Names.compareUtf8(left.value(), right.value());
    return order != 0 ? order : Names.compareUtf8(left.key(), right.key());
  }
}
