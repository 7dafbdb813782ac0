package io.jxc.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents show is what the code does. */
class DocumentationTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  @Test
  void theReadmeShowsTheQuickstartThatRuns() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    Matcher block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(readme);
    assertThat(block.find()).isTrue();

    String example =
        Files.readString(
            ROOT.resolve("jxc-examples/src/main/java/io/jxc/examples/E01Quickstart.java"));
    String region =
        example.substring(
            example.indexOf("// readme:start") + "// readme:start".length(),
            example.indexOf("// readme:end"));

    assertThat(block.group(1).strip()).isEqualTo(region.stripIndent().strip());
  }

  @Test
  void theErrorPageListsEveryCodeOnce() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/errors.md"));
    for (ErrorCode code : ErrorCode.values()) {
      assertThat(page.split("`" + Pattern.quote(code.code()) + "`", -1))
          .as(code.code())
          .hasSizeGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void codesAreUniqueAndStable() {
    List<String> codes = Arrays.stream(ErrorCode.values()).map(ErrorCode::code).toList();
    assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z][a-z.-]+[a-z]"));
  }

  @Test
  void linksBetweenPagesLeadSomewhere() throws IOException {
    try (Stream<Path> pages = Files.walk(ROOT.resolve("docs"))) {
      List<Path> all =
          Stream.concat(
                  pages.filter(page -> page.toString().endsWith(".md")),
                  Stream.of(ROOT.resolve("README.md")))
              .collect(Collectors.toList());
      for (Path page : all) {
        Matcher link =
            Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)").matcher(Files.readString(page));
        while (link.find()) {
          assertThat(page.resolveSibling(link.group(1)).normalize())
              .as("link in %s", page.getFileName())
              .exists();
        }
      }
    }
  }
}
