package io.jxc.store.memory;

import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map that can be read as it was at a sequence. One writer at a time, any number of
 * readers; the writer never waits. A row is found by hashing; the order is there for ranges, and
 * what has come since the last range was read is sorted in by the next one.
 */
final class VersionedMap<K, V> {
  private final Map<K, Slot<V>> slots = new ConcurrentHashMap<>();
  private final ConcurrentSkipListMap<K, Slot<V>> sorted;
  private final Queue<Come<K, V>> unsorted = new ConcurrentLinkedQueue<>();
  private final Lock sorting = new ReentrantLock();

  /** A key that is not sorted in yet. */
  private record Come<K, V>(K key, Slot<V> slot) {}

  /** Makes an empty map; keys of the same place in the order must be equal. */
  VersionedMap(Comparator<? super K> order) {
    sorted = new ConcurrentSkipListMap<>(order);
  }

  /** Where the versions of one key begin. */
  private static final class Slot<V> {
    volatile Version<V> newest;

    Slot(Version<V> newest) {
      this.newest = newest;
    }
  }

  /** The newest value, committed or being written; for the writer. */
  @Nullable V newest(K key) {
    Slot<V> slot = slots.get(key);
    return slot == null ? null : slot.newest.value();
  }

  @Nullable V at(K key, long snapshot) {
    Slot<V> slot = slots.get(key);
    return slot == null ? null : slot.newest.at(snapshot);
  }

  void put(K key, V value, long sequence, Retired retired) {
    Slot<V> slot = slots.get(key);
    if (slot == null) {
      Slot<V> first = new Slot<>(new Version<>(sequence, value, null));
      slots.put(key, first);
      unsorted.add(new Come<>(key, first));
    } else {
      slot.newest = new Version<>(sequence, value, slot.newest);
      retired.add(slot.newest);
    }
  }

  void delete(K key, long sequence, Retired retired) {
    Slot<V> slot = slots.get(key);
    if (slot != null) {
      slot.newest = new Tombstone<>(this, key, slot, sequence);
      retired.add(slot.newest);
    }
  }

  Iterator<V> all(long snapshot) {
    return new Visible<>(sorted(), snapshot);
  }

  /** The values from a key on. */
  Iterator<V> from(K low, boolean inclusive, long snapshot) {
    return new Visible<>(sorted().tailMap(low, inclusive), snapshot);
  }

  /** The values strictly between two keys, the lower of which must be given first. */
  Iterator<V> between(K low, K high, boolean descending, long snapshot) {
    ConcurrentNavigableMap<K, Slot<V>> range = sorted().subMap(low, false, high, false);
    return new Visible<>(descending ? range.descendingMap() : range, snapshot);
  }

  /** Rows kept, tombstones included. */
  int size() {
    return slots.size();
  }

  /** The order, with everything that a reader of this moment may see. */
  private ConcurrentNavigableMap<K, Slot<V>> sorted() {
    // Locked even when nothing waits: another reader may be busy with what this one needs.
    sorting.lock();
    try {
      for (Come<K, V> come = unsorted.poll(); come != null; come = unsorted.poll()) {
        sorted.put(come.key(), come.slot());
        if (slots.get(come.key()) != come.slot()) {
          // The writer has forgotten it meanwhile, perhaps before it could be found in the order.
          sorted.remove(come.key(), come.slot());
        }
      }
      return sorted;
    } finally {
      sorting.unlock();
    }
  }

  private void forget(K key, Slot<V> slot) {
    slots.remove(key, slot);
    sorted.remove(key, slot);
  }

  /** Marks a deletion, and takes the key out of the map once nobody can see the row before it. */
  private static final class Tombstone<K, V> extends Version<V> {
    private final VersionedMap<K, V> map;
    private final K key;
    private final Slot<V> slot;

    Tombstone(VersionedMap<K, V> map, K key, Slot<V> slot, long sequence) {
      super(sequence, null, slot.newest);
      this.map = map;
      this.key = key;
      this.slot = slot;
    }

    @Override
    void release() {
      super.release();
      if (slot.newest == this) {
        map.forget(key, slot);
      }
    }
  }

  private static final class Visible<V> extends Lookahead<V> {
    private final Iterator<? extends Slot<V>> slots;
    private final long snapshot;

    Visible(ConcurrentNavigableMap<?, ? extends Slot<V>> range, long snapshot) {
      this.slots = range.values().iterator();
      this.snapshot = snapshot;
    }

    @Override
    @Nullable V find() {
      while (slots.hasNext()) {
        V value = slots.next().newest.at(snapshot);
        if (value != null) {
          return value;
        }
      }
      return null;
    }
  }
}
