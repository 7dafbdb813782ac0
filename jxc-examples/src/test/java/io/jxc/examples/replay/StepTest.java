package io.jxc.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which steps of a replay may share commits. */
class StepTest {
  private static final LocalDateTime DAY = LocalDateTime.of(2010, 12, 1, 8, 26);

  @Test
  void stepsOfOneKindGoTogetherUpToTheMost() {
    List<Step> steps = Step.of(List.of(sells("1", "A"), sells("2", "A"), sells("3", "B")));

    assertThat(Step.runs(steps, 2)).extracting(List::size).containsExactly(2, 1);
    assertThat(Step.runs(steps, 3)).extracting(List::size).containsExactly(3);
  }

  @Test
  void whatIsTakenBackIsNotSoldInTheSameRun() {
    List<Step> steps =
        Step.of(List.of(sells("1", "A"), sells("2", "B"), takesBack("C3", "A"), sells("4", "A")));

    List<List<Step>> runs = Step.runs(steps, 64);

    assertThat(runs)
        .extracting(run -> run.stream().map(step -> step.invoice().number()).toList())
        .containsExactly(List.of("1", "2"), List.of("C3"), List.of("4"));
  }

  @Test
  void differentGoodsAndFeesGoTogetherWhateverIsDoneToThem() {
    List<Step> steps =
        Step.of(List.of(sells("1", "A", "POST"), takesBack("C2", "B", "POST"), sells("3", "C")));

    assertThat(Step.runs(steps, 64)).extracting(List::size).containsExactly(3);
  }

  @Test
  void anInvoiceThatSellsAndWritesOffTheSameGoodsIsTwoRuns() {
    TradePlan.Invoice both =
        new TradePlan.Invoice("1", DAY, List.of(line("1", "A", "2"), line("1", "A", "-1")));

    assertThat(Step.runs(Step.of(List.of(both)), 64))
        .extracting(run -> run.get(0).kind())
        .containsExactly(Step.Kind.SELL, Step.Kind.WRITE_OFF);
  }

  private static TradePlan.Invoice sells(String number, String... skus) {
    return invoice(number, "1", skus);
  }

  private static TradePlan.Invoice takesBack(String number, String... skus) {
    return invoice(number, "-1", skus);
  }

  private static TradePlan.Invoice invoice(String number, String quantity, String... skus) {
    return new TradePlan.Invoice(
        number, DAY, Arrays.stream(skus).map(sku -> line(number, sku, quantity)).toList());
  }

  private static RetailLine line(String invoice, String sku, String quantity) {
    return new RetailLine(
        invoice,
        sku,
        Optional.empty(),
        new BigDecimal(quantity),
        DAY,
        BigDecimal.ONE,
        Optional.empty());
  }
}
