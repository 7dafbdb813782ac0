package io.jxc.store.memory;

import java.util.ArrayDeque;

/**
 * What was replaced, in the order of the sequences that replaced it, until no view can need it.
 * Used under the tenant's lock.
 */
final class Retired {
  /** Bounds the work of one commit after a long view has gone; more than commits of a row add. */
  private static final int RELEASED_AT_ONCE = 4_096;

  private final ArrayDeque<Version<?>> waiting = new ArrayDeque<>();

  /** Remembers a version that replaced another one. */
  void add(Version<?> replacing) {
    waiting.addLast(replacing);
  }

  /**
   * Lets go of what no view at {@code bound} or later can see.
   *
   * @param added how many versions the commit added, so that the queue shrinks in any case
   */
  void release(long bound, int added) {
    int budget = RELEASED_AT_ONCE + 2 * added;
    for (Version<?> next = waiting.peekFirst();
        next != null && next.sequence() <= bound && budget > 0;
        next = waiting.peekFirst()) {
      waiting.removeFirst().release();
      budget--;
    }
  }

  int size() {
    return waiting.size();
  }
}
