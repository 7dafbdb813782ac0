package io.jxc.store.memory;

import org.jspecify.annotations.Nullable;

/**
 * One state of a row: the sequence that made it, and the state it replaced for as long as an open
 * view may need that.
 */
class Version<V> {
  private final long sequence;
  private final @Nullable V value;

  // Volatile, so that a reader who misses what was cut off also sees that its view has expired.
  private volatile @Nullable Version<V> older;

  Version(long sequence, @Nullable V value, @Nullable Version<V> older) {
    this.sequence = sequence;
    this.value = value;
    this.older = older;
  }

  long sequence() {
    return sequence;
  }

  /** The value, or null where the row was deleted. */
  @Nullable V value() {
    return value;
  }

  /** The value at a snapshot, or null where the row did not exist. */
  @Nullable V at(long snapshot) {
    Version<V> version = this;
    while (version != null && version.sequence > snapshot) {
      version = version.older;
    }
    return version == null ? null : version.value;
  }

  /** Lets go of what only views older than this version could see. */
  void release() {
    older = null;
  }

  /** The version it replaced, or null where nobody needs that. */
  @Nullable Version<V> older() {
    return older;
  }
}
