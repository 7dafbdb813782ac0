package io.jxc.spi.store;

import java.util.Optional;

/** What a store answers to a change set; anything else is an exception. */
public sealed interface Commit {
  /**
   * The changes are durable.
   *
   * @param block the new block; absent for an empty change set, which makes none
   */
  record Committed(Optional<Block> block) implements Commit {}

  /**
   * Nothing was changed: the log has moved on since the change set was decided.
   *
   * @param head where it is now
   */
  record HeadMoved(Head head) implements Commit {}
}
