package io.jxc.api;

import io.jxc.api.error.JxcException;
import java.util.Optional;

/**
 * What became of one item of a bulk call: done or rejected, in the order of the input.
 *
 * @param <R> the result of a done item
 */
public sealed interface Outcome<R> {
  /**
   * The item was committed.
   *
   * @param <R> the result
   * @param value what the single call would have returned
   */
  record Done<R>(R value) implements Outcome<R> {}

  /**
   * The item changed nothing.
   *
   * @param <R> the result it would have had
   * @param cause what the single call would have thrown
   */
  record Rejected<R>(JxcException cause) implements Outcome<R> {}

  /** Returns the result of a done item. */
  default Optional<R> result() {
    return this instanceof Done<R> done ? Optional.of(done.value()) : Optional.empty();
  }

  /** Returns the error of a rejected item. */
  default Optional<JxcException> error() {
    return this instanceof Rejected<R> rejected ? Optional.of(rejected.cause()) : Optional.empty();
  }

  /** Returns the result, or throws the error of a rejected item. */
  default R orThrow() {
    if (this instanceof Rejected<R> rejected) {
      throw rejected.cause();
    }
    return ((Done<R>) this).value();
  }
}
