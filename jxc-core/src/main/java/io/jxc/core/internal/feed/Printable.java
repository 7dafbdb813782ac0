package io.jxc.core.internal.feed;

import java.io.PrintWriter;
import java.io.Writer;

/**
 * Makes sure that what the host's code threw can be written down. An exception whose own methods
 * throw would otherwise fail the logging, and with it what is done about the failure.
 */
final class Printable {
  private Printable() {}

  /** Returns the failure itself, or what stands for one that throws when it is printed. */
  static Throwable of(Throwable failure) {
    try (PrintWriter nowhere = new PrintWriter(Writer.nullWriter())) {
      failure.printStackTrace(nowhere);
      return failure.toString() == null ? standIn(failure) : failure;
    } catch (Throwable broken) {
      return standIn(failure);
    }
  }

  private static Throwable standIn(Throwable failure) {
    return new IllegalStateException(failure.getClass().getName() + " that cannot be printed");
  }
}
