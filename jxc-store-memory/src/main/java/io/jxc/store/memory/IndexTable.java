package io.jxc.store.memory;

import io.jxc.spi.store.IndexDeclaration;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.Names;
import java.util.Iterator;
import java.util.Optional;

/** The rows of one index, by value and key. */
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

  VersionedMap<IndexEntry, IndexEntry> rows() {
    return rows;
  }

  /** The newest entry of a value of a unique index. */
  Optional<IndexEntry> holder(String value) {
    Iterator<IndexEntry> entries = rows.from(new IndexEntry(value, ""), true, Long.MAX_VALUE);
    return Optional.ofNullable(entries.hasNext() ? entries.next() : null)
        .filter(entry -> entry.value().equals(value));
  }

  void write(IndexEntry entry, boolean insert, long sequence, Retired retired) {
    if (insert) {
      rows.put(entry, entry, sequence, retired);
    } else {
      rows.delete(entry, sequence, retired);
    }
  }

  private static int compare(IndexEntry left, IndexEntry right) {
    int order = Names.compareUtf8(left.value(), right.value());
    return order != 0 ? order : Names.compareUtf8(left.key(), right.key());
  }
}
