package io.jxc.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay that is killed is simply started again. */
class ReplayKilledTest {
  private static final long SEED = 20_110_601;
  private static final int KILLS = 3;

  @TempDir private Path folder;

  @Test
  void replayKilledAndStartedAgainEndsWithTheFiguresOfOneThatWasLeftAlone() throws Exception {
    Path data =
        Replays.file(folder, "retail.csv", RetailData.csv(RetailData.generate(SEED, 3, 35)));
    List<Long> told = new ArrayList<>();
    Map<String, Object> undisturbed = Replays.run(told::add, data, "memory").figures();

    String store = "h2:" + folder.resolve("shop");
    for (int point : points(told)) {
      Replays.Run killed = Replays.fork(point, List.of(), data, store);
      assertThat(killed.exit()).as("killed at %s of %s", point, told.size()).isNotZero();
      assertThat(killed.out()).isEmpty();
    }
    Replays.Run finished = Replays.fork(0, List.of(), data, store);

    assertThat(finished.exit()).as(finished.err()).isZero();
    assertThat(finished.figures()).isEqualTo(undisturbed).containsEntry("verify", "ok");
  }

  /** When to kill: while the second month is bought for, and at seeded places after it began. */
  private static NavigableSet<Integer> points(List<Long> told) {
    int secondMonth = told.subList(1, told.size()).indexOf(0L) + 2;
    NavigableSet<Integer> points = new TreeSet<>(List.of(secondMonth));
    Random random = new Random(SEED);
    while (points.size() < KILLS) {
      points.add(1 + random.nextInt(told.size() * 3 / 4));
    }
    return points;
  }
}
