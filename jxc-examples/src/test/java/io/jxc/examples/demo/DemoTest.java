package io.jxc.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.error.RuleViolationException;
import io.jxc.examples.Expect;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The demo shop lives its day, and its tables say what happened. */
class DemoTest {
  @Test
  void theShopLivesOneDayAndPrintsIt() {
    StringWriter printed = new StringWriter();

    int exit = new CommandLine(new DemoCommand()).setOut(new PrintWriter(printed)).execute();

    assertThat(exit).isZero();
    assertThat(printed.toString().lines())
        .anyMatch(line -> line.matches("meg  approves PO\\d{8}-0002 +APPROVED"))
        .anyMatch(line -> line.contains("REFUSED: User 'bob' created or edited"))
        .anyMatch(line -> line.contains("REFUSED: User 'ann' lacks the permission 'stock.adjust'"))
        .anyMatch(line -> line.contains("REFUSED: Product 'CUP-01' in 'MAIN': 40 wanted, 28"))
        .anyMatch(line -> line.contains("the stored answer: nothing is sold twice"))
        .anyMatch(line -> line.matches("CUP-01 +Porcelain cup +28 +0 +28 +11.5 +322.00"))
        .anyMatch(line -> line.matches("total +5384.00"))
        .anyMatch(line -> line.matches(" +\\d+ +SALES_RETURN +wei +2 +29 +333.50 +wrong colour"))
        .anyMatch(line -> line.matches("total +2539.78 +1376.50 +1163.28 +45.8%"))
        .anyMatch(
            line ->
                line.matches(".* ann +inventory.adjust +REFUSED access.denied +warehouse NAMED"))
        .anyMatch(line -> line.startsWith("Chain verified: "))
        .anyMatch(line -> line.startsWith("Stock verified: "));
  }

  @Test
  void aStepThatEndsOtherwiseThanToldFailsTheDemo() {
    assertThatThrownBy(
            () -> Expect.refused(RuleViolationException.class, () -> Expect.that(true, "done")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("it was done");
  }

  @Test
  void columnsOfNumbersStandToTheRight() {
    StringWriter printed = new StringWriter();

    new Table("sku", "units")
        .row("A", "5")
        .row("LONG", "12.50")
        .print(new PrintWriter(printed, true), "STOCK");

    assertThat(printed.toString().lines())
        .containsExactly(
            "", "STOCK", "----  -----", "sku   units", "----  -----", "A         5", "LONG  12.50");
  }
}
