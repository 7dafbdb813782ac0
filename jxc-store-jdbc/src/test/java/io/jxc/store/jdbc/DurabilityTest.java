package io.jxc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.TenantId;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.Durability;
import io.jxc.tck.KitTypes;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DurabilityTest {
  private static final int ACKNOWLEDGED = 25;

  @Test
  void addressOfAnH2FolderWaitsForABoundedTime() {
    assertThat(new ConnectionSource.H2File(Path.of("shop")).url())
        .startsWith("jdbc:h2:jxc:/")
        .contains("/shop/jxc;LOCK_TIMEOUT=5000;QUERY_CACHE_SIZE=256;DB_CLOSE_ON_EXIT=FALSE;")
        .containsPattern("CACHE_SIZE=\\d{5,7}$");
  }

  @Test
  void healthTellsWhatACommitSurvives() {
    for (Durability durability :
        new Durability[] {Durability.POWER_LOSS, Durability.PROCESS_CRASH}) {
      try (H2Fixture fixture = new H2Fixture(durability)) {
        assertThat(fixture.store().health().durability()).isEqualTo(durability);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POWER_LOSS", "PROCESS_CRASH"})
  void acknowledgedCommitsOutliveAKilledProcess(Durability durability) throws Exception {
    Path folder = H2Fixture.copyOfTemplate();
    TenantId shop = TenantId.of("shop");
    for (int cycle = 0; cycle < 2; cycle++) {
      long acknowledged = killAfterSome(folder, durability);
      try (JdbcStore store = JdbcStore.h2(folder).durability(durability).build()) {
        store.register(KitTypes.SCHEMA);
        long head = store.head(shop).sequence();
        assertThat(head).isGreaterThanOrEqualTo(acknowledged);
        Block last = store.block(shop, new BlockRef.BySequence(head)).orElseThrow();
        assertThat(store.head(shop).blockHash()).isEqualTo(last.hash());
      }
    }
    H2Fixture.delete(folder);
  }

  /** Lets another JVM write, kills it in the middle, and returns the last sequence it told. */
  private static long killAfterSome(Path folder, Durability durability)
      throws IOException, InterruptedException {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EndlessWriter.class.getName(),
                folder.toString(),
                durability.name())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long last = 0;
    try (BufferedReader told = writer.inputReader()) {
      String line = told.readLine();
      for (int count = 1; line != null; count++) {
        last = Long.parseLong(line);
        if (count == ACKNOWLEDGED) {
          // Through the handle: the process's own method would close the stream before its end.
          writer.toHandle().destroyForcibly();
        }
        line = told.readLine();
      }
    }
    writer.waitFor();
    assertThat(last).isGreaterThanOrEqualTo(ACKNOWLEDGED);
    return last;
  }
}
