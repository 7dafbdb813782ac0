package io.jxc.core.internal.command;

import io.jxc.spi.store.PreparedCommit;
import org.jspecify.annotations.Nullable;

/** A batch that is decided while the one before it is with the store: as far as it came. */
final class Draft {
  final Batch batch;
  final WorkingSet working;
  final Base base;

  /** What the lane remembered when it was begun; it counts only while nothing was forgotten. */
  final long epoch;

  /** Its end, or null while something must still be read that the batch before it changes. */
  @Nullable Decided decided;

  /** What is to be sent, where there is something. */
  @Nullable PreparedCommit prepared;

  Draft(Batch batch, WorkingSet working, Base base, long epoch) {
    this.batch = batch;
    this.working = working;
    this.base = base;
    this.epoch = epoch;
  }
}
