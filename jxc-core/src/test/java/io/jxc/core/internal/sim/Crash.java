package io.jxc.core.internal.sim;

/** Ends a node in the middle of what it does, as a killed process would. */
final class Crash extends Error {
  private static final long serialVersionUID = 1L;

  Crash() {
    super("the node died", null, false, false);
  }
}
