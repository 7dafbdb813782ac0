package io.jxc.core.internal.sim;

import java.util.Optional;
import java.util.Set;

/** Runs short worlds until one fails; for the proof that faults in our own code are found. */
public final class Seeds {
  private static final int STEPS = 150;

  private Seeds() {}

  /** Returns the first violation of so many seeds; empty when there is none. */
  public static String firstViolation(int seeds) {
    for (long seed = 1; seed <= seeds; seed++) {
      Optional<Throwable> violation = Simulation.run(seed, STEPS, Set.of(), false).violation();
      if (violation.isPresent()) {
        return "seed " + seed + ": " + violation.get();
      }
    }
    return "";
  }
}
