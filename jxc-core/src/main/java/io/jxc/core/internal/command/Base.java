package io.jxc.core.internal.command;

import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Head;
import java.time.Instant;

/**
 * What a batch is decided on: the head after the last block, or after one that is on its way.
 *
 * @param sequence its last sequence
 * @param time its time
 */
record Base(long sequence, Instant time) {
  static Base of(Head head) {
    return new Base(head.sequence(), head.blockTime());
  }

  /** The head there will be when changes are committed. */
  static Base after(ChangeSet changes) {
    return new Base(changes.lastSequence(), changes.at());
  }
}
