package io.jxc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example does what it promises. */
class ExamplesTest {
  private static final int LINES = 60;
  private static final Path SOURCES = Path.of("src/main/java/io/jxc/examples");

  @ParameterizedTest
  @MethodSource("classes")
  void everyExampleKeepsItsPromises(String example) throws ReflectiveOperationException {
    Method main = Class.forName("io.jxc.examples." + example).getMethod("main", String[].class);
    try {
      main.invoke(null, (Object) new String[0]);
    } catch (InvocationTargetException e) {
      throw new AssertionError(example + " broke a promise", e.getCause());
    }
  }

  @Test
  void theExamplesAreNumberedWithoutGaps() throws IOException, URISyntaxException {
    List<String> numbers = classes().map(name -> name.substring(0, 3)).toList();

    assertThat(numbers)
        .hasSizeGreaterThanOrEqualTo(16)
        .isEqualTo(
            IntStream.rangeClosed(1, numbers.size())
                .mapToObj(number -> String.format("E%02d", number))
                .toList());
  }

  @Test
  void everyExampleFitsOnAScreenOrTwo() throws IOException, URISyntaxException {
    for (String example : classes().toList()) {
      assertThat(Files.readAllLines(SOURCES.resolve(example + ".java")))
          .as(example)
          .hasSizeLessThanOrEqualTo(LINES);
    }
  }

  @Test
  void everyExampleCanBeNamedOnTheCommandLine() throws IOException, URISyntaxException {
    StringWriter help = new StringWriter();
    Main.commands().setOut(new PrintWriter(help)).execute("--help");

    for (String example : classes().toList()) {
      assertThat(Main.commands().getSubcommands()).containsKey(example.substring(0, 3));
      assertThat(help.toString()).contains("  " + example.substring(0, 3) + " ");
    }
    assertThat(Main.commands().execute("E02")).isZero();
  }

  private static Stream<String> classes() throws IOException, URISyntaxException {
    Path here = Path.of(E01Quickstart.class.getResource("E01Quickstart.class").toURI());
    try (Stream<Path> files = Files.list(here.resolveSibling("."))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.matches("E\\d\\d\\w*\\.class"))
          .map(file -> file.replace(".class", ""))
          .sorted()
          .toList()
          .stream();
    }
  }
}
