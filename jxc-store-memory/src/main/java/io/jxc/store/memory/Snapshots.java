package io.jxc.store.memory;

import io.jxc.spi.store.Head;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The open snapshots of a tenant, in the order of opening, which is the order of their sequences.
 *
 * <p>The monitor is held for a few instructions only; neither views nor commits wait in it.
 */
final class Snapshots {
  private final LongSupplier nanos;
  private final long lifeNanos;
  private @Nullable Snapshot oldest;
  private @Nullable Snapshot youngest;

  /**
   * Starts with none.
   *
   * @param nanos a clock that only goes forwards
   * @param lifeNanos how long a snapshot may keep old versions
   */
  Snapshots(LongSupplier nanos, long lifeNanos) {
    this.nanos = nanos;
    this.lifeNanos = lifeNanos;
  }

  /** Opens a snapshot; the head is read where no release can come between. */
  synchronized Snapshot open(Supplier<Head> head) {
    Snapshot snapshot = new Snapshot(head.get(), nanos.getAsLong());
    Snapshot before = youngest;
    snapshot.before = before;
    if (before == null) {
      oldest = snapshot;
    } else {
      before.after = snapshot;
    }
    youngest = snapshot;
    return snapshot;
  }

  synchronized void close(Snapshot snapshot) {
    if (snapshot.ended) {
      return;
    }
    snapshot.ended = true;
    Snapshot before = snapshot.before;
    Snapshot after = snapshot.after;
    if (before == null) {
      oldest = after;
    } else {
      before.after = after;
    }
    if (after == null) {
      youngest = before;
    } else {
      after.before = before;
    }
    snapshot.before = null;
    snapshot.after = null;
  }

  /** The least sequence a view may still read, once those that lived too long have been ended. */
  synchronized long bound(long head) {
    long now = nanos.getAsLong();
    Snapshot first = oldest;
    while (first != null && now - first.openedAt > lifeNanos) {
      close(first);
      first = oldest;
    }
    return first == null ? head : first.head.sequence();
  }

  /** Tells whether the versions a snapshot needs may be gone. */
  boolean expired(Snapshot snapshot) {
    return snapshot.ended || nanos.getAsLong() - snapshot.openedAt > lifeNanos;
  }

  /** One open snapshot. */
  static final class Snapshot {
    private final Head head;
    private final long openedAt;
    private volatile boolean ended;
    private @Nullable Snapshot before;
    private @Nullable Snapshot after;

    private Snapshot(Head head, long openedAt) {
      this.head = head;
      this.openedAt = openedAt;
    }

    Head head() {
      return head;
    }
  }
}
