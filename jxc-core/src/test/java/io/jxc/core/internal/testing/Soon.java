package io.jxc.core.internal.testing;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another thread does without saying so; never longer than a minute. */
public final class Soon {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Soon() {}

  /** Returns when something holds. */
  public static void holds(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + PATIENCE + ": " + what);
      }
      Thread.onSpinWait();
    }
  }
}
