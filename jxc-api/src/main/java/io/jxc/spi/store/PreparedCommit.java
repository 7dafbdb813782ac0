package io.jxc.spi.store;

/**
 * A change set that a store has made ready to be committed, by {@link JxcStore#prepare}. It holds
 * nothing but memory: one that is not committed is just dropped.
 */
@FunctionalInterface
public interface PreparedCommit {
  /**
   * Applies the changes, with the same promises and answers as {@link JxcStore#commit}. Called once
   * at most, by any thread.
   */
  Commit commit();
}
