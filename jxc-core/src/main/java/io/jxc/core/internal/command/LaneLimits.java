package io.jxc.core.internal.command;

import java.time.Duration;

/**
 * Bounds of a lane.
 *
 * @param queue commands that may wait
 * @param batchCommands commands a batch may have
 * @param batchWeight rows a batch may have, by estimate; a heavier command runs alone
 * @param deadline how long a command may wait for its batch
 */
public record LaneLimits(int queue, int batchCommands, int batchWeight, Duration deadline) {
  /** The bounds that fit most: see docs/configuration.md. */
  public static final LaneLimits DEFAULT =
      new LaneLimits(10_000, 128, 1_500, Duration.ofSeconds(30));
}
