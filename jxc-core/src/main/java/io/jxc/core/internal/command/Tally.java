package io.jxc.core.internal.command;

import io.jxc.spi.JxcMetrics;
import java.time.Duration;

/** Counts what happens to a batch. Used by its leader only. */
final class Tally {
  private int rounds;
  private int headMoved;
  private int split;
  private int distrusted;
  private long deciding;
  private long committing;

  void round() {
    rounds++;
  }

  void headMoved() {
    headMoved++;
  }

  void split() {
    split++;
  }

  void distrusted() {
    distrusted++;
  }

  /** Adds the time since a decision was begun. */
  void decidedSince(long begun) {
    deciding += System.nanoTime() - begun;
  }

  /** Returns what was spent on decisions so far; a commit under lock contains some. */
  long deciding() {
    return deciding;
  }

  /**
   * Adds the time since a commit was begun.
   *
   * @param decidedBefore what was spent on decisions when it was
   */
  void committedSince(long begun, long decidedBefore) {
    committing += System.nanoTime() - begun - (deciding - decidedBefore);
  }

  /** Returns what was counted. */
  JxcMetrics.Batch take(String tenant, Flight flight, RowCache.Lane cache) {
    return new JxcMetrics.Batch(
        tenant,
        flight.commands.size(),
        flight.weight(),
        rounds,
        new JxcMetrics.Redecisions(headMoved, split, distrusted),
        Duration.ofNanos(deciding),
        Duration.ofNanos(committing),
        cache.takeHits(),
        cache.takeMisses());
  }
}
