package io.jxc.core.internal.sim;

/** Says that something which must always hold did not. */
final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Violation(String what) {
    super(what);
  }

  Violation(String what, Throwable cause) {
    super(what + ": " + cause, cause);
  }

  static void unless(boolean holds, String what, Object... details) {
    if (!holds) {
      throw new Violation(String.format(what, details));
    }
  }
}
