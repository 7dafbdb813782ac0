package io.jxc.tck;

import io.jxc.api.TenantId;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.JournalEntry;

/** Damage that a {@link StoreFixture} does to stored data, so that the chain must show it. */
public sealed interface Tampering {
  /** Returns whose data are damaged. */
  TenantId tenant();

  /**
   * Overwrites a stored entry; its block stays as it is.
   *
   * @param tenant whose log
   * @param sequence sequence of a stored entry
   * @param forged what stands there afterwards: format, attributes and body; of the same type
   */
  record EditEntry(TenantId tenant, long sequence, JournalEntry forged) implements Tampering {}

  /**
   * Deletes a stored entry.
   *
   * @param tenant whose log
   * @param sequence sequence of a stored entry
   */
  record DeleteEntry(TenantId tenant, long sequence) implements Tampering {}

  /**
   * Inserts an entry at a sequence that no entry has.
   *
   * @param tenant whose log
   * @param sequence a free sequence, that of a block without entries
   * @param forged the entry
   */
  record InsertEntry(TenantId tenant, long sequence, JournalEntry forged) implements Tampering {}

  /**
   * Exchanges two entries of one type: each takes the other's sequence.
   *
   * @param tenant whose log
   * @param first sequence of a stored entry
   * @param second sequence of another one of the same type
   */
  record SwapEntries(TenantId tenant, long first, long second) implements Tampering {}

  /**
   * Stores a copy of an entry at a sequence that no entry has.
   *
   * @param tenant whose log
   * @param sequence sequence of a stored entry
   * @param copyAt a free sequence, that of a block without entries
   */
  record DuplicateEntry(TenantId tenant, long sequence, long copyAt) implements Tampering {}

  /**
   * Removes every block and entry after a block's end and sets the head back to that block, so that
   * what is left is sound in itself.
   *
   * @param tenant whose log
   * @param after last sequence of a stored block
   */
  record Truncate(TenantId tenant, long after) implements Tampering {}

  /**
   * Overwrites the stored block of the same id; entries and head stay as they are.
   *
   * @param tenant whose log
   * @param forged the block as it stands afterwards
   */
  record EditBlock(TenantId tenant, Block forged) implements Tampering {}
}
