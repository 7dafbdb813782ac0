package io.jxc.core.internal.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.error.RuleViolationException;
import io.jxc.api.error.Violation;
import io.jxc.api.purchase.EnterPurchaseOrder;
import io.jxc.api.purchase.ReceivePurchaseOrder;
import io.jxc.api.sales.Discount;
import io.jxc.api.sales.DraftOrder;
import io.jxc.api.sales.OrderLine;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.sales.ReturnShipped;
import io.jxc.api.sales.ShipOrder;
import io.jxc.core.internal.input.Documents.Line;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BadLinesTest extends InputTestBase {
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
  void everyUnknownProductIsNamedWithItsLine(Documents document) {
    List<Line> lines = new ArrayList<>(Collections.nCopies(10, Line.GOOD));
    lines.set(6, Line.GOOD.sku("COFFEE"));
    lines.set(8, Line.GOOD.sku("COCOA"));

    assertThat(violations(document.name(), () -> document.send(root, lines)))
        .extracting(v -> v.path() + " " + v.code() + " " + v.expected() + " " + v.found())
        .containsExactly(
            "lines[6].sku reference.unknown product COFFEE",
            "lines[8].sku reference.unknown product COCOA");
  }

  @Test
  void anOpeningStockNamesUnknownProductsThenThoseThatHaveMoved() {
    List<Line> unknown = List.of(Line.GOOD.sku("COFFEE"), Line.GOOD, Line.GOOD.sku("COCOA"));

    assertThat(violations("opening", () -> Documents.OPEN.send(root, unknown)))
        .extracting(v -> v.path() + " " + v.code() + " " + v.found())
        .containsExactly(
            "lines[0].sku reference.unknown COFFEE", "lines[2].sku reference.unknown COCOA");
    assertThat(violations("opening", () -> Documents.OPEN.send(root, List.of(Line.GOOD))))
        .extracting(v -> v.path() + " " + v.code() + " " + v.found())
        .containsExactly("lines[0].sku stock.already-moved TEA");
  }

  @ParameterizedTest
  @EnumSource
  void aDocumentWithoutLinesIsRefused(Documents document) {
    requireViolation(
        document.name(),
        () -> document.send(root, List.of()),
        "lines",
        "lines.count",
        "1..10000",
        "0");
  }

  @ParameterizedTest
  @EnumSource
  void tenThousandAndOneLinesAreTooMany(Documents document) {
    List<Line> lines = Collections.nCopies(10_001, Line.GOOD.quantity("0.001"));

    requireViolation(
        document.name(),
        () -> document.send(root, lines),
        "lines",
        "lines.count",
        "1..10000",
        "10001");
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"OPEN", "ADJUST"})
  void aUnitThatTheProductDoesNotHaveIsRefusedWithThoseItHas(Documents document) {
    requireViolation(
        document.name(),
        () -> document.send(root, List.of(Line.GOOD, Line.GOOD.unit("PALLET"))),
        "lines[1].unit",
        "unit.unknown",
        "PCS, BOX",
        "PALLET");
  }

  @Test
  void aLineNumberStandsOnceInAnOrder() {
    requireViolation(
        "order",
        () ->
            root.sales()
                .draft(
                    DraftOrder.forCustomer("C-1")
                        .line(OrderLine.of("TEA", "1").lineNo(3))
                        .line(OrderLine.of("TEA", "1"))
                        .line(OrderLine.of("TEA", "1").lineNo(3))
                        .build()),
        "lines[2].lineNo",
        "line.duplicate",
        "line number",
        "3");
  }

  @Test
  void aLineNumberStandsOnceInAShipmentAndAReturn() {
    OrderResult order = root.sales().place(PlaceOrder.forCustomer("C-1").line("TEA", "9").build());

    requireViolation(
        "shipment",
        () -> root.sales().ship(ShipOrder.of(order.id()).line(1, "1").line(1, "2").build()),
        "lines[1]",
        "line.duplicate",
        "line number",
        "1");
    root.sales().ship(ShipOrder.allOf(order.id()).build());
    requireViolation(
        "return",
        () ->
            root.sales()
                .returnShipped(
                    ReturnShipped.of(order.id(), "defect").line(1, "1").line(1, "2").build()),
        "lines[1]",
        "line.duplicate",
        "line number",
        "1");
  }

  @Test
  void aLineThatTheOrderDoesNotHaveIsRefused() {
    OrderResult order = root.sales().place(PlaceOrder.forCustomer("C-1").line("TEA", "9").build());
    String purchase =
        root.purchase()
            .place(EnterPurchaseOrder.from("S-1").into("MAIN").line("TEA", "1", "1").build())
            .orderId();

    assertThat(
            violations(
                "shipment", () -> root.sales().ship(ShipOrder.of(order.id()).line(7, "1").build())))
        .extracting(Violation::code)
        .containsExactly("reference.unknown");
    assertThat(
            violations(
                "receipt",
                () ->
                    root.purchase()
                        .receive(ReceivePurchaseOrder.of(purchase).line(7, "1").build())))
        .extracting(Violation::code)
        .containsExactly("reference.unknown");
  }

  @Test
  void everythingThatIsWrongInAnOrderIsToldAtOnce() {
    assertThat(
            violations(
                "order",
                () ->
                    root.sales()
                        .draft(
                            DraftOrder.forCustomer("")
                                .line("TEA", "0")
                                .line("TEA", "x", "1")
                                .line("TEA", "1", "0.000000001")
                                .line("", "1", "1")
                                .line("TEA", "1", "1")
                                .build())))
        .extracting(v -> v.path() + " " + v.code())
        .containsExactlyInAnyOrder(
            "customer code.invalid",
            "lines[0].quantity quantity.not-positive",
            "lines[1].quantity decimal.invalid",
            "lines[2].unitPrice decimal.invalid",
            "lines[3].sku code.invalid");
  }

  @Test
  void aTotalBelowZeroThatNoFeeExplainsIsRefused() {
    RuleViolationException refused =
        refused(
            RuleViolationException.class,
            "order",
            () ->
                root.sales()
                    .place(
                        PlaceOrder.forCustomer("C-1")
                            .line("TEA", "1", "10.00")
                            .discount(Discount.amount("10.01"))
                            .build()));

    assertThat(refused.code()).isEqualTo("sales.negative-total");
    assertThat(refused.arguments()).containsKey("found");
    assertThat(refused.arguments().get("found")).contains("-0.01");
    assertThat(
            root.sales()
                .draft(DraftOrder.forCustomer("C-1").line("POST", "1", "-5.00").build())
                .total()
                .toString())
        .as("a credit line may")
        .contains("-5");
  }
}
