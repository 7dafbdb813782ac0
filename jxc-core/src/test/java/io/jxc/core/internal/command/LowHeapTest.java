package io.jxc.core.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process with 128 MB in all: huge commands end it not, and harm nobody else's. */
class LowHeapTest {
  @TempDir Path folder;

  @Test
  void hugeCommandsAreDoneOrRefusedAndOthersGoOn() throws Exception {
    Process small =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeap.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    List<String> told;
    try (BufferedReader lines = small.inputReader(StandardCharsets.UTF_8)) {
      told = lines.lines().toList();
    } finally {
      small.destroyForcibly();
    }
    assertThat(told).filteredOn("light done"::equals).hasSize(SmallHeap.LIGHT);
    assertThat(told).filteredOn(line -> line.startsWith("huge")).hasSize(SmallHeap.HUGE_CALLERS);
    assertThat(told).filteredOn("huge done"::equals).isNotEmpty();
    assertThat(told).contains("too much refused lines.count");
    String stock = told.get(told.size() - 1);
    assertThat(stock).matches("([0-9]+) in \\1");
    assertThat(told).noneMatch(line -> line.endsWith("memory"));
  }
}
