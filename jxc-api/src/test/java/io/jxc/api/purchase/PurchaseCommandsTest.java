package io.jxc.api.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.Violation;
import io.jxc.api.purchase.PurchaseOrderContent.Line;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PurchaseCommandsTest {
  @Test
  void an_order_is_read_as_it_is_written() {
    EnterPurchaseOrder order =
        EnterPurchaseOrder.from(" S-1 ")
            .into("MAIN")
            .externalId("erp-7")
            .expectedOn(LocalDate.of(2026, 12, 1))
            .line("TEA-01", "10", "6.00")
            .line("TEA-02", "2", "BOX", "58.5")
            .line(Line.of("TEA-03", "1", "9").taxRate("13").warehouse("WH-2").note("gift wrapped"))
            .build();

    assertThat(order.content().supplier()).isEqualTo("S-1");
    assertThat(order.externalId()).contains("erp-7");
    assertThat(order.content().pricesIncludeTax()).isFalse();
    assertThat(order.content().lines()).hasSize(3);
    assertThat(order.content().lines().get(1).unit()).contains("BOX");
    assertThat(order.content().lines().get(2).taxRate().orElseThrow()).hasToString("13");
    assertThat(order.requestId()).isNotEmpty();
  }

  @Test
  void everything_wrong_with_an_order_is_told_at_once() {
    assertViolations(
        () ->
            EnterPurchaseOrder.from("")
                .into("MAIN")
                .orderedOn(LocalDate.of(12026, 1, 1))
                .line("TEA-01", "0", "6.00")
                .line("TEA-01", "1", "-6.00")
                .line("TEA-01", "1", "6.123456789")
                .line("TEA-01", "1", "6")
                .build(),
        "lines[0].quantity: quantity.not-positive",
        "lines[1].unitPrice: number.range",
        "lines[2].price: decimal.invalid",
        "supplier: code.invalid",
        "orderedOn: number.range");
  }

  @Test
  void an_order_has_one_to_ten_thousand_lines() {
    assertViolations(
        () -> EnterPurchaseOrder.from("S-1").into("MAIN").build(), "lines: lines.count");
    EnterPurchaseOrder.Builder order = EnterPurchaseOrder.from("S-1").into("MAIN");
    for (int i = 0; i < 10_000; i++) {
      order.line("TEA-01", "1", "6");
    }
    assertThat(order.build().content().lines()).hasSize(10_000);
    assertViolations(() -> order.line("TEA-01", "1", "6").build(), "lines: lines.count");
  }

  @Test
  void line_numbers_stand_once_and_within_bounds() {
    Line line = Line.of("TEA-01", "1", "6");
    assertViolations(
        () ->
            PurchaseOrderContent.from("S-1")
                .into("MAIN")
                .line(line.lineNo(2))
                .line(line.lineNo(2))
                .build(),
        "lines[1]: line.duplicate");
    assertViolations(() -> line.lineNo(0), "lineNo: number.range");
    assertViolations(() -> line.lineNo(10_001), "lineNo: number.range");
  }

  @Test
  void a_receipt_names_lines_or_everything() {
    assertThat(ReceivePurchaseOrder.allOf("o-1").build().everything()).isTrue();
    assertThat(ReceivePurchaseOrder.of("o-1").line(1, "4").line(1, "2", "WH-2").build().lines())
        .hasSize(2);
    assertViolations(() -> ReceivePurchaseOrder.of("o-1").build(), "lines: lines.count");
    assertViolations(
        () -> ReceivePurchaseOrder.allOf("o-1").line(1, "4").build(), "lines: lines.count");
    assertViolations(
        () -> ReceivePurchaseOrder.of("o-1").line(0, "-4").build(),
        "lines[0].lineNo: number.range",
        "lines[0].quantity: quantity.not-positive");
  }

  @Test
  void decisions_about_an_order_check_their_texts() {
    assertViolations(() -> CancelPurchaseOrder.of("", 1).reason("why"), "orderId: code.invalid");
    assertViolations(
        () -> ClosePurchaseOrder.of("o-1", 1).reason("x".repeat(501)), "reason: text.invalid");
    assertViolations(
        () -> SubmitPurchaseOrder.of("o-1", 1).requestId("a#b"), "requestId: request-id.invalid");
  }

  private static void assertViolations(ThrowingCallable call, String... expected) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidCommandException.class,
            e -> assertThat(shown(e.violations())).containsExactly(expected));
  }

  private static List<String> shown(List<Violation> violations) {
    return violations.stream().map(v -> v.path() + ": " + v.code()).toList();
  }
}
