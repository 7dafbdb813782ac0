package io.jxc.core.internal.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.Money;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.catalog.StopSell;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.JxcException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.error.Violation;
import io.jxc.api.sales.CancelOrder;
import io.jxc.api.sales.Discount;
import io.jxc.api.sales.DraftOrder;
import io.jxc.api.sales.OrderLine;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.ReturnShipped;
import io.jxc.api.sales.SalesService;
import io.jxc.api.sales.ShipOrder;
import io.jxc.api.sales.SubmitOrder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderRefusalTest {
  private final SalesShop shop = new SalesShop();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void everyUnknownReferenceOfAnOrderIsListed() {
    DraftOrder.Builder order = DraftOrder.forCustomer("C-404");
    for (int i = 1; i <= 10; i++) {
      order.line(i == 7 ? "TEA-404" : "TEA-01", "1");
    }
    order.line(OrderLine.of("TEA-01", "1").warehouse("WEST"));
    order.line(OrderLine.of("TEA-01", "1").unit("PALLET"));

    assertThat(violations(order))
        .extracting(v -> v.path() + " " + v.code())
        .containsExactly(
            "customer reference.unknown",
            "lines[6].sku reference.unknown",
            "lines[10].warehouse reference.unknown",
            "lines[11].unit unit.unknown");
  }

  @Test
  void anUnknownWarehouseOfTheOrderIsNamedOnce() {
    DraftOrder.Builder order =
        DraftOrder.forCustomer("C-1").warehouse("WEST").line("TEA-01", "1").line("TEA-02", "1");

    assertThat(violations(order)).extracting(Violation::path).containsExactly("warehouse");
  }

  @Test
  void aServiceNeedsAPriceAndMayHaveANegativeOne() {
    DraftOrder.Builder priceless = DraftOrder.forCustomer("C-1").line("POST", "1");
    DraftOrder credit = DraftOrder.forCustomer("C-1").line("POST", "1", "-25.00").build();

    assertThat(violations(priceless))
        .extracting(v -> v.path() + " " + v.code())
        .containsExactly("lines[0].unitPrice value.missing");
    assertThat(shop.sales.draft(credit).total()).isEqualTo(SalesShop.cny("-25"));
  }

  @Test
  void goodsMayBeFreeButNotNegative() {
    DraftOrder free = DraftOrder.forCustomer("C-1").line("TEA-01", "1", "0").build();
    DraftOrder.Builder negative = DraftOrder.forCustomer("C-1").line("TEA-01", "1", "-1");

    assertThat(shop.sales.draft(free).total()).isEqualTo(SalesShop.cny("0"));
    assertThat(violations(negative))
        .extracting(v -> v.path() + " " + v.code())
        .containsExactly("lines[0].unitPrice number.range");
  }

  @Test
  void aTotalBelowZeroThatNoFeeExplainsIsRefused() {
    DraftOrder order =
        DraftOrder.forCustomer("C-1")
            .discount(Discount.amount("10.01"))
            .line("TEA-01", "1", "10.00")
            .build();

    assertCode(() -> shop.sales.draft(order), RuleViolationException.class, "sales.negative-total");
  }

  @Test
  void anAmountOfMoreThanEighteenDigitsIsRefused() {
    DraftOrder.Builder order =
        DraftOrder.forCustomer("C-1").line("POST", "999999999999999999", "9999999999999999");

    assertThat(violations(order)).extracting(Violation::code).containsExactly("number.range");
  }

  @Test
  void aTotalInAnotherCurrencyIsRefused() {
    DraftOrder.Builder order =
        DraftOrder.forCustomer("C-1").expectedTotal(Money.of("10", "EUR")).line("TEA-01", "1");

    assertThat(violations(order))
        .extracting(v -> v.path() + " " + v.code())
        .containsExactly("expectedTotal currency.mixed");
  }

  @Test
  void whatIsNotForSaleCannotBeOrdered() {
    OrderResult draft = shop.sales.draft(DraftOrder.forCustomer("C-1").line("TEA-01", "1").build());
    shop.root.catalog().stopSell(StopSell.of("TEA-01"));
    DraftOrder order = DraftOrder.forCustomer("C-1").line("TEA-01", "1").build();
    SubmitOrder submit = SubmitOrder.of(draft.id()).build();

    assertCode(() -> shop.sales.draft(order), RuleViolationException.class, "product.not-sellable");
    assertCode(
        () -> shop.sales.submit(submit), RuleViolationException.class, "product.not-sellable");
  }

  @Test
  void lineNumbersEndAtTenThousand() {
    DraftOrder order =
        DraftOrder.forCustomer("C-1")
            .line(OrderLine.of("TEA-01", "1").lineNo(10_000))
            .line("TEA-01", "1")
            .build();

    assertCode(() -> shop.sales.draft(order), RuleViolationException.class, "limit.exceeded");
  }

  @Test
  void ordersOfAnotherTenantAreNotThere() {
    OrderResult order = shop.order("1");
    shop.shop.provision("other");
    JxcSession other = shop.shop.jxc.as(Actor.of("other", "root"));

    requireAbsent(other.sales(), order);
    assertThat(other.sales().findByNumber(order.number())).isEmpty();
  }

  @Test
  void ordersOfOthersAreNotThereForWhoSeesOwnOnesOnly() {
    OrderResult order = shop.order("1");
    JxcSession alice = shop.shop.hire("alice", "sales");

    assertNotFound(() -> alice.sales().get(order.id()));
    assertNotFound(() -> alice.sales().cancel(CancelOrder.of(order.id(), "no").build()));
    assertThat(alice.sales().findByNumber(order.number())).isEmpty();
  }

  private static void requireAbsent(SalesService sales, OrderResult order) {
    assertNotFound(() -> sales.get(order.id()));
    assertNotFound(() -> sales.ship(ShipOrder.allOf(order.id()).build()));
    assertNotFound(() -> sales.submit(SubmitOrder.of(order.id()).build()));
    assertNotFound(() -> sales.cancel(CancelOrder.of(order.id(), "no").build()));
    assertNotFound(
        () -> sales.returnShipped(ReturnShipped.of(order.id(), "no").line(1, "1").build()));
  }

  @Test
  void withoutThePermissionNothingIsToldOfTheOrder() {
    OrderResult order = shop.order("1");
    JxcSession bob = shop.shop.hire("bob", "purchasing");

    assertThatThrownBy(() -> bob.sales().get(order.id())).isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> bob.sales().ship(ShipOrder.allOf("nothing").build()))
        .isInstanceOfSatisfying(
            AccessDeniedException.class, e -> assertThat(e.permission()).isEqualTo("sales.ship"));
  }

  @Test
  void aProductWithoutListPriceNeedsOneOnTheLine() {
    shop.root.catalog().create(CreateProduct.goods("TEA-09").build());

    assertThat(violations(DraftOrder.forCustomer("C-1").line("TEA-09", "1")))
        .extracting(Violation::code)
        .containsExactly("value.missing");
  }

  private List<Violation> violations(DraftOrder.Builder order) {
    DraftOrder command = order.build();
    return catchThrowableOfType(InvalidCommandException.class, () -> shop.sales.draft(command))
        .violations();
  }

  private static void assertNotFound(Runnable call) {
    assertThatThrownBy(call::run).isInstanceOf(NotFoundException.class);
  }

  private static <E extends JxcException> void assertCode(
      Runnable call, Class<E> type, String code) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(type, e -> assertThat(e.code()).isEqualTo(code));
  }
}
