package io.jxc.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real data, which are too large to be part of the project. They are looked for beside it, or
 * where {@code -Djxc.test.retail} says.
 */
class ReplayRealDataTest {
  private static final Path DATA =
      Path.of(
          System.getProperty(
              "jxc.test.retail",
              Path.of("").toAbsolutePath().resolve("../../shared/data/online-retail").toString()));

  @TempDir private Path folder;

  @Test
  void firstMonthOfTheRealDataGivesTheFiguresOfTheReferenceWhereTheDataArePresent() {
    Path month = DATA.resolve("2010-12.csv.gz");
    assumeTrue(
        Files.exists(month),
        () -> "the real data are not here: " + month.normalize() + " is missing");

    Replays.Run run =
        Replays.run(month, "memory", "--rejects", folder.resolve("rejects.csv").toString());

    assertThat(run.figures())
        .containsEntry("orders", 1_629)
        .containsEntry("saleLines", 41_683)
        .containsEntry("soldUnits", 361_826)
        .containsEntry("returns", 326)
        .containsEntry("returnedUnits", 16_009)
        .containsEntry("writeOffs", 70)
        .containsEntry("writtenOffUnits", 4_046)
        .containsEntry("purchasedUnits", 365_872)
        .containsEntry("onHandUnits", 16_009)
        .containsEntry("skus", 2_752)
        .containsEntry("revenue", "823746.14")
        .containsEntry("refunds", "74789.12")
        .containsEntry("verify", "ok");
  }
}
