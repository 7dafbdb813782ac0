package io.jxc.store.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A map that can be read as it was at a sequence, by key or in order. One writer at a time, any
 * number of readers; the writer never waits. A row is found by hashing; the order of keys, like any
 * other one, is kept only while somebody reads it.
 */
final class VersionedMap<K, V> {
  private final SlotTable<K, V> slots = new SlotTable<>();
  private final List<KeptOrder<?, K, V>> orders = new ArrayList<>();
  private final KeptOrder<K, K, V> byKey;

  /** Makes an empty map; keys of the same place in the order must be equal. */
  VersionedMap(Comparator<? super K> order) {
    byKey = order(new ByKey<>(order));
  }

  /** Adds another order; before the first row is written. */
  <P> KeptOrder<P, K, V> order(KeptOrder.Placing<P, K, V> placing) {
    KeptOrder<P, K, V> order = new KeptOrder<>(slots, placing);
    orders.add(order);
    return order;
  }

  /** The newest value, committed or being written; for the writer. */
  @Nullable V newest(K key) {
    Slot<K, V> slot = slots.get(key);
    return slot == null ? null : slot.newest().value();
  }

  @Nullable V at(K key, long snapshot) {
    Slot<K, V> slot = slots.get(key);
    return slot == null ? null : slot.newest().at(snapshot);
  }

  void put(K key, V value, long sequence, Retired retired) {
    Slot<K, V> slot = slots.get(key);
    V before = null;
    if (slot == null) {
      slot = new Slot<>(key, new Version<>(sequence, value, null));
      slots.add(slot);
    } else {
      before = slot.newest().value();
      replace(slot, value, sequence, retired);
    }
    for (KeptOrder<?, K, V> order : orders) {
      order.wrote(slot, before, value);
    }
  }

  void delete(K key, long sequence, Retired retired) {
    Slot<K, V> slot = slots.get(key);
    if (slot != null) {
      replace(slot, null, sequence, retired);
    }
  }

  private void replace(Slot<K, V> slot, @Nullable V value, long sequence, Retired retired) {
    Replacing<K, V> next = new Replacing<>(this, slot, value, sequence);
    slot.put(next);
    retired.add(next);
  }

  Iterator<V> all(long snapshot) {
    return byKey.all(snapshot);
  }

  /** The values from a key on. */
  Iterator<V> from(K low, boolean inclusive, long snapshot) {
    return byKey.from(low, inclusive, snapshot);
  }

  /** Rows kept, deleted ones included as long as a view may see them. */
  int size() {
    return slots.size();
  }

  /** Forgets what a row was, and its key once nobody can see the row before it was deleted. */
  private void release(Slot<K, V> slot, @Nullable V gone, Version<V> after) {
    if (after.value() == null && slot.newest() == after) {
      slots.remove(slot);
    }
    if (gone != null) {
      for (KeptOrder<?, K, V> order : orders) {
        order.released(slot, gone, after.value());
      }
    }
  }

  /** A version, perhaps a deletion, that took the place of another one. */
  private static final class Replacing<K, V> extends Version<V> {
    private final VersionedMap<K, V> map;
    private final Slot<K, V> slot;

    Replacing(VersionedMap<K, V> map, Slot<K, V> slot, @Nullable V value, long sequence) {
      super(sequence, value, slot.newest());
      this.map = map;
      this.slot = slot;
    }

    @Override
    void release() {
      Version<V> replaced = older();
      super.release();
      map.release(slot, replaced == null ? null : replaced.value(), this);
    }
  }

  /** The order of keys, in which no row ever moves. */
  private record ByKey<K, V>(Comparator<? super K> order) implements KeptOrder.Placing<K, K, V> {
    @Override
    public int compare(K left, K right) {
      return order.compare(left, right);
    }

    @Override
    public K place(K key, V row) {
      return key;
    }

    @Override
    public boolean isAt(K place, V row) {
      return true;
    }

    @Override
    public boolean stays(V before, V after) {
      return true;
    }
  }
}
