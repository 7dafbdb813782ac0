package io.jxc.examples.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jxc.store.jdbc.testing.TestDatabases;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Each case runs on each store, tells everything in one line, and finds its books whole. */
class BenchTest {
  private static final List<String> OF_JXC =
      List.of("jxcPerSecond", "jxcP50Ms", "jxcP99Ms", "rowsPerCommand", "averageBatch");
  private static final List<String> OF_NAIVE =
      List.of(
          "naivePerSecond",
          "ratio",
          "naiveP50Ms",
          "naiveP99Ms",
          "p50Ratio",
          "p99Ratio",
          "statementsPerCommand",
          "naiveStatementsPerCommand",
          "naiveRowsPerCommand");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"order-hot", "order-single"})
  void inMemoryThereIsOnlyJxc(String work) throws JsonProcessingException {
    JsonNode line = line(work, "memory");

    OF_JXC.forEach(name -> assertThat(line.get(name).doubleValue()).as(name).isPositive());
    assertThat(line.get("naivePerSecond").isNull()).isTrue();
    assertThat(line.get("ratio").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"order-uniform", "reserve-hot"})
  void onH2BothSidesAreMeasured(String work) throws JsonProcessingException {
    complete(line(work, "h2:" + folder));
  }

  @Test
  void onH2CommitsMayBeLeftToTheOperatingSystem() throws JsonProcessingException {
    JsonNode line =
        line("order-hot", "h2:" + folder, "--durability", "process-crash", "--naive-stock", "last");

    complete(line);
    assertThat(line.get("naiveStock").textValue()).isEqualTo("last");
  }

  @ParameterizedTest
  @ValueSource(strings = {"order-hot", "order-single"})
  void onAServerBothSidesAreMeasured(String work) throws JsonProcessingException {
    try (TestDatabases.Database database = TestDatabases.fresh()) {
      complete(line(work, database.url(), "--user", database.user()));
    }
  }

  @Test
  void twoProcessesPerSideSellTheSameProduct() throws JsonProcessingException {
    try (TestDatabases.Database database = TestDatabases.fresh()) {
      JsonNode line = line("reserve-two-nodes", database.url(), "--user", database.user());

      complete(line);
      assertThat(line.get("jxcNodesPerSecond")).hasSize(2);
      assertThat(line.get("naiveNodesPerSecond")).hasSize(2);
      assertThat(line.get("slowestToFastest").doubleValue()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void aServerCanBeFurtherAway() throws JsonProcessingException {
    try (TestDatabases.Database database = TestDatabases.fresh()) {
      JsonNode line =
          line("reserve-hot", database.url(), "--user", database.user(), "--delay-ms", "2");

      complete(line);
      // a single command takes more than one round trip on either side
      assertThat(line.get("jxcP50Ms").doubleValue()).isGreaterThan(2);
      assertThat(line.get("naiveP50Ms").doubleValue()).isGreaterThan(2 * 7);
    }
  }

  @Test
  void lightCommandsAreMeasuredWithAndWithoutBulkWork() throws JsonProcessingException {
    JsonNode line = line("mixed-bulk", "memory");

    for (String name : List.of("otherRatio", "sameRatio", "longestCommitMs", "receivedLines")) {
      assertThat(line.get(name).doubleValue()).as(name).isPositive();
    }
  }

  @Test
  void journalsAreFilledBeforeTheSecondHalf() throws JsonProcessingException {
    JsonNode line = line("growth", "memory", "--rows", "25000");

    // a fast machine may write more than the rows asked for before the filling begins
    long empty = line.get("emptyJournalRows").longValue();
    assertThat(empty).isPositive();
    assertThat(line.get("fullJournalRows").longValue()).isGreaterThan(Math.max(empty, 24_999));
    assertThat(line.get("ratio").doubleValue()).isPositive();
  }

  @Test
  void rowsAreComparedWithWhatOneConnectionInserts() throws JsonProcessingException {
    JsonNode line = line("insert-limit", "h2:" + folder, "--durability", "process-crash");

    for (String name : List.of("jxcRowsPerSecond", "limitRowsPerSecond", "share")) {
      assertThat(line.get(name).doubleValue()).as(name).isPositive();
    }
  }

  private static void complete(JsonNode line) {
    OF_JXC.forEach(name -> assertThat(line.get(name).doubleValue()).as(name).isPositive());
    OF_NAIVE.forEach(name -> assertThat(line.get(name).doubleValue()).as(name).isPositive());
  }

  private static JsonNode line(String work, String store, String... more)
      throws JsonProcessingException {
    List<String> arguments = new ArrayList<>(List.of("--case", work, "--store", store));
    arguments.addAll(List.of("--products", "200", "--warm-up", "0", "--seconds", "1"));
    arguments.addAll(List.of("--runs", "1", "--naive-connections", "4"));
    if (!work.equals("order-single")) {
      arguments.addAll(List.of("--callers", "4"));
    }
    arguments.addAll(List.of(more));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        new CommandLine(new BenchCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments.toArray(String[]::new));

    assertThat(exit).as(err.toString()).isZero();
    assertThat(out.toString().strip()).doesNotContain("\n");
    JsonNode line = JsonMapper.builder().build().readTree(out.toString());
    assertThat(line.get("case").textValue()).isEqualTo(work);
    assertThat(line.get("exact").booleanValue()).isTrue();
    return line;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--case other",
        "--case order-hot --callers 0",
        "--case order-hot --products 2",
        "--case order-hot --durability none",
        "--case order-hot --delay-ms 1",
        "--case order-hot --naive-stock never",
        "--case reserve-two-nodes --products 3",
        "--case insert-limit --products 3",
        "--case order-hot --store somewhere"
      })
  void whatCannotBeMeasuredIsRefused(String arguments) {
    StringWriter err = new StringWriter();
    int exit =
        new CommandLine(new BenchCommand())
            .setErr(new PrintWriter(err))
            .execute(arguments.split(" ", -1));

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).contains("found");
  }
}
