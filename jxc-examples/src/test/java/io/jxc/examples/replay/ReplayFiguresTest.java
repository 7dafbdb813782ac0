package io.jxc.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jxc.store.jdbc.testing.TestDatabases;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The replay gives the figures that plain arithmetic gives, on every store. */
class ReplayFiguresTest {
  private static final List<RetailData.Line> LINES = RetailData.generate(20_101_201, 3, 40);
  private static final ExpectedFigures EXPECTED = new ExpectedFigures(LINES);

  @TempDir private Path folder;
  private Path data;

  @BeforeEach
  void write() {
    data = Replays.file(folder, "retail.csv", RetailData.csv(LINES));
  }

  @Test
  void memoryH2AndMySqlGiveTheFiguresOfPlainArithmetic() {
    Map<String, Object> inMemory = Replays.run(data, "memory").figures();
    assertExpected(inMemory);

    assertThat(Replays.run(data, "h2:" + folder.resolve("shop")).figures()).isEqualTo(inMemory);

    try (TestDatabases.Database database = TestDatabases.fresh()) {
      assertThat(
              Replays.run(
                      data,
                      database.url(),
                      "--user",
                      database.user(),
                      "--password",
                      database.password())
                  .figures())
          .isEqualTo(inMemory);
    }
  }

  @Test
  void severalThreadsGiveTheSameQuantities() {
    Map<String, Object> together = Replays.run(data, "memory", "--threads", "4").figures();
    Map<String, Object> alone = Replays.run(data, "memory").figures();
    // Only averages depend on who comes first.
    for (Map<String, Object> figures : List.of(together, alone)) {
      figures.remove("cogs");
      figures.remove("stockValue");
    }
    assertThat(together).isEqualTo(alone);
  }

  @Test
  void whatIsDoneAlreadyIsNotDoneAgain() {
    String store = "h2:" + folder.resolve("shop");
    Map<String, Object> first = Replays.run(data, store).figures();
    assertThat(Replays.run(data, store).figures()).isEqualTo(first);
  }

  @Test
  void stockFileListsEveryTradedCodeInOrder() throws IOException {
    Path stock = folder.resolve("stock.csv");
    Map<String, Object> figures =
        Replays.run(data, "memory", "--stock-csv", stock.toString()).figures();

    List<String> rows = Files.readAllLines(stock);
    assertThat(rows.get(0)).isEqualTo("sku,on_hand,value");
    List<String> found = new ArrayList<>();
    BigDecimal value = BigDecimal.ZERO;
    for (String row : rows.subList(1, rows.size())) {
      String[] fields = row.split(",", -1);
      found.add(fields[0] + "," + fields[1]);
      assertThat(fields[2]).matches("\\d+\\.\\d\\d");
      value = value.add(new BigDecimal(fields[2]));
    }
    List<String> expected = new ArrayList<>();
    EXPECTED.onHand().forEach((code, units) -> expected.add(code + "," + units));
    assertThat(found).isEqualTo(expected).anyMatch(row -> row.endsWith(",0"));
    assertThat(value)
        .isCloseTo(decimal(figures, "stockValue"), within(BigDecimal.valueOf(rows.size(), 2)));
  }

  private static void assertExpected(Map<String, Object> figures) {
    EXPECTED
        .exact()
        .forEach(
            (figure, amount) ->
                assertThat(decimal(figures, figure)).as(figure).isEqualByComparingTo(amount));
    assertThat(decimal(figures, "cogs"))
        .isCloseTo(EXPECTED.cogs(), within(EXPECTED.cogs().movePointLeft(3)));
    assertThat(decimal(figures, "stockValue"))
        .isCloseTo(EXPECTED.stockValue(), within(EXPECTED.stockValue().movePointLeft(3)));
    assertThat(figures)
        .containsEntry("verify", "ok")
        .hasSize(EXPECTED.exact().size() + List.of("cogs", "stockValue", "verify").size() + 2)
        .containsKeys("events", "auditRecords");
    assertThat(decimal(figures, "events")).isPositive();
    assertThat(decimal(figures, "auditRecords")).isPositive();
  }

  private static BigDecimal decimal(Map<String, Object> figures, String figure) {
    return new BigDecimal(String.valueOf(figures.get(figure)));
  }
}
