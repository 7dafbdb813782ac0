package io.jxc.store.memory;

import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a map in one order, kept only while somebody reads it. Its first reader sorts all
 * rows, the next one sorts in what has moved since. When so much has moved that sorting all anew
 * costs no more, the order is given up until somebody reads it again: one that nobody reads costs
 * the writer nothing.
 *
 * <p>A place leads to the slot of a row, and the row is in it at a snapshot if what it was then
 * lies there. So nothing needs to be told of a change that leaves a row where it is.
 */
final class KeptOrder<P, K, V> {
  private static final int NEVER_TOO_MANY = 1_024;

  private final SlotTable<K, V> slots;
  private final Placing<P, K, V> placing;
  private final Lock catchingUp = new ReentrantLock();

  /** Set before any row is sorted in, so that what is written meanwhile is told. */
  private volatile @Nullable Sorted<P, K, V> kept;

  KeptOrder(SlotTable<K, V> slots, Placing<P, K, V> placing) {
    this.slots = slots;
    this.placing = placing;
  }

  /**
   * Where rows lie.
   *
   * @param <P> what a place is
   */
  interface Placing<P, K, V> extends Comparator<P> {
    /** The place of a row, or null where it has none. */
    @Nullable P place(K key, V row);

    /** Whether a row whose slot lies at a place does. */
    boolean isAt(P place, V row);

    /** Whether a row has the same place, or none, before and after a change. */
    boolean stays(V before, V after);
  }

  /** Hears from the writer that a row has become another one; null where it was absent. */
  void wrote(Slot<K, V> slot, @Nullable V before, V after) {
    if (kept != null && (before == null || !placing.stays(before, after))) {
      tell(slot, after);
    }
  }

  /** Hears from the writer that nobody sees any longer what a row was. */
  void released(Slot<K, V> slot, V gone, @Nullable V after) {
    if (kept != null && (after == null || !placing.stays(gone, after))) {
      tell(slot, gone);
    }
  }

  private void tell(Slot<K, V> slot, V row) {
    Sorted<P, K, V> now = kept;
    if (now != null) {
      int waiting = now.tell(slot, row);
      if (waiting % NEVER_TOO_MANY == 0 && waiting > slots.size() / 2) {
        kept = null;
      }
    }
  }

  Iterator<V> all(long snapshot) {
    return visible(upToDate(), snapshot);
  }

  /** The rows from a place on. */
  Iterator<V> from(P low, boolean inclusive, long snapshot) {
    return visible(upToDate().tailMap(low, inclusive), snapshot);
  }

  /** The rows strictly between two places, the lower of which must be given first. */
  Iterator<V> between(P low, P high, boolean descending, long snapshot) {
    ConcurrentNavigableMap<P, Slot<K, V>> range = upToDate().subMap(low, false, high, false);
    return visible(descending ? range.descendingMap() : range, snapshot);
  }

  /** The order, with everything that a reader of this moment may see. */
  private ConcurrentNavigableMap<P, Slot<K, V>> upToDate() {
    // Locked even when nothing waits: another reader may be busy with what this one needs.
    catchingUp.lock();
    try {
      Sorted<P, K, V> now = kept;
      if (now == null) {
        now = new Sorted<>(placing);
        kept = now;
        now.sort(slots.all());
      }
      now.catchUp();
      return now.places;
    } finally {
      catchingUp.unlock();
    }
  }

  private Iterator<V> visible(NavigableMap<P, Slot<K, V>> range, long snapshot) {
    Iterator<Map.Entry<P, Slot<K, V>>> places = range.entrySet().iterator();
    return new Lookahead<>() {
      @Override
      @Nullable V find() {
        while (places.hasNext()) {
          Map.Entry<P, Slot<K, V>> entry = places.next();
          V row = entry.getValue().newest().at(snapshot);
          if (row != null && placing.isAt(entry.getKey(), row)) {
            return row;
          }
        }
        return null;
      }
    };
  }

  /** A row that has come to a place or has left it, and what was told before. */
  private record Move<K, V>(Slot<K, V> slot, V row, int number, @Nullable Move<K, V> before) {}

  /** Places with the slots of the rows that lie there, or did until lately. */
  private static final class Sorted<P, K, V> {
    final ConcurrentSkipListMap<P, Slot<K, V>> places;
    private final Placing<P, K, V> placing;
    private final AtomicReference<@Nullable Move<K, V>> moves = new AtomicReference<>();

    Sorted(Placing<P, K, V> placing) {
      this.placing = placing;
      this.places = new ConcurrentSkipListMap<>(placing);
    }

    /** Remembers a move for the next reader and returns how many wait for one. */
    int tell(Slot<K, V> slot, V row) {
      Move<K, V> move;
      Move<K, V> before;
      do {
        before = moves.get();
        move = new Move<>(slot, row, before == null ? 1 : before.number() + 1, before);
      } while (!moves.compareAndSet(before, move));
      return move.number();
    }

    void sort(Iterable<Slot<K, V>> slots) {
      for (Slot<K, V> slot : slots) {
        for (Version<V> at = slot.newest(); at != null; at = at.older()) {
          V row = at.value();
          if (row != null) {
            settle(slot, row);
          }
        }
      }
    }

    void catchUp() {
      for (Move<K, V> move = moves.getAndSet(null); move != null; move = move.before()) {
        settle(move.slot(), move.row());
      }
    }

    /** Sees to it that the place of a row leads to its slot exactly if some view may find it. */
    private void settle(Slot<K, V> slot, V row) {
      P place = placing.place(slot.key(), row);
      if (place == null) {
        return;
      }
      // What is written meanwhile is told after it is there, and settled by the next reader.
      if (anyLies(place, slot.newest())) {
        places.put(place, slot);
      } else {
        places.remove(place, slot);
      }
    }

    private boolean anyLies(P place, Version<V> newest) {
      for (Version<V> at = newest; at != null; at = at.older()) {
        V row = at.value();
        if (row != null && placing.isAt(place, row)) {
          return true;
        }
      }
      return false;
    }
  }
}
