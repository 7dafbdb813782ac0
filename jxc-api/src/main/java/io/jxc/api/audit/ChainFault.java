package io.jxc.api.audit;

/**
 * The first place where the stored log is not what was committed.
 *
 * @param kind what does not fit
 * @param sequence where: the first sequence of the block, or the sequence of the entry
 * @param detail in words, without the content of any entry
 */
public record ChainFault(Kind kind, long sequence, String detail) {
  /** What does not fit. */
  public enum Kind {
    /** A block is missing, or does not start where the one before ended. */
    BLOCK_MISSING,
    /** A block does not name the hash of the one before. */
    LINK_BROKEN,
    /** A block's own fields do not give its hash. */
    BLOCK_CHANGED,
    /** Entries of a block were changed, added, removed or exchanged. */
    ENTRIES_CHANGED,
    /** The end of the log is not the last block. */
    HEAD_CHANGED,
    /** The log does not contain the anchor's block: it was cut or rewritten. */
    ANCHOR_NOT_FOUND,
    /** A stored document is not the one that its newest audit entry describes. */
    DOCUMENT_CHANGED
  }
}
