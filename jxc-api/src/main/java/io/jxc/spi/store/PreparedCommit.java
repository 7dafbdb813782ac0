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
   *
   * <p>A store that makes a commit durable after its place in the log is certain may say so in
   * between: then a commit that is based on it can be sent meanwhile. It promises that only the
   * loss of the newest commits, all of them, can take this one back, and that no commit based on it
   * is answered before this one is durable. Nobody sees it before it is.
   *
   * @param placed is told so, once at most, by the thread that commits and only if this call
   *     commits the changes; it throws nothing. A store with nothing to do behind its commit need
   *     not call it
   */
  Commit commit(Runnable placed);

  /** The same for a caller who waits for the end. */
  default Commit commit() {
    return commit(() -> {});
  }
}
