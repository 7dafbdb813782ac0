package io.jxc.core.internal.command;

/**
 * Thrown by a view when something was read that has not been fetched yet. Rules let it pass: they
 * are run again when it is there.
 */
public final class Miss extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Carries nothing, not even a stack: the view remembers what was missing. */
  Miss() {
    super("not fetched yet", null, false, false);
  }
}
