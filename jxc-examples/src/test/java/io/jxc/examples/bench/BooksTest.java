package io.jxc.examples.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.spi.store.Durability;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proof at the end finds what is wrong. */
class BooksTest {
  @TempDir Path folder;

  @Test
  void wholeBooksPass() {
    assertThat(books(500, 500, 7).check(507, 500)).isEmpty();
  }

  @Test
  void aUnitTooManyIsFound() {
    assertThat(books(500, 500, 8).check(507, 500)).singleElement().asString().contains("508");
  }

  @Test
  void whatWasNotSoldOutIsFound() {
    assertThat(books(500, 499, 7).check(506, 499)).singleElement().asString().contains("499 of");
  }

  @Test
  void whatIsOversoldIsFound() {
    assertThat(books(500, 501, 7).check(508, 501)).anyMatch(fault -> fault.contains("oversold"));
  }

  private static Books books(long lastOnHand, long lastReserved, long reserved) {
    return new Books(
        Map.of(Goods.LAST, level(lastOnHand, lastReserved), "P-0000000", level(1_000, reserved)),
        List.of());
  }

  private static Books.Level level(long onHand, long reserved) {
    return new Books.Level(BigDecimal.valueOf(onHand), BigDecimal.valueOf(reserved));
  }

  @Test
  void aBalanceThatSomebodyEditedIsFoundOnBothSides() {
    Settings settings =
        new Settings(
            BenchCase.ORDER_UNIFORM,
            "h2:" + folder,
            Optional.empty(),
            Optional.empty(),
            Durability.PROCESS_CRASH,
            1,
            new Goods(3),
            new Settings.Pace(Duration.ZERO, Duration.ofSeconds(1), 1),
            new Settings.ByHand(2, true),
            Duration.ZERO,
            1);
    try (Sides sides = Sides.open(settings)) {
      for (Side side : sides.all()) {
        assertThat(side.order(List.of("P-0000002", "P-0000000", "P-0000001"))).isTrue();
        assertThat(side.books().check(3, -1)).as(side.name()).isEmpty();
      }
      edit("jdbc:h2:jxc:" + folder.resolve("jxc") + "/jxc");
      edit("jdbc:h2:" + folder.resolve("naive") + "/jxc");
      for (Side side : sides.all()) {
        // moved from one product to another: the sum of all is what was sold
        assertThat(side.books().check(3, -1)).as(side.name()).isNotEmpty();
      }
    }
  }

  private static void edit(String url) {
    Jdbi.create(url + ";IFEXISTS=TRUE", "jxc", "")
        .useHandle(
            handle -> {
              handle.execute(
                  "UPDATE jxc_stock SET reserved = reserved + 1 WHERE sku = ?",
                  new Object[] {"P-0000000".getBytes(java.nio.charset.StandardCharsets.UTF_8)});
              handle.execute(
                  "UPDATE jxc_stock SET reserved = reserved - 1 WHERE sku = ?",
                  new Object[] {"P-0000001".getBytes(java.nio.charset.StandardCharsets.UTF_8)});
            });
  }
}
