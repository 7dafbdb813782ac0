package io.jxc.spi.store;

import java.util.UUID;

/** Names a block: by its identity or by a sequence it took. */
public sealed interface BlockRef {
  /**
   * By identity.
   *
   * @param id the block's id
   */
  record ById(UUID id) implements BlockRef {}

  /**
   * By a sequence it took.
   *
   * @param sequence any sequence from its first to its last
   */
  record BySequence(long sequence) implements BlockRef {}
}
