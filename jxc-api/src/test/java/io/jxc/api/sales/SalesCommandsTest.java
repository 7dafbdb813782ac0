package io.jxc.api.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.Violation;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SalesCommandsTest {
  @Test
  void anOrderNeedsNoMoreThanACustomerAndALine() {
    PlaceOrder order = PlaceOrder.forCustomer("C-1").line("TEA-01", "3").build();

    assertThat(order.content().lines().get(0).unitPrice()).isEmpty();
    assertThat(order.content().priceMode()).isEqualTo(PriceMode.TAX_INCLUSIVE);
    assertThat(order.requestId()).isNotEmpty();
  }

  @Test
  void everyBadLineIsListedWithItsPlace() {
    PlaceOrder.Builder order =
        PlaceOrder.forCustomer("C-1")
            .line("TEA-01", "0")
            .line("", "1")
            .line("TEA-01", "1")
            .line(OrderLine.of("TEA-01", "1.0000000000000000000000000000001"))
            .line(OrderLine.of("TEA-01", "1").taxRate("101"))
            .line(OrderLine.of("TEA-01", "1").price("1E+1000000000"))
            .line(OrderLine.of("TEA-01", "1").lineNo(10_001));

    assertThat(violations(order::build))
        .extracting(v -> v.path() + " " + v.code())
        .containsExactly(
            "lines[0].quantity quantity.not-positive",
            "lines[1].sku code.invalid",
            "lines[3].quantity decimal.invalid",
            "lines[4].taxRate number.range",
            "lines[5].unitPrice decimal.invalid",
            "lines[6].lineNo number.range");
  }

  @Test
  void aBadHeadIsReportedTogetherWithBadLines() {
    PlaceOrder.Builder order =
        PlaceOrder.forCustomer("").requestId("#").line("TEA-01", "0").line("TEA-01", "1");

    assertThat(violations(order::build))
        .extracting(v -> v.path() + " " + v.code())
        .containsExactly("lines[0].quantity quantity.not-positive", "customer code.invalid");
  }

  @Test
  void tenThousandAndOneLinesAreTooMany() {
    DraftOrder.Builder order = DraftOrder.forCustomer("C-1");
    OrderLine line = OrderLine.of("TEA-01", "1").build();
    for (int i = 0; i < 10_001; i++) {
      order.line(line);
    }

    assertThat(violations(order::build)).extracting(Violation::code).containsExactly("lines.count");
  }

  @Test
  void aLineNumberStandsOnce() {
    QuickSale.Builder sale =
        QuickSale.forCustomer("C-1")
            .line(OrderLine.of("TEA-01", "1").lineNo(4))
            .line(OrderLine.of("TEA-02", "1").lineNo(4));

    assertThat(violations(sale::build))
        .extracting(v -> v.path() + " " + v.code())
        .containsExactly("lines[1].lineNo line.duplicate");
  }

  @Test
  void aShipmentNamesALineOnce() {
    ShipOrder.Builder shipment = ShipOrder.of("order").line(1, "1").line(1, "2");

    assertThat(violations(shipment::build))
        .extracting(Violation::code)
        .containsExactly("line.duplicate");
  }

  @Test
  void aShipmentOfNamedLinesNamesOne() {
    assertThat(violations(ShipOrder.of("order")::build))
        .extracting(Violation::code)
        .containsExactly("lines.count");
    assertThat(ShipOrder.allOf("order").build().lines()).isEmpty();
  }

  @Test
  void aCancellationHasAReason() {
    assertThat(violations(CancelOrder.of("order", " ")::build))
        .extracting(v -> v.path() + " " + v.code())
        .containsExactly("reason text.invalid");
  }

  @Test
  void percentagesAreExactAndBounded() {
    assertThat(Discount.percent("12.50").value()).isEqualTo(new BigDecimal("12.5"));
    assertThat(Discount.percent("1E+2").value()).isEqualTo(new BigDecimal("100"));
    for (String bad : List.of("-1", "100.01", "0.00001", "1E+1000000000", "1E-1000000000", "x")) {
      assertThatThrownBy(() -> Discount.percent(bad)).isInstanceOf(InvalidCommandException.class);
    }
  }

  @Test
  void discountAmountsAreExactAndNotNegative() {
    assertThat(Discount.amount("20.00").value()).isEqualTo(new BigDecimal("20"));
    for (String bad : List.of("-0.01", "0.0000001", "1E+18", "1E+1000000000", "")) {
      assertThatThrownBy(() -> Discount.amount(bad)).isInstanceOf(InvalidCommandException.class);
    }
  }

  @Test
  void equalContentIsEqualHoweverItWasWritten() {
    OrderLine one = OrderLine.of("TEA-01", "3.00").price("9.50").taxRate("13.0").build();
    OrderLine other = OrderLine.of(" TEA-01", "3").price("9.5").taxRate("13").build();

    assertThat(one).isEqualTo(other);
  }

  @Test
  void everyBadLineOfAReturnIsListed() {
    ReturnGoods.Builder goods =
        ReturnGoods.from("C-1", "wrong size").line("TEA-01", "-1", "2").line("TEA-01", "1", "x");

    assertThat(violations(goods::build))
        .extracting(v -> v.path() + " " + v.code())
        .containsExactly(
            "lines[0].quantity quantity.not-positive", "lines[1].price decimal.invalid");
  }

  private static List<Violation> violations(Runnable build) {
    return catchThrowableOfType(InvalidCommandException.class, build::run).violations();
  }
}
