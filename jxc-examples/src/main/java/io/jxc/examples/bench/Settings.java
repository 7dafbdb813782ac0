package io.jxc.examples.bench;

import io.jxc.spi.store.Durability;
import java.time.Duration;
import java.util.Optional;

/**
 * What is measured, where and for how long.
 *
 * @param work the case
 * @param store {@code memory}, {@code h2:FOLDER} or {@code jdbc:URL}
 * @param user user of the database
 * @param password password of the database
 * @param durability what a commit on H2 survives
 * @param callers how many send commands at once
 * @param goods what is sold
 * @param pace how long and how often
 * @param byHand how the hand-written side works
 * @param delay what a proxy adds to each round trip to a server
 * @param rows how many journal rows {@code growth} fills in
 */
record Settings(
    BenchCase work,
    String store,
    Optional<String> user,
    Optional<String> password,
    Durability durability,
    int callers,
    Goods goods,
    Pace pace,
    ByHand byHand,
    Duration delay,
    long rows) {

  /**
   * How long and how often.
   *
   * @param warmUp before anything counts, for each side
   * @param run a run of one side
   * @param runs how many runs there are of each side
   */
  record Pace(Duration warmUp, Duration run, int runs) {
    private static final Duration COUNTED = Duration.ofSeconds(3);

    /** Returns the length of the run in which statements are counted. */
    Duration counted() {
      return run.compareTo(COUNTED) < 0 ? run : COUNTED;
    }
  }

  /**
   * How the hand-written side works.
   *
   * @param connections size of its pool
   * @param stockLast whether it moves stock last in its transactions, or first
   */
  record ByHand(int connections, boolean stockLast) {
    static final String FIRST = "first";
    static final String LAST = "last";

    /**
     * Reads what a command line says.
     *
     * @throws IllegalArgumentException when it is neither first nor last
     */
    static ByHand of(int connections, String stock) {
      if (!stock.equals(FIRST) && !stock.equals(LAST)) {
        throw new IllegalArgumentException("--naive-stock is first or last, found '" + stock + "'");
      }
      return new ByHand(connections, stock.equals(LAST));
    }

    /** Returns when stock is moved, as the command line says it. */
    String stock() {
      return stockLast ? LAST : FIRST;
    }
  }

  boolean onServer() {
    return store.startsWith("jdbc:");
  }

  boolean onH2() {
    return store.startsWith("h2:");
  }
}
