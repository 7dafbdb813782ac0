package io.jxc.store.memory;

import io.jxc.spi.store.IndexDeclaration;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.Names;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The rows of one index, by value and key. */
final class IndexTable {
  private final String name;
  private final boolean unique;
  private final VersionedMap<IndexEntry, IndexEntry> rows = new VersionedMap<>(IndexTable::compare);

  /** Who has a value of a unique index now; for the writer. */
  private final Map<String, IndexEntry> holders = new HashMap<>();

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

  /** The newest entry of a value of a unique index; for the writer. */
  Optional<IndexEntry> holder(String value) {
    return Optional.ofNullable(holders.get(value));
  }

  void write(IndexEntry entry, boolean insert, long sequence, Retired retired) {
    if (insert) {
      rows.put(entry, entry, sequence, retired);
    } else {
      rows.delete(entry, sequence, retired);
    }
    if (unique && insert) {
      holders.put(entry.value(), entry);
    } else if (unique) {
      holders.remove(entry.value(), entry);
    }
  }

  private static int compare(IndexEntry left, IndexEntry right) {
    int order = Names.compareUtf8(left.value(), right.value());
    return order != 0 ? order : Names.compareUtf8(left.key(), right.key());
  }
}
