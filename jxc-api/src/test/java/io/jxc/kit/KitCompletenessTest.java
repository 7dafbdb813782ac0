package io.jxc.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.tck.ConformanceSuite;
import io.jxc.tck.StoreConformance;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A suite that the entry point forgets would never run, and nobody would see it. */
class KitCompletenessTest {
  @Test
  void entryPointRunsEverySuiteOfTheKit() throws IOException, URISyntaxException {
    List<String> nested =
        Arrays.stream(StoreConformance.class.getDeclaredClasses())
            .filter(suite -> suite.isAnnotationPresent(Nested.class))
            .map(suite -> suite.getSuperclass().getSimpleName())
            .toList();
    assertThat(nested).containsExactlyInAnyOrderElementsOf(suites());
  }

  /** The suites that are there, by the files of their classes. */
  private static List<String> suites() throws IOException, URISyntaxException {
    Path folder =
        Path.of(ConformanceSuite.class.getResource("ConformanceSuite.class").toURI()).getParent();
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith("Conformance.class"))
          .map(file -> file.replace(".class", ""))
          .filter(suite -> !suite.equals(StoreConformance.class.getSimpleName()))
          .toList();
    }
  }
}
