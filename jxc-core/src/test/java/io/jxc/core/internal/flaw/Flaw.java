package io.jxc.core.internal.flaw;

/**
 * A fault made by hand.
 *
 * @param name what is wrong
 * @param file the source file, below the folder of its module
 * @param sound the code as it is, found exactly once in the file
 * @param faulty the code as a careless change would leave it
 * @param killer the test that must catch it: {@code Class#method}, or {@link #SIMULATOR}
 */
record Flaw(String name, String file, String sound, String faulty, String killer) {
  /** The simulated worlds of {@code SimulatorTest}. */
  static final String SIMULATOR = "SimulatorTest";

  private static final String CORE = "jxc-core/src/main/java/io/jxc/core/internal/";

  /** Names a fault in core. */
  static Flaw of(String name, String file, Change change, String killer) {
    return new Flaw(name, CORE + file, change.sound(), change.faulty(), killer);
  }

  /**
   * What is changed.
   *
   * @param sound the code as it is
   * @param faulty the code with the fault
   */
  record Change(String sound, String faulty) {}

  @Override
  public String toString() {
    return name + " → " + killer;
  }
}
