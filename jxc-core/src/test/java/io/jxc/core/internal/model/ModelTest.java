package io.jxc.core.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.core.internal.testing.Ground;
import io.jxc.core.internal.testing.Ground.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same random trade on every store gives the same answers, the same books and the same hashes.
 * {@code -Djxc.model.seed=S} repeats one run, {@code -Djxc.model.seeds=N} tries more of them,
 * {@code -Djxc.model.steps=N} makes them longer.
 */
class ModelTest {
  private static final int CHECKED_EVERY = 40;

  private record Run(List<String> transcript, List<String> books) {}

  static LongStream seeds() {
    Long one = Long.getLong("jxc.model.seed");
    return one == null
        ? LongStream.rangeClosed(1, Integer.getInteger("jxc.model.seeds", 3))
        : LongStream.of(one);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyTradeGivesTheSameOnEveryStore(long seed) {
    Run expected = run(Kind.MEMORY, seed);
    assertThat(expected.transcript().stream().filter(line -> line.contains("Result[")).count())
        .as("commands of seed %s that were done", seed)
        .isGreaterThan(expected.transcript().size() / 4);
    for (Kind kind : List.of(Kind.H2, Kind.MYSQL)) {
      Run found = run(kind, seed);
      String what = kind + ", to repeat with -Djxc.model.seed=" + seed;
      assertThat(found.transcript()).as(what).isEqualTo(expected.transcript());
      assertThat(found.books()).as(what).isEqualTo(expected.books());
    }
  }

  private static Run run(Kind kind, long seed) {
    try (Ground ground = kind.open();
        Trade trade = new Trade(ground.node(), seed)) {
      Books books = new Books(trade);
      int steps = Integer.getInteger("jxc.model.steps", 120);
      for (int step = 1; step <= steps; step++) {
        String when = kind + ", step " + step + ", to repeat with -Djxc.model.seed=" + seed;
        try {
          trade.step();
        } catch (RuntimeException | AssertionError e) {
          throw new AssertionError(when + " after " + trade.transcript, e);
        }
        if (step % CHECKED_EVERY == 0 || step == steps) {
          books.check(when);
        }
      }
      return new Run(new ArrayList<>(trade.transcript), books.all());
    }
  }
}
