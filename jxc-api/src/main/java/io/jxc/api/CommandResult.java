package io.jxc.api;

/**
 * What a command answers: small, and kept to answer a repeated request. At most 2 kB when stored.
 *
 * @param <R> the result's own type
 */
public interface CommandResult<R extends CommandResult<R>> {
  /** Returns the sequence of the commit: the version of every document the command changed. */
  long version();

  /** Returns the same result with the version of its commit; called once, by the library. */
  R withVersion(long version);
}
