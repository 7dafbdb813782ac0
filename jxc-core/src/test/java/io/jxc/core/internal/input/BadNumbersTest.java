package io.jxc.core.internal.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.JxcException;
import io.jxc.api.error.Violation;
import io.jxc.api.inventory.ClaimStock;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.sales.Discount;
import io.jxc.api.sales.DraftOrder;
import io.jxc.core.internal.input.Documents.Line;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadNumbersTest extends InputTestBase {
  private static final String NINETEEN = "1234567890123456789";
  private static final String SCALE_THIRTY = "0.100000000000000000000000000001";
  private static final String QUANTITY = "18 digits before and 6 after the point";
  private static final String PRICE = "16 digits before and 8 after the point";
  private static final List<String> NO_NUMBERS =
      List.of(
          "",
          " ",
          "1 ",
          "x",
          "1,5",
          "1.2.3",
          "NaN",
          "Infinity",
          "0x10",
          "--1",
          "1e",
          "９e9x",
          NINETEEN,
          "-" + NINETEEN,
          SCALE_THIRTY,
          "0.0000001",
          "1E+1000000000",
          "1E+19",
          "1E-1000000000",
          "9".repeat(10_000));

  @ParameterizedTest
  @EnumSource
  void whatIsNoQuantityIsRefusedWithWhatWouldBeOne(Documents document) {
    for (String text : NO_NUMBERS) {
      assertThat(
              violations(
                  document + " of " + shown(text),
                  () -> document.send(root, List.of(Line.GOOD, Line.GOOD.quantity(text)))))
          .as(shown(text))
          .extracting(v -> v.path() + " " + v.code() + " " + v.expected())
          .containsExactly("lines[1].quantity decimal.invalid " + QUANTITY);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADJUST")
  void aQuantityIsAboveZero(Documents document) {
    for (String text : List.of("0", "0.000", "-1", "-0.000001", "0E-999999999")) {
      assertThat(
              violations(
                  document + " of " + text,
                  () -> document.send(root, List.of(Line.GOOD, Line.GOOD.quantity(text)))))
          .as(text)
          .extracting(v -> v.path() + " " + v.code() + " " + v.expected())
          .containsExactly("lines[1].quantity quantity.not-positive above 0");
    }
  }

  @Test
  void anAdjustmentHasASignAndIsNotZero() {
    assertThat(
            violations(
                "adjustment",
                () -> Documents.ADJUST.send(root, List.of(Line.GOOD, Line.GOOD.quantity("0")))))
        .extracting(Violation::path)
        .containsExactly("lines[1].quantity");
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ISSUE", "ADJUST", "CLAIM"})
  void whatIsNoPriceIsRefusedWithWhatWouldBeOne(Documents document) {
    for (String text : List.of("", "x", "12345678901234567", SCALE_THIRTY, "1E+1000000000")) {
      assertThat(
              violations(
                  document + " at " + shown(text),
                  () -> document.send(root, List.of(Line.GOOD, Line.GOOD.price(text)))))
          .as(shown(text))
          .extracting(Violation::code, Violation::expected)
          .containsExactly(tuple("decimal.invalid", PRICE));
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ISSUE", "ADJUST", "CLAIM"})
  void goodsHaveNoPriceBelowZero(Documents document) {
    assertThat(
            violations(
                document.name(),
                () -> document.send(root, List.of(Line.GOOD, Line.GOOD.price("-0.01")))))
        .extracting(v -> v.code() + " " + v.found())
        .containsExactly("number.range -0.01");
  }

  @ParameterizedTest
  @EnumSource(names = {"RECEIVE", "ISSUE", "CLAIM", "PLACE", "QUICK_SALE", "PURCHASE"})
  void aQuantityThatOverflowsInTheBaseUnitIsRefused(Documents document) {
    Line boxes = Line.GOOD.quantity("999999999999999999").unit("BOX");

    InvalidCommandException refused =
        refused(
            InvalidCommandException.class,
            document.name(),
            () -> document.send(root, List.of(boxes)));

    assertThat(refused.code()).isIn("decimal.invalid", "number.range", "unit.inexact");
  }

  @Test
  void twoQuantitiesThatOverflowTogetherAreRefused() {
    Line most = Line.GOOD.quantity("999999999999999999").price("0");

    assertThat(
            refused(
                    JxcException.class,
                    "receipt",
                    () -> Documents.RECEIVE.send(root, List.of(most, most)))
                .code())
        .isEqualTo("limit.exceeded");
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ISSUE", "ADJUST", "CLAIM", "OPEN"})
  void anAmountThatNobodyCanWriteDownIsRefused(Documents document) {
    Line line = Line.GOOD.quantity("999999999999999999").price("9999999999999999");

    JxcException refused =
        refused(JxcException.class, document.name(), () -> document.send(root, List.of(line)));

    assertThat(refused.code()).isIn("decimal.invalid", "number.range", "limit.exceeded");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "101", "x", "1.23456789"})
  void aTaxRateOrPercentageOutOfBoundsIsRefused(String text) {
    violations(
        "tax", () -> root.catalog().create(CreateProduct.goods("NEW").taxRate(text).build()));
    violations(
        "discount",
        () ->
            root.sales()
                .draft(
                    DraftOrder.forCustomer("C-1")
                        .discount(Discount.percent(text))
                        .line("TEA", "1")
                        .build()));
  }

  @Test
  void aUnitRatioIsAWholeNumberAboveZero() {
    for (long ratio : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
      assertThat(
              violations(
                  "ratio " + ratio,
                  () ->
                      root.catalog().create(CreateProduct.goods("NEW").unit("BOX", ratio).build())))
          .extracting(Violation::code)
          .containsExactly("unit.ratio");
    }
  }

  @Test
  void aHoldLastsBetweenASecondAndNinetyDays() {
    for (Duration time :
        List.of(
            Duration.ZERO,
            Duration.ofSeconds(-1),
            Duration.ofDays(91),
            Duration.ofSeconds(Long.MAX_VALUE))) {
      assertThat(
              violations(
                  "hold of " + time,
                  () ->
                      root.inventory()
                          .claim(
                              ClaimStock.in("MAIN")
                                  .owner("cart")
                                  .line("TEA", "1")
                                  .holdFor(time)
                                  .build())))
          .extracting(v -> v.path() + " " + v.code() + " " + v.expected())
          .containsExactly("holdFor number.range 1 second to 90 days");
    }
  }

  @Test
  void aBusinessDateIsOneThatEveryStoreCanKeep() {
    for (LocalDate day :
        List.of(
            LocalDate.MIN, LocalDate.MAX, LocalDate.of(999, 12, 31), LocalDate.of(9999, 1, 1))) {
      assertThat(
              violations(
                  "receipt on " + day,
                  () ->
                      root.inventory()
                          .receive(
                              ReceiveGoods.into("MAIN")
                                  .effectiveOn(day)
                                  .line("TEA", "1", "1")
                                  .build())))
          .extracting(v -> v.path() + " " + v.code())
          .containsExactly("effectiveOn number.range");
      assertThat(
              violations(
                  "issue on " + day,
                  () ->
                      root.inventory()
                          .issue(
                              IssueGoods.from("MAIN")
                                  .reason("used")
                                  .effectiveOn(day)
                                  .line("TEA", "1")
                                  .build())))
          .extracting(Violation::code)
          .containsExactly("number.range");
      assertThat(
              violations(
                  "order on " + day,
                  () ->
                      root.sales()
                          .draft(
                              DraftOrder.forCustomer("C-1")
                                  .orderedOn(day)
                                  .line("TEA", "1")
                                  .build())))
          .extracting(Violation::code)
          .containsExactly("number.range");
    }
  }

  private static String shown(String text) {
    return "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
  }
}
