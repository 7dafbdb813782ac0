package io.jxc.core.internal.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.Money;
import io.jxc.api.access.Grant;
import io.jxc.api.access.Permissions;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.IllegalTransitionException;
import io.jxc.api.error.InsufficientStockException;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.error.StaleVersionException;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.sales.CancelOrder;
import io.jxc.api.sales.Discount;
import io.jxc.api.sales.OrderLine;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.sales.QuickSale;
import io.jxc.api.sales.SaleLine;
import io.jxc.api.sales.SalesOrder;
import io.jxc.api.sales.SalesOrderLine;
import io.jxc.api.sales.SalesStatus;
import io.jxc.api.sales.ShipOrder;
import io.jxc.api.sales.ShipmentResult;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShipmentTest {
  private final SalesShop shop = new SalesShop();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void shippingEverythingCompletesTheOrderAndFixesItsMargin() {
    OrderResult order = shop.order("3");

    ShipmentResult shipped = shop.sales.ship(ShipOrder.allOf(order.id()).build());

    assertThat(shipped.status()).isEqualTo(SalesStatus.COMPLETED);
    assertThat(shipped.shipment()).isEqualTo(1);
    assertThat(shipped.total()).isEqualTo(SalesShop.cny("30"));
    shop.requireStock("TEA-01", "97", "97");
    SalesOrderLine line = shop.line(order, 1);
    assertThat(line.progress().cost()).contains(SalesShop.cny("18"));
    assertThat(line.progress().margin()).contains(SalesShop.cny("12"));
    SaleLine sale = shop.ledger().get(0);
    assertThat(sale.kind()).isEqualTo(SaleLine.Kind.SALE);
    assertThat(sale.gross()).isEqualTo(SalesShop.cny("30"));
    assertThat(sale.margin()).contains(SalesShop.cny("12"));
    assertThat(sale.source().orderId()).contains(order.id());
  }

  @Test
  void theMarginOfAShipmentStaysWhateverGoodsCostLater() {
    OrderResult order = shop.order("3");
    shop.sales.ship(ShipOrder.allOf(order.id()).build());

    shop.root.inventory().receive(ReceiveGoods.into("MAIN").line("TEA-01", "100", "9.00").build());

    assertThat(shop.line(order, 1).progress().cost()).contains(SalesShop.cny("18"));
    assertThat(shop.ledger()).extracting(SaleLine::cost).containsExactly(cny("18"));
  }

  @Test
  void anOrderIsShippedInParts() {
    OrderResult order =
        shop.sales.place(
            PlaceOrder.forCustomer("C-1").line("TEA-01", "10").line("TEA-02", "2").build());

    ShipmentResult first = shop.sales.ship(ShipOrder.of(order.id()).line(1, "4").build());
    shop.requireStock("TEA-01", "96", "90");
    ShipmentResult second = shop.sales.ship(ShipOrder.allOf(order.id()).build());

    assertThat(first.status()).isEqualTo(SalesStatus.PARTLY_SHIPPED);
    assertThat(second.status()).isEqualTo(SalesStatus.COMPLETED);
    assertThat(second.shipment()).isEqualTo(2);
    shop.requireStock("TEA-01", "90", "90");
    shop.requireStock("TEA-02", "3", "3");
    assertThat(shop.ledger()).hasSize(3);
  }

  @Test
  void amountsOfPartsAddUpToTheLine() {
    OrderResult order =
        shop.sales.place(
            PlaceOrder.forCustomer("C-1")
                .discount(Discount.amount("1.00"))
                .line(OrderLine.of("TEA-01", "7").price("1.43").taxRate("13"))
                .build());
    for (int i = 0; i < 7; i++) {
      shop.sales.ship(ShipOrder.of(order.id()).line(1, "1").build());
    }

    SalesOrder read = shop.read(order);
    List<SaleLine> ledger = shop.ledger();

    assertThat(sum(ledger.stream().map(SaleLine::net).toList())).isEqualTo(read.totals().net());
    assertThat(sum(ledger.stream().map(SaleLine::tax).toList())).isEqualTo(read.totals().tax());
    assertThat(sum(ledger.stream().map(SaleLine::gross).toList())).isEqualTo(read.totals().gross());
    assertThat(read.summary().fulfilment().total()).isEqualTo(read.totals().total());
  }

  @Test
  void aPartMayBeEnteredInTheBaseUnit() {
    OrderResult order =
        shop.sales.place(
            PlaceOrder.forCustomer("C-1").line(OrderLine.of("TEA-01", "2").unit("BOX")).build());

    shop.sales.ship(ShipOrder.of(order.id()).line(1, "5", "PCS").build());

    assertThat(shop.line(order, 1).progress().shipped()).hasToString("5");
    assertThat(shop.line(order, 1).progress().open()).hasToString("19");
    shop.requireStock("TEA-01", "95", "76");
  }

  @Test
  void aUnitThatIsNotTheLinesIsRefused() {
    OrderResult order = shop.order("24");
    ShipOrder boxes = ShipOrder.of(order.id()).line(1, "1", "BOX").build();
    ShipOrder nowhere = ShipOrder.of(order.id()).line(1, "1", "PALLET").line(2, "1").build();

    assertThatThrownBy(() -> shop.sales.ship(boxes)).isInstanceOf(InvalidCommandException.class);
    assertThatThrownBy(() -> shop.sales.ship(nowhere))
        .isInstanceOfSatisfying(
            InvalidCommandException.class,
            e ->
                assertThat(e.violations())
                    .extracting(v -> v.path() + " " + v.code())
                    .containsExactly(
                        "lines[0].unit unit.unknown", "lines[1].lineNo reference.unknown"));
  }

  @Test
  void moreThanIsOpenIsNotShipped() {
    OrderResult order = shop.order("4");
    shop.sales.ship(ShipOrder.of(order.id()).line(1, "3").build());
    ShipOrder more = ShipOrder.of(order.id()).line(1, "2").build();

    assertThatThrownBy(() -> shop.sales.ship(more))
        .isInstanceOfSatisfying(
            RuleViolationException.class,
            e -> {
              assertThat(e.code()).isEqualTo("sales.over-shipment");
              assertThat(e.arguments()).containsEntry("open", "1");
            });
    shop.requireStock("TEA-01", "97", "96");
  }

  @Test
  void shipmentsOfAnOldVersionOrWithATakenIdAreRefused() {
    OrderResult order = shop.order("4");
    shop.sales.ship(ShipOrder.of(order.id()).externalId("S-1").line(1, "1").build());
    ShipOrder stale =
        ShipOrder.of(order.id()).expectedVersion(order.version()).line(1, "1").build();
    OrderResult other = shop.order("4");
    ShipOrder taken = ShipOrder.of(other.id()).externalId("S-1").line(1, "1").build();

    assertThatThrownBy(() -> shop.sales.ship(stale)).isInstanceOf(StaleVersionException.class);
    assertThatThrownBy(() -> shop.sales.ship(taken)).isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void aRepeatedShipmentShipsOnce() {
    OrderResult order = shop.order("4");
    ShipOrder command = ShipOrder.of(order.id()).requestId("s-1").line(1, "1").build();

    ShipmentResult first = shop.sales.ship(command);

    assertThat(shop.sales.ship(command)).isEqualTo(first);
    shop.requireStock("TEA-01", "99", "96");
  }

  @Test
  void givingUpTheRestOfAPartlyShippedOrderCompletesIt() {
    OrderResult order = shop.order("4");
    shop.sales.ship(ShipOrder.of(order.id()).line(1, "1").build());

    OrderResult closed = shop.sales.cancel(CancelOrder.of(order.id(), "no more wanted").build());

    assertThat(closed.status()).isEqualTo(SalesStatus.COMPLETED);
    shop.requireStock("TEA-01", "99", "99");
    ShipOrder late = ShipOrder.allOf(order.id()).build();
    assertThatThrownBy(() -> shop.sales.ship(late)).isInstanceOf(IllegalTransitionException.class);
  }

  @Test
  void servicesAreShippedWithoutStock() {
    OrderResult order =
        shop.sales.place(
            PlaceOrder.forCustomer("C-1").line("TEA-01", "1").line("POST", "1", "5").build());

    shop.sales.ship(ShipOrder.allOf(order.id()).build());

    assertThat(shop.ledger()).extracting(SaleLine::cost).containsExactly(cny("6"), cny("0"));
    assertThat(shop.ledger())
        .extracting(SaleLine::warehouse)
        .containsExactly(Optional.of("MAIN"), Optional.empty());
  }

  @Test
  void linesMayComeFromSeveralWarehouses() {
    shop.root.inventory().receive(ReceiveGoods.into("EAST").line("TEA-02", "3", "40").build());
    OrderResult order =
        shop.sales.place(
            PlaceOrder.forCustomer("C-1")
                .line("TEA-02", "5")
                .line(OrderLine.of("TEA-02", "3").warehouse("EAST"))
                .build());

    shop.sales.ship(ShipOrder.allOf(order.id()).build());

    assertThat(shop.read(order).status()).isEqualTo(SalesStatus.COMPLETED);
    assertThat(shop.read(order).summary().fulfilment().cost()).isEqualTo(cny("320"));
    shop.requireStock("TEA-02", "0", "0");
  }

  @Test
  void aQuickSaleTakesTheGoodsAtOnce() {
    OrderResult sale =
        shop.sales.quickSale(
            QuickSale.forCustomer("C-1")
                .orderedOn(LocalDate.of(2026, 3, 1))
                .line("TEA-01", "3")
                .line("TEA-01", "2", "0")
                .build());

    assertThat(sale.status()).isEqualTo(SalesStatus.COMPLETED);
    assertThat(sale.total()).isEqualTo(SalesShop.cny("30"));
    shop.requireStock("TEA-01", "95", "95");
    assertThat(shop.ledger()).extracting(SaleLine::on).containsOnly(LocalDate.of(2026, 3, 1));
  }

  @Test
  void aQuickSaleOfMoreThanIsThereSellsNothing() {
    shop.order("98");
    QuickSale sale = QuickSale.forCustomer("C-1").line("TEA-01", "1").line("TEA-01", "2").build();

    assertThatThrownBy(() -> shop.sales.quickSale(sale))
        .isInstanceOfSatisfying(
            InsufficientStockException.class, e -> assertThat(e.requested()).hasToString("3"));
    shop.requireStock("TEA-01", "100", "2");
    assertThat(shop.ledger()).isEmpty();
  }

  @Test
  void eachSaleOfABulkCallStandsForItself() {
    var outcomes =
        shop.sales.quickSaleAll(
            List.of(
                QuickSale.forCustomer("C-1").line("TEA-02", "3").build(),
                QuickSale.forCustomer("C-1").line("TEA-02", "3").build(),
                QuickSale.forCustomer("C-404").line("TEA-02", "1").build(),
                QuickSale.forCustomer("C-2").line("TEA-02", "2").build()));

    assertThat(outcomes)
        .extracting(outcome -> outcome.error().map(e -> e.code()).orElse("done"))
        .containsExactly("done", "stock.insufficient", "reference.unknown", "done");
    shop.requireStock("TEA-02", "0", "0");
  }

  @Test
  void whoMayNotSeeCostsSeesNoMargin() {
    OrderResult order = shop.order("3");
    shop.sales.ship(ShipOrder.allOf(order.id()).build());
    var clerk = shop.shop.hireWith("clerk", Grant.all(Permissions.SALES_VIEW)).sales();

    SalesOrder seen = clerk.get(order.id());

    assertThat(seen.summary().fulfilment().cost()).isEmpty();
    assertThat(seen.summary().fulfilment().margin()).isEmpty();
    assertThat(seen.lines().get(0).progress().cost()).isEmpty();
    assertThat(seen.lines().get(0).progress().margin()).isEmpty();
  }

  private static Optional<Money> cny(String amount) {
    return Optional.of(SalesShop.cny(amount));
  }

  private static Money sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.zero("CNY"), Money::plus);
  }
}
