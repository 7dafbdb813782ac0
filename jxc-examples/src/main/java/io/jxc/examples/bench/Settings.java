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
 * @param naiveConnections connections of the hand-written side
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
    int naiveConnections,
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

  boolean onServer() {
    return store.startsWith("jdbc:");
  }

  boolean onH2() {
    return store.startsWith("h2:");
  }
}
