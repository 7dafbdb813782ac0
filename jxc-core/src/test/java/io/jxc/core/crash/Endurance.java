package io.jxc.core.crash;

import java.util.Random;

/** How long a test goes on, and by which chance. */
final class Endurance {
  private static final boolean LONG = Boolean.getBoolean("jxc.endurance");

  private Endurance() {}

  /** Returns the first number in the normal build, the second with {@code -Pendurance}. */
  static int times(int inShort, int inLong) {
    return LONG ? inLong : inShort;
  }

  /** Returns a new source of chance and prints its seed; {@code -Djxc.seed=N} repeats one. */
  static Random chance(String test) {
    long seed = Long.getLong("jxc.seed", System.nanoTime() % 1_000_000);
    System.out.println(test + ": seed " + seed);
    return new Random(seed);
  }
}
