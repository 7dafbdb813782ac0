package io.jxc.store.memory;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** An iterator that has to look for its next element to know whether there is one. */
abstract class Lookahead<V> implements Iterator<V> {
  private @Nullable V next;

  /** The next element, or null at the end. */
  abstract @Nullable V find();

  @Override
  public final boolean hasNext() {
    if (next == null) {
      next = find();
    }
    return next != null;
  }

  @Override
  public final V next() {
    V found = next == null ? find() : next;
    if (found == null) {
      throw new NoSuchElementException("there is no further row");
    }
    next = null;
    return found;
  }
}
