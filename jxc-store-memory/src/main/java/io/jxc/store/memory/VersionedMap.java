package io.jxc.store.memory;

import java.util.Comparator;
import java.util.Iterator;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map that can be read as it was at a sequence. One writer at a time, any number of
 * readers, none of which waits.
 */
final class VersionedMap<K, V> {
  private final ConcurrentSkipListMap<K, Version<V>> versions;

  VersionedMap(Comparator<? super K> order) {
    versions = new ConcurrentSkipListMap<>(order);
  }

  /** The newest value, committed or being written; for the writer. */
  @Nullable V newest(K key) {
    Version<V> version = versions.get(key);
    return version == null ? null : version.value();
  }

  @Nullable V at(K key, long snapshot) {
    Version<V> version = versions.get(key);
    return version == null ? null : version.at(snapshot);
  }

  void put(K key, V value, long sequence, Retired retired) {
    Version<V> replaced = versions.get(key);
    Version<V> version = new Version<>(sequence, value, replaced);
    versions.put(key, version);
    if (replaced != null) {
      retired.add(version);
    }
  }

  void delete(K key, long sequence, Retired retired) {
    Version<V> tombstone = new Tombstone<>(versions, key, sequence, versions.get(key));
    versions.put(key, tombstone);
    retired.add(tombstone);
  }

  Iterator<V> all(long snapshot) {
    return new Visible<>(versions, snapshot);
  }

  /** The values from a key on. */
  Iterator<V> from(K low, boolean inclusive, long snapshot) {
    return new Visible<>(versions.tailMap(low, inclusive), snapshot);
  }

  /** The values strictly between two keys, the lower of which must be given first. */
  Iterator<V> between(K low, K high, boolean descending, long snapshot) {
    ConcurrentNavigableMap<K, Version<V>> range = versions.subMap(low, false, high, false);
    return new Visible<>(descending ? range.descendingMap() : range, snapshot);
  }

  /** Rows kept, tombstones included. */
  int size() {
    return versions.size();
  }

  /** Marks a deletion, and takes the key out of the map once nobody can see the row before it. */
  private static final class Tombstone<K, V> extends Version<V> {
    private final ConcurrentSkipListMap<K, Version<V>> versions;
    private final K key;

    Tombstone(
        ConcurrentSkipListMap<K, Version<V>> versions,
        K key,
        long sequence,
        @Nullable Version<V> older) {
      super(sequence, null, older);
      this.versions = versions;
      this.key = key;
    }

    @Override
    void release() {
      super.release();
      versions.remove(key, this);
    }
  }

  private static final class Visible<V> extends Lookahead<V> {
    private final Iterator<? extends Version<V>> versions;
    private final long snapshot;

    Visible(ConcurrentNavigableMap<?, ? extends Version<V>> range, long snapshot) {
      this.versions = range.values().iterator();
      this.snapshot = snapshot;
    }

    @Override
    @Nullable V find() {
      while (versions.hasNext()) {
        V value = versions.next().at(snapshot);
        if (value != null) {
          return value;
        }
      }
      return null;
    }
  }
}
