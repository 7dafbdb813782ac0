package io.jxc.core.internal.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Runs simulated worlds. {@code -Dsim.seeds=N} sets how many, {@code -Dsim.from=S} where they
 * begin, {@code -Dsim.steps=N} how long they are, {@code -Dsim.seed=S} shows one with its trace.
 */
class SimulatorTest {
  /** Some steps are many commands, some bring other clients in, and some are none. */
  private static final int STEPS = Integer.getInteger("sim.steps", 202);

  /** What found something ran for so long. */
  private static final int KNOWN_STEPS = 300;

  /** Commands that a world of so many steps has to come to, on average. */
  private static final int LEAST_COMMANDS = 300 * STEPS / 202;

  private static final int SEEDS =
      Integer.getInteger("sim.seeds", Boolean.getBoolean("jxc.endurance") ? 20_000 : 5_000);
  private static final int WORKERS = 2;

  /** Each fault must hit each class of commands once for so many seeds. */
  private static final int LEAST_SHARE = 200;

  private static final int SHOWN = 3;
  private static final String KNOWN = "seeds.txt";

  private final Coverage coverage = new Coverage();
  private final List<Long> failed = new ArrayList<>();

  @Test
  void whateverGoesWrongNothingIsLostDoubledOrMixedUp() throws InterruptedException {
    Long one = Long.getLong("sim.seed");
    long from = Long.getLong("sim.from", 1);
    List<Long> seeds =
        one == null ? LongStream.range(from, from + SEEDS).boxed().toList() : List.of(one);
    long start = System.nanoTime();

    run(seeds, STEPS);

    double seconds = (System.nanoTime() - start) / 1e9;
    String summary =
        String.format(
            "%d seeds passed, %d failed; %d commands in %.1f s%n%s",
            seeds.size() - failed.size(),
            failed.size(),
            coverage.commands(),
            seconds,
            coverage.table());
    System.out.println(summary);
    assertThat(failed).as(() -> explained(STEPS, one != null)).isEmpty();
    if (one == null) {
      assertThat(coverage.missing(SEEDS / LEAST_SHARE)).as(summary).isEmpty();
      assertThat(coverage.commands()).isGreaterThan(LEAST_COMMANDS * (long) SEEDS);
    }
  }

  @Test
  void whatHasFoundSomethingOnceFindsNothingAnyMore() throws Exception {
    run(known(), KNOWN_STEPS);

    assertThat(failed).as(() -> explained(KNOWN_STEPS, false)).isEmpty();
  }

  @Test
  void aSeedGivesTheSameStateEveryTime() {
    LongStream.rangeClosed(1, Math.max(10, Math.min(25, SEEDS / 20)))
        .parallel()
        .forEach(
            seed ->
                assertThat(stateOf(seed))
                    .as("state of seed %d, run again", seed)
                    .isNotEmpty()
                    .isEqualTo(stateOf(seed)));
  }

  private static String stateOf(long seed) {
    return Simulation.run(seed, STEPS, Set.of(), false).hash().get();
  }

  private static List<Long> known() throws IOException {
    List<Long> seeds = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                World.required(SimulatorTest.class.getResourceAsStream(KNOWN)),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> seeds.add(Long.valueOf(line.split(" ", 2)[0])));
    }
    return seeds;
  }

  /** Each seed runs by itself; threads share nothing but the list of what is to be done. */
  private void run(List<Long> seeds, int steps) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    for (int worker = 0; worker < WORKERS; worker++) {
      workers.execute(
          () -> {
            for (int i = next.getAndIncrement(); i < seeds.size(); i = next.getAndIncrement()) {
              Simulation.Result result = Simulation.run(seeds.get(i), steps, Set.of(), false);
              coverage.add(result.coverage());
              if (result.violation().isPresent()) {
                synchronized (failed) {
                  failed.add(result.seed());
                }
              }
            }
          });
    }
    workers.shutdown();
    assertThat(workers.awaitTermination(2, TimeUnit.HOURS)).isTrue();
  }

  private String explained(int steps, boolean whole) {
    StringBuilder text = new StringBuilder("seeds that failed");
    for (long seed : failed.subList(0, Math.min(SHOWN, failed.size()))) {
      Set<Integer> left = whole ? Set.of() : Minimiser.leftOut(seed, steps);
      Simulation.Result shown = Simulation.run(seed, steps, left, true);
      text.append("\nseed ").append(seed).append(" of ").append(steps).append(" steps, ");
      text.append(left.size()).append(" left out: ").append(shown.violation());
      text.append("\nadd it to ").append(KNOWN).append("; what it does:\n");
      text.append(String.join("\n", shown.trace()));
    }
    return text.toString();
  }
}
