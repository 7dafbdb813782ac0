package io.jxc.spi.store;

/** A commit that is made ready. */
@FunctionalInterface
public interface PreparedCommit {
  /** Commits. */
  Commit commit();
}
