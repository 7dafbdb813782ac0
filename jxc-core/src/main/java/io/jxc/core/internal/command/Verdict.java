package io.jxc.core.internal.command;

import io.jxc.api.CommandResult;
import org.jspecify.annotations.Nullable;

/**
 * What a batch has decided of one command: a result, or an error.
 *
 * @param <R> the result
 * @param value the result without its version
 * @param replayed whether the result is the stored one of an earlier request
 * @param storedVersion version of a result that was stored by an earlier commit; 0 = the version of
 *     this batch's block
 * @param error why it is refused
 */
record Verdict<R extends CommandResult<R>>(
    @Nullable R value, boolean replayed, long storedVersion, @Nullable RuntimeException error) {

  static <R extends CommandResult<R>> Verdict<R> accepted(R value) {
    return new Verdict<>(value, false, 0, null);
  }

  static <R extends CommandResult<R>> Verdict<R> replayed(R value, long version) {
    return new Verdict<>(value, true, version, null);
  }

  static <R extends CommandResult<R>> Verdict<R> refused(RuntimeException error) {
    return new Verdict<>(null, false, 0, error);
  }

  R result(long blockVersion) {
    R present = value;
    if (present == null) {
      throw new IllegalStateException("a refused command has no result");
    }
    return present.withVersion(storedVersion == 0 ? blockVersion : storedVersion);
  }
}
