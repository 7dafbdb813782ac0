package io.jxc.core.internal.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.Money;
import io.jxc.api.PageRequest;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.IllegalTransitionException;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.sales.Discount;
import io.jxc.api.sales.OrderLine;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.sales.QuickSale;
import io.jxc.api.sales.ReturnGoods;
import io.jxc.api.sales.ReturnResult;
import io.jxc.api.sales.ReturnShipped;
import io.jxc.api.sales.SaleLine;
import io.jxc.api.sales.SaleLineQuery;
import io.jxc.api.sales.SalesFigures;
import io.jxc.api.sales.SalesReturn;
import io.jxc.api.sales.SalesReturnQuery;
import io.jxc.api.sales.SalesReturnSummary;
import io.jxc.api.sales.ShipOrder;
import io.jxc.api.tenant.ReturnCost;
import io.jxc.api.tenant.Rounding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReturnTest {
  private final SalesShop shop = new SalesShop();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void shippedGoodsComeBackAtTheirPriceAndTheCostTheyLeftWith() {
    OrderResult order = sold("3");
    shop.root.inventory().receive(ReceiveGoods.into("MAIN").line("TEA-01", "97", "8.00").build());

    ReturnResult back =
        shop.sales.returnShipped(ReturnShipped.of(order.id(), "defect").line(1, "1").build());

    assertThat(back.number()).matches("SR\\d{8}-0001");
    assertThat(back.refund()).isEqualTo(SalesShop.cny("10"));
    shop.requireStock("TEA-01", "195", "195");
    SalesReturn read = shop.sales.getReturn(back.id());
    assertThat(read.summary().reason()).isEqualTo("defect");
    assertThat(read.summary().orderId()).contains(order.id());
    assertThat(read.lines().get(0).orderLine()).contains(1);
    assertThat(read.lines().get(0).cost()).isEqualTo(cny("6"));
    assertThat(shop.line(order, 1).progress().returned()).hasToString("1");
    SaleLine entry = shop.ledger().get(1);
    assertThat(entry.kind()).isEqualTo(SaleLine.Kind.RETURN);
    assertThat(entry.quantity()).hasToString("-1");
    assertThat(entry.margin()).isEqualTo(cny("-4"));
    assertThat(shop.sales.findReturnByNumber(back.number())).contains(read);
  }

  @Test
  void thePolicyOfTheTenantMayRestockAtTheAverage() {
    shop.settings(settings -> settings.withReturnCost(ReturnCost.AVERAGE));
    OrderResult order = sold("3");
    shop.root.inventory().receive(ReceiveGoods.into("MAIN").line("TEA-01", "97", "8.00").build());

    ReturnResult back =
        shop.sales.returnShipped(ReturnShipped.of(order.id(), "defect").line(1, "1").build());

    assertThat(shop.sales.getReturn(back.id()).lines().get(0).cost()).isEqualTo(cny("7"));
  }

  @Test
  void moreThanWasShippedDoesNotComeBack() {
    OrderResult order = sold("3");
    shop.sales.returnShipped(ReturnShipped.of(order.id(), "defect").line(1, "2").build());
    ReturnShipped more = ReturnShipped.of(order.id(), "defect").line(1, "2").build();

    assertThatThrownBy(() -> shop.sales.returnShipped(more))
        .isInstanceOfSatisfying(
            RuleViolationException.class,
            e -> {
              assertThat(e.code()).isEqualTo("sales.over-return");
              assertThat(e.arguments()).containsEntry("open", "1");
            });
  }

  @Test
  void whatWasNotShippedCannotComeBack() {
    OrderResult order = shop.order("3");
    ReturnShipped back = ReturnShipped.of(order.id(), "defect").line(1, "1").build();

    assertThatThrownBy(() -> shop.sales.returnShipped(back))
        .isInstanceOf(IllegalTransitionException.class);
  }

  @Test
  void whoBringsEverythingBackGetsTheWholeTotalBack() {
    shop.settings(settings -> settings.withRounding(Rounding.PER_DOCUMENT));
    OrderResult order =
        shop.sales.quickSale(
            QuickSale.forCustomer("C-1")
                .discount(Discount.percent("3"))
                .line(OrderLine.of("TEA-01", "3").price("0.333").taxRate("13"))
                .line(OrderLine.of("TEA-02", "1").price("0.334").taxRate("13"))
                .build());

    ReturnResult some =
        shop.sales.returnShipped(ReturnShipped.of(order.id(), "no").line(1, "2").build());
    ReturnResult rest =
        shop.sales.returnShipped(
            ReturnShipped.of(order.id(), "no").line(1, "1").line(2, "1").build());

    assertThat(some.refund().plus(rest.refund())).isEqualTo(order.total());
    Money cost =
        shop.ledger().stream()
            .flatMap(line -> line.cost().stream())
            .reduce(Money.zero("CNY"), Money::plus);
    assertThat(cost).isEqualTo(SalesShop.cny("0"));
  }

  @Test
  void goodsMayComeBackIntoAnotherWarehouse() {
    OrderResult order = sold("3");

    shop.sales.returnShipped(
        ReturnShipped.of(order.id(), "defect").warehouse("EAST").line(1, "1").build());

    shop.requireStock("TEA-01", "97", "97");
    ReturnShipped nowhere =
        ReturnShipped.of(order.id(), "defect").warehouse("WEST").line(1, "1").build();
    assertThatThrownBy(() -> shop.sales.returnShipped(nowhere))
        .isInstanceOf(InvalidCommandException.class);
  }

  @Test
  void servicesAreRefundedOnly() {
    OrderResult order =
        shop.sales.quickSale(QuickSale.forCustomer("C-1").line("POST", "1", "5").build());

    ReturnResult back =
        shop.sales.returnShipped(ReturnShipped.of(order.id(), "late").line(1, "1").build());

    assertThat(back.refund()).isEqualTo(SalesShop.cny("5"));
    assertThat(shop.sales.getReturn(back.id()).lines().get(0).warehouse()).isEmpty();
  }

  @Test
  void goodsComeBackWithoutAnOrderAtTheAverage() {
    ReturnResult back =
        shop.sales.returnGoods(
            ReturnGoods.from("C-1", "wrong size")
                .externalId("C536379")
                .line("TEA-01", "2", "9.50")
                .line("POST", "1", "5")
                .build());

    assertThat(back.refund()).isEqualTo(SalesShop.cny("24"));
    shop.requireStock("TEA-01", "102", "102");
    SalesReturn read = shop.sales.findReturnByExternalId("C536379").orElseThrow();
    assertThat(read.id()).isEqualTo(back.id());
    assertThat(read.lines())
        .extracting(SalesReturn.Line::cost)
        .containsExactly(cny("12"), cny("0"));
  }

  @Test
  void goodsThatNeverHadACostComeBackAtOneCoin() {
    shop.root.catalog().create(CreateProduct.goods("TEA-09").build());

    ReturnResult back =
        shop.sales.returnGoods(ReturnGoods.from("C-1", "gift").line("TEA-09", "5", "1").build());

    assertThat(shop.sales.getReturn(back.id()).lines().get(0).cost()).isEqualTo(cny("0.05"));
  }

  @Test
  void everythingWrongWithAReturnIsListed() {
    ReturnGoods command =
        ReturnGoods.from("C-404", "no")
            .line("TEA-01", "1", "1")
            .line("TEA-404", "1", "1")
            .line("TEA-01", "1", "-1")
            .line(ReturnGoods.Line.of("TEA-01", "1", "1").unit("PALLET"))
            .build();

    assertThatThrownBy(() -> shop.sales.returnGoods(command))
        .isInstanceOfSatisfying(
            InvalidCommandException.class,
            e ->
                assertThat(e.violations())
                    .extracting(v -> v.path() + " " + v.code())
                    .containsExactly(
                        "customer reference.unknown",
                        "lines[1].sku reference.unknown",
                        "lines[2].unitPrice number.range",
                        "lines[3].unit unit.unknown"));
  }

  @Test
  void anExternalIdOfAReturnIsTakenOnce() {
    shop.sales.returnGoods(
        ReturnGoods.from("C-1", "no").externalId("R-1").line("TEA-01", "1", "1").build());
    ReturnGoods again =
        ReturnGoods.from("C-1", "no").externalId("R-1").line("TEA-01", "1", "1").build();

    assertThatThrownBy(() -> shop.sales.returnGoods(again))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void figuresTellSalesAndReturnsApart() {
    OrderResult order =
        shop.sales.place(
            PlaceOrder.forCustomer("C-1").line("TEA-01", "3").line("POST", "1", "5").build());
    shop.sales.ship(ShipOrder.allOf(order.id()).build());
    shop.sales.returnShipped(ReturnShipped.of(order.id(), "defect").line(1, "1").build());

    SalesFigures figures = shop.sales.figures(SaleLineQuery.all());

    assertThat(figures.sales().lines()).isEqualTo(2);
    assertThat(figures.sales().units()).hasToString("3");
    assertThat(figures.sales().gross()).isEqualTo(SalesShop.cny("35"));
    assertThat(figures.sales().cost()).isEqualTo(cny("18"));
    assertThat(figures.sales().margin()).isEqualTo(cny("17"));
    assertThat(figures.returns().lines()).isEqualTo(1);
    assertThat(figures.returns().units()).hasToString("1");
    assertThat(figures.returns().gross()).isEqualTo(SalesShop.cny("10"));
    assertThat(figures.returns().margin()).isEqualTo(cny("4"));
  }

  @Test
  void returnsAreListedByOrderCustomerAndDate() {
    OrderResult order = sold("3");
    ReturnResult first =
        shop.sales.returnShipped(ReturnShipped.of(order.id(), "a").line(1, "1").build());
    ReturnResult second =
        shop.sales.returnGoods(ReturnGoods.from("C-2", "b").line("TEA-01", "1", "1").build());

    assertThat(ids(SalesReturnQuery.all())).containsExactly(second.id(), first.id());
    assertThat(ids(SalesReturnQuery.all().order(order.id()))).containsExactly(first.id());
    assertThat(ids(SalesReturnQuery.all().customer("C-2"))).containsExactly(second.id());
    assertThat(shop.sales.countReturns(SalesReturnQuery.all())).isEqualTo(2);
    assertThatThrownBy(() -> shop.sales.getReturn(order.id()))
        .isInstanceOf(NotFoundException.class);
  }

  private List<String> ids(SalesReturnQuery query) {
    return shop.sales.listReturns(query, PageRequest.first(10)).items().stream()
        .map(SalesReturnSummary::id)
        .toList();
  }

  private OrderResult sold(String quantity) {
    return shop.sales.quickSale(QuickSale.forCustomer("C-1").line("TEA-01", quantity).build());
  }

  private static Optional<Money> cny(String amount) {
    return Optional.of(SalesShop.cny(amount));
  }
}
