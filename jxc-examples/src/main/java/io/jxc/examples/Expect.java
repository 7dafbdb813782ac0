package io.jxc.examples;

import io.jxc.api.error.JxcException;

/** States what an example promises; an example that does not keep it fails. */
public final class Expect {
  private Expect() {}

  /**
   * Requires a fact.
   *
   * @throws IllegalStateException when it does not hold
   */
  public static void that(boolean fact, String promise) {
    if (!fact) {
      throw new IllegalStateException("broken promise: " + promise);
    }
  }

  /**
   * Requires a value by its text, for example {@code same("10", stock.onHand())}.
   *
   * @throws IllegalStateException when it is another
   */
  public static void same(String expected, Object found) {
    that(expected.equals(found.toString()), "expected " + expected + ", found " + found);
  }

  /**
   * Requires that something is refused, and returns how.
   *
   * @throws IllegalStateException when it is done after all, or refused in another way
   */
  public static <E extends JxcException> E refused(Class<E> how, Runnable attempt) {
    try {
      attempt.run();
    } catch (JxcException e) {
      if (how.isInstance(e)) {
        return how.cast(e);
      }
      throw new IllegalStateException("broken promise: " + how.getSimpleName(), e);
    }
    throw new IllegalStateException("broken promise: " + how.getSimpleName() + ", but it was done");
  }
}
