package io.jxc.core.internal.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.sales.Discount;
import io.jxc.api.sales.PriceMode;
import io.jxc.api.tenant.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTotalsTest {
  private static final long SEED = 20_261_122L;

  @Test
  void threeAtTenAndOneAtEightyMakeOneHundredAndTen() {
    DocumentTotals totals = inclusive(2, line("3", "10.00", "0"), line("1", "80.00", "0"));

    assertThat(totals.total()).isEqualByComparingTo("110.00");
    assertThat(totals.rounding()).isZero();
  }

  @Test
  void taxIsTakenOutOfInclusivePrices() {
    DocumentTotals totals = inclusive(2, line("1", "113.00", "13"));

    assertThat(totals.net()).isEqualByComparingTo("100.00");
    assertThat(totals.tax()).isEqualByComparingTo("13.00");
    assertThat(totals.total()).isEqualByComparingTo("113.00");
  }

  @Test
  void taxIsAddedToExclusivePrices() {
    DocumentTotals totals = exclusive(2, line("1", "100.00", "13"));

    assertThat(totals.net()).isEqualByComparingTo("100.00");
    assertThat(totals.tax()).isEqualByComparingTo("13.00");
    assertThat(totals.total()).isEqualByComparingTo("113.00");
  }

  @Test
  void whatRoundingLineByLineLosesIsNamed() {
    DocumentTotals totals =
        inclusive(2, line("1", "0.333", "0"), line("1", "0.333", "0"), line("1", "0.334", "0"));

    assertThat(totals.net()).isEqualByComparingTo("0.99");
    assertThat(totals.rounding()).isEqualByComparingTo("0.01");
    assertThat(totals.total()).isEqualByComparingTo("1.00");
  }

  @Test
  void roundingPerLineMakesTheTotalTheirSum() {
    DocumentTotals.Terms terms =
        new DocumentTotals.Terms(PriceMode.TAX_INCLUSIVE, Rounding.PER_LINE, 2);

    DocumentTotals totals =
        DocumentTotals.of(
            terms, Optional.empty(), List.of(line("1", "0.335", "0"), line("1", "0.335", "0")));

    assertThat(totals.rounding()).isZero();
    assertThat(totals.total()).isEqualByComparingTo("0.68");
  }

  @Test
  void aDocumentDiscountIsSpreadInWholeCoinsByAmount() {
    DocumentTotals totals =
        DocumentTotals.of(
            terms(PriceMode.TAX_INCLUSIVE, 2),
            Optional.of(Discount.amount("10")),
            List.of(line("1", "10", "0"), line("1", "10", "0"), line("1", "10", "0")));

    assertThat(totals.lines().stream().map(DocumentTotals.LineTotals::documentDiscount))
        .containsExactly(new BigDecimal("3.34"), new BigDecimal("3.33"), new BigDecimal("3.33"));
    assertThat(totals.total()).isEqualByComparingTo("20.00");
  }

  @Test
  void aLineDiscountComesBeforeTheDocumentDiscount() {
    DocumentTotals totals =
        DocumentTotals.of(
            terms(PriceMode.TAX_INCLUSIVE, 2),
            Optional.of(Discount.percent("10")),
            List.of(discounted("2", "50", Discount.percent("20"))));

    assertThat(totals.discount()).isEqualByComparingTo("28.00");
    assertThat(totals.total()).isEqualByComparingTo("72.00");
  }

  @Test
  void aDocumentDiscountLeavesCreditLinesAlone() {
    DocumentTotals totals =
        DocumentTotals.of(
            terms(PriceMode.TAX_INCLUSIVE, 2),
            Optional.of(Discount.percent("50")),
            List.of(line("1", "10", "0"), line("1", "-4", "0")));

    assertThat(totals.total()).isEqualByComparingTo("1.00");
  }

  @Test
  void aDocumentDiscountAboveItsLinesIsRefused() {
    Optional<Discount> discount = Optional.of(Discount.amount("10.01"));
    List<DocumentTotals.Line> lines = List.of(line("1", "10", "0"));

    assertThatThrownBy(() -> DocumentTotals.of(terms(PriceMode.TAX_INCLUSIVE, 2), discount, lines))
        .isInstanceOfSatisfying(
            RuleViolationException.class,
            e -> assertThat(e.code()).isEqualTo("sales.negative-total"));
  }

  @Test
  void aLineDiscountAboveItsLineIsRefused() {
    DocumentTotals.Line line = discounted("1", "10", Discount.amount("10.01"));

    assertThatThrownBy(() -> inclusive(2, line))
        .isInstanceOfSatisfying(
            InvalidCommandException.class,
            e -> assertThat(e.violations().get(0).path()).isEqualTo("lines[0].discount"));
  }

  @Test
  void anAmountBeyondEighteenDigitsIsRefused() {
    DocumentTotals.Line line = line("999999999999", "9999999", "0");

    assertThatThrownBy(() -> inclusive(2, line))
        .isInstanceOfSatisfying(
            InvalidCommandException.class, e -> assertThat(e.code()).isEqualTo("number.range"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3})
  void netTaxAndRoundingAlwaysMakeTheTotal(int minorDigits) {
    Random random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      PriceMode mode = random.nextBoolean() ? PriceMode.TAX_INCLUSIVE : PriceMode.TAX_EXCLUSIVE;
      List<DocumentTotals.Line> lines = anyLines(random);

      DocumentTotals totals =
          DocumentTotals.of(terms(mode, minorDigits), anyDiscount(random), lines);

      BigDecimal sum = totals.rounding();
      for (DocumentTotals.LineTotals line : totals.lines()) {
        sum = sum.add(line.total());
        assertThat(line.net().scale()).as("seed %s", SEED).isLessThanOrEqualTo(minorDigits);
        assertThat(line.discounted().signum()).isNotNegative();
      }
      assertThat(sum).as("seed %s round %s", SEED, i).isEqualByComparingTo(totals.total());
      BigDecimal coin = BigDecimal.ONE.movePointLeft(minorDigits);
      BigDecimal most = coin.multiply(BigDecimal.valueOf(lines.size() + 1L));
      assertThat(totals.rounding().abs()).isLessThanOrEqualTo(most);
    }
  }

  @Test
  void inclusiveAndExclusivePricesOfTheSameGoodsAgreeInTheTotal() {
    Random random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      List<DocumentTotals.Line> exclusive = new ArrayList<>();
      List<DocumentTotals.Line> inclusive = new ArrayList<>();
      for (int n = 0; n <= random.nextInt(20); n++) {
        BigDecimal quantity = BigDecimal.valueOf(1L + random.nextInt(500));
        BigDecimal price = BigDecimal.valueOf(random.nextInt(100_000), 2);
        BigDecimal rate = BigDecimal.valueOf(random.nextInt(26));
        BigDecimal taxed = price.multiply(rate.add(new BigDecimal(100))).movePointLeft(2);
        exclusive.add(new DocumentTotals.Line(quantity, price, rate, Optional.empty()));
        inclusive.add(new DocumentTotals.Line(quantity, taxed, rate, Optional.empty()));
      }

      DocumentTotals without =
          DocumentTotals.of(terms(PriceMode.TAX_EXCLUSIVE, 2), Optional.empty(), exclusive);
      DocumentTotals with =
          DocumentTotals.of(terms(PriceMode.TAX_INCLUSIVE, 2), Optional.empty(), inclusive);

      assertThat(with.total()).as("seed %s", SEED).isEqualByComparingTo(without.total());
    }
  }

  @Test
  void portionsOfALineAddUpHoweverTheyAreCut() {
    Random random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      BigDecimal whole = BigDecimal.valueOf(random.nextInt(1_000_000) - 500_000L, 2);
      int quantity = 1 + random.nextInt(100);
      BigDecimal of = BigDecimal.valueOf(quantity);
      BigDecimal sum = BigDecimal.ZERO;
      int done = 0;
      while (done < quantity) {
        int next = done + 1 + random.nextInt(quantity - done);
        BigDecimal from = BigDecimal.valueOf(done);
        sum = sum.add(DocumentTotals.portion(whole, from, BigDecimal.valueOf(next), of, 2));
        done = next;
      }
      assertThat(sum).as("seed %s", SEED).isEqualByComparingTo(whole);
    }
  }

  @Test
  void tenThousandDiscountedLinesAreComputedExactly() {
    List<DocumentTotals.Line> lines = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      lines.add(line("1", "0.07", "13"));
    }

    DocumentTotals totals =
        DocumentTotals.of(
            terms(PriceMode.TAX_INCLUSIVE, 2), Optional.of(Discount.amount("123.45")), lines);

    assertThat(totals.discount()).isEqualByComparingTo("123.45");
    assertThat(totals.total()).isEqualByComparingTo("576.55");
    assertThat(totals.net().add(totals.tax()).add(totals.rounding()))
        .isEqualByComparingTo("576.55");
  }

  private static DocumentTotals.Terms terms(PriceMode mode, int minorDigits) {
    return new DocumentTotals.Terms(mode, Rounding.PER_DOCUMENT, minorDigits);
  }

  private static List<DocumentTotals.Line> anyLines(Random random) {
    List<DocumentTotals.Line> lines = new ArrayList<>();
    for (int n = 0; n <= random.nextInt(30); n++) {
      lines.add(
          new DocumentTotals.Line(
              BigDecimal.valueOf(1L + random.nextInt(1_000_000), random.nextInt(7)),
              BigDecimal.valueOf(random.nextInt(10_000_000), random.nextInt(9)),
              BigDecimal.valueOf(random.nextInt(2_000), 2),
              random.nextInt(3) == 0
                  ? Optional.of(Discount.percent(Integer.toString(random.nextInt(101))))
                  : Optional.empty()));
    }
    return lines;
  }

  private static Optional<Discount> anyDiscount(Random random) {
    return random.nextBoolean()
        ? Optional.empty()
        : Optional.of(Discount.percent(BigDecimal.valueOf(random.nextInt(1_000), 2).toString()));
  }

  private static DocumentTotals inclusive(int minorDigits, DocumentTotals.Line... lines) {
    return DocumentTotals.of(
        terms(PriceMode.TAX_INCLUSIVE, minorDigits), Optional.empty(), List.of(lines));
  }

  private static DocumentTotals exclusive(int minorDigits, DocumentTotals.Line... lines) {
    return DocumentTotals.of(
        terms(PriceMode.TAX_EXCLUSIVE, minorDigits), Optional.empty(), List.of(lines));
  }

  private static DocumentTotals.Line line(String quantity, String price, String rate) {
    return new DocumentTotals.Line(
        new BigDecimal(quantity), new BigDecimal(price), new BigDecimal(rate), Optional.empty());
  }

  private static DocumentTotals.Line discounted(String quantity, String price, Discount discount) {
    return new DocumentTotals.Line(
        new BigDecimal(quantity), new BigDecimal(price), BigDecimal.ZERO, Optional.of(discount));
  }
}
