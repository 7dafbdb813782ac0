package io.jxc.store.memory;

import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map that can be read as it was at a sequence. One writer at a time, any number of
 * readers; the writer never waits. A row is found by hashing; the order is there for ranges, and
 * what has come since the last range was read is sorted in by the next one.
 */
final class VersionedMap<K, V> {
  private final Map<K, Slot<K, V>> slots = new ConcurrentHashMap<>();
  private final ConcurrentSkipListMap<K, Slot<K, V>> sorted;

  /** What is not sorted in yet, newest first. */
  private final AtomicReference<@Nullable Slot<K, V>> unsorted = new AtomicReference<>();

  private final Lock sorting = new ReentrantLock();

  /** Makes an empty map; keys of the same place in the order must be equal. */
  VersionedMap(Comparator<? super K> order) {
    sorted = new ConcurrentSkipListMap<>(order);
  }

  /** Where the versions of one key begin. */
  private static final class Slot<K, V> {
    final K key;
    volatile Version<V> newest;

    /** What came before it, as long as neither is sorted in. */
    @Nullable Slot<K, V> before;

    Slot(K key, Version<V> newest) {
      this.key = key;
      this.newest = newest;
    }
  }

  /** The newest value, committed or being written; for the writer. */
  @Nullable V newest(K key) {
    Slot<K, V> slot = slots.get(key);
    return slot == null ? null : slot.newest.value();
  }

  @Nullable V at(K key, long snapshot) {
    Slot<K, V> slot = slots.get(key);
    return slot == null ? null : slot.newest.at(snapshot);
  }

  void put(K key, V value, long sequence, Retired retired) {
    Slot<K, V> slot = slots.get(key);
    if (slot == null) {
      Slot<K, V> first = new Slot<>(key, new Version<>(sequence, value, null));
      slots.put(key, first);
      come(first);
    } else {
      slot.newest = new Version<>(sequence, value, slot.newest);
      retired.add(slot.newest);
    }
  }

  void delete(K key, long sequence, Retired retired) {
    Slot<K, V> slot = slots.get(key);
    if (slot != null) {
      slot.newest = new Tombstone<>(this, slot, sequence);
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
    ConcurrentNavigableMap<K, Slot<K, V>> range = sorted().subMap(low, false, high, false);
    return new Visible<>(descending ? range.descendingMap() : range, snapshot);
  }

  /** Rows kept, tombstones included. */
  int size() {
    return slots.size();
  }

  /** The order, with everything that a reader of this moment may see. */
  private ConcurrentNavigableMap<K, Slot<K, V>> sorted() {
    // Locked even when nothing waits: another reader may be busy with what this one needs.
    sorting.lock();
    try {
      Slot<K, V> come = unsorted.getAndSet(null);
      while (come != null) {
        sortIn(come);
        Slot<K, V> next = come.before;
        come.before = null;
        come = next;
      }
      return sorted;
    } finally {
      sorting.unlock();
    }
  }

  private void come(Slot<K, V> slot) {
    do {
      slot.before = unsorted.get();
    } while (!unsorted.compareAndSet(slot.before, slot));
  }

  private void sortIn(Slot<K, V> come) {
    // Of two that had one key the writer has forgotten the older, which must not take the place.
    if (slots.get(come.key) == come) {
      sorted.put(come.key, come);
      if (slots.get(come.key) != come) {
        // Forgotten in this moment, perhaps before it could be found in the order.
        sorted.remove(come.key, come);
      }
    }
  }

  private void forget(Slot<K, V> slot) {
    slots.remove(slot.key, slot);
    sorted.remove(slot.key, slot);
  }

  /** Marks a deletion, and takes the key out of the map once nobody can see the row before it. */
  private static final class Tombstone<K, V> extends Version<V> {
    private final VersionedMap<K, V> map;
    private final Slot<K, V> slot;

    Tombstone(VersionedMap<K, V> map, Slot<K, V> slot, long sequence) {
      super(sequence, null, slot.newest);
      this.map = map;
      this.slot = slot;
    }

    @Override
    void release() {
      super.release();
      if (slot.newest == this) {
        map.forget(slot);
      }
    }
  }

  private static final class Visible<V> extends Lookahead<V> {
    private final Iterator<? extends Slot<?, V>> slots;
    private final long snapshot;

    Visible(ConcurrentNavigableMap<?, ? extends Slot<?, V>> range, long snapshot) {
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
