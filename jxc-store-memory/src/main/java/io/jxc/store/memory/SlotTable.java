package io.jxc.store.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Slots by key: one writer at a time, any number of readers, none of whom waits.
 *
 * <p>A map of the JDK links its entries from all over one large array. Each new row then makes the
 * garbage collector look at another part of it, which took a sixth of the CPU of a store that
 * grows. Here hashes lead to numbers, in an array the collector does not look into, and slots lie
 * in the order of their numbers.
 */
final class SlotTable<K, V> {
  private static final int CHUNK = 256;
  private static final int SMALLEST = 16;

  /** A place that nobody has taken since the table was laid out, where every search ends. */
  private static final long FREE = 0;

  /** A place whose slot is gone; searches go on behind it. */
  private static final long GONE = 1;

  /** Of a place that is taken the upper half is a hash, the lower one the slot's number + this. */
  private static final int FIRST = 2;

  private final CopyOnWriteArrayList<AtomicReferenceArray<@Nullable Slot<K, V>>> chunks =
      new CopyOnWriteArrayList<>();

  /** Numbers of slots that are gone, to be given out again. */
  private final ArrayDeque<Integer> returned = new ArrayDeque<>();

  private volatile AtomicLongArray places = new AtomicLongArray(SMALLEST);

  /** Numbers given out so far. */
  private volatile int numbers;

  /** Places that are not free. */
  private int taken;

  /** The slot of a key, or null where it has none. */
  @Nullable Slot<K, V> get(K key) {
    AtomicLongArray now = places;
    int hash = hash(key);
    int mask = now.length() - 1;
    for (int at = hash & mask; ; at = (at + 1) & mask) {
      long place = now.getAcquire(at);
      if (place == FREE) {
        return null;
      }
      if (leadsTo(place, hash)) {
        // It may be gone by now, and its number another one's.
        Slot<K, V> slot = slot(number(place));
        if (slot != null && slot.key().equals(key)) {
          return slot;
        }
      }
    }
  }

  /** Adds the slot of a key that has none; for the writer. */
  void add(Slot<K, V> slot) {
    if (2 * (taken + 1) > places.length()) {
      layOut();
    }
    Integer again = returned.poll();
    int number = again == null ? numbers : again;
    if (number == chunks.size() * CHUNK) {
      chunks.add(new AtomicReferenceArray<>(CHUNK));
    }
    // Not only released: who does not find it here afterwards was there before the writer goes on.
    chunks.get(number / CHUNK).set(number % CHUNK, slot);
    if (again == null) {
      numbers = number + 1;
    }
    put(places, hash(slot.key()), number);
    taken++;
  }

  /** Takes a slot out; for the writer. */
  void remove(Slot<K, V> slot) {
    AtomicLongArray now = places;
    int hash = hash(slot.key());
    int mask = now.length() - 1;
    int at = hash & mask;
    for (long place = now.get(at); place != FREE; place = now.get(at)) {
      if (leadsTo(place, hash) && slot(number(place)) == slot) {
        now.setRelease(at, GONE);
        chunks.get(number(place) / CHUNK).set(number(place) % CHUNK, null);
        returned.add(number(place));
        return;
      }
      at = (at + 1) & mask;
    }
  }

  /** How many slots there are; for the writer. */
  int size() {
    return numbers - returned.size();
  }

  /** All slots that are there all the while, and perhaps some that come or go meanwhile. */
  List<Slot<K, V>> all() {
    int end = numbers;
    List<Slot<K, V>> all = new ArrayList<>(end);
    for (int number = 0; number < end; number++) {
      Slot<K, V> slot = slot(number);
      if (slot != null) {
        all.add(slot);
      }
    }
    return all;
  }

  /** Lays the places out anew, twice as many where half of them lead to slots. */
  private void layOut() {
    AtomicLongArray old = places;
    int length = 4 * size() > old.length() ? 2 * old.length() : old.length();
    AtomicLongArray next = new AtomicLongArray(length);
    for (int at = 0; at < old.length(); at++) {
      long place = old.get(at);
      if (place != FREE && place != GONE) {
        put(next, (int) (place >>> Integer.SIZE), number(place));
      }
    }
    taken = size();
    places = next;
  }

  private static void put(AtomicLongArray places, int hash, int number) {
    int mask = places.length() - 1;
    int at = hash & mask;
    while (places.get(at) != FREE) {
      at = (at + 1) & mask;
    }
    places.setRelease(at, ((long) hash << Integer.SIZE) | (number + FIRST));
  }

  private @Nullable Slot<K, V> slot(int number) {
    return chunks.get(number / CHUNK).get(number % CHUNK);
  }

  private static boolean leadsTo(long place, int hash) {
    return place != GONE && (int) (place >>> Integer.SIZE) == hash;
  }

  private static int number(long place) {
    return (int) place - FIRST;
  }

  /** Neighbours of alike keys are to lie apart. */
  private static int hash(Object key) {
    int mixed = key.hashCode() * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }
}
