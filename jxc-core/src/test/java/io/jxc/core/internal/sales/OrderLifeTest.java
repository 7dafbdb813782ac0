package io.jxc.core.internal.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.Money;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.IllegalTransitionException;
import io.jxc.api.error.InsufficientStockException;
import io.jxc.api.error.RequestIdReusedException;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.error.StaleVersionException;
import io.jxc.api.sales.CancelOrder;
import io.jxc.api.sales.ConfirmOrder;
import io.jxc.api.sales.Discount;
import io.jxc.api.sales.DraftOrder;
import io.jxc.api.sales.OrderLine;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.sales.PriceMode;
import io.jxc.api.sales.SalesOrder;
import io.jxc.api.sales.SalesOrderLine;
import io.jxc.api.sales.SalesStatus;
import io.jxc.api.sales.ShipOrder;
import io.jxc.api.sales.SubmitOrder;
import io.jxc.api.sales.UpdateOrder;
import io.jxc.api.tenant.Rounding;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderLifeTest {
  private final SalesShop shop = new SalesShop();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aDraftIsNumberedPricedAndClaimsNothing() {
    OrderResult draft =
        shop.sales.draft(
            DraftOrder.forCustomer("C-1").line("TEA-01", "3").line("TEA-02", "1").build());

    assertThat(draft.number()).matches("SO\\d{8}-0001");
    assertThat(draft.status()).isEqualTo(SalesStatus.DRAFT);
    assertThat(draft.total()).isEqualTo(SalesShop.cny("110.00"));
    assertThat(draft.version()).isPositive();
    shop.requireStock("TEA-01", "100", "100");
  }

  @Test
  void anOrderKeepsNamesPricesAndTermsOfItsDay() {
    LocalDate due = LocalDate.of(2026, 12, 1);
    OrderResult result =
        shop.sales.draft(
            DraftOrder.forCustomer("C-1")
                .externalId("EXT-1")
                .dueOn(due)
                .salesperson("alice")
                .contact("Mr Li")
                .note("ring twice")
                .line(OrderLine.of("TEA-01", "2").unit("BOX").discount(Discount.percent("10")))
                .build());

    SalesOrder order = shop.read(result);

    assertThat(order.version()).isEqualTo(result.version());
    assertThat(order.summary().customerName()).isEqualTo("Customer one");
    assertThat(order.summary().externalId()).contains("EXT-1");
    assertThat(order.summary().terms().dueOn()).isEqualTo(due);
    assertThat(order.summary().terms().salesperson()).contains("alice");
    assertThat(order.summary().terms().contact()).contains("Mr Li");
    assertThat(order.summary().creator()).isEqualTo("root");
    SalesOrderLine line = order.lines().get(0);
    assertThat(line.item().name()).isEqualTo("Green tea");
    assertThat(line.quantity()).hasToString("2");
    assertThat(line.baseQuantity()).hasToString("24");
    assertThat(line.unitPrice()).hasToString("120");
    assertThat(line.amounts().lineDiscount()).isEqualTo(SalesShop.cny("24"));
    assertThat(line.amounts().total()).isEqualTo(SalesShop.cny("216"));
    assertThat(line.warehouse()).contains("MAIN");
    assertThat(shop.sales.findByNumber(order.number())).contains(order);
    assertThat(shop.sales.findByExternalId("EXT-1")).contains(order);
  }

  @Test
  void netTaxAndRoundingMakeTheTotalOfAnOrder() {
    shop.settings(settings -> settings.withRounding(Rounding.PER_DOCUMENT));
    OrderResult result =
        shop.sales.draft(
            DraftOrder.forCustomer("C-1")
                .priceMode(PriceMode.TAX_EXCLUSIVE)
                .discount(Discount.amount("0.01"))
                .line(OrderLine.of("TEA-01", "3").price("0.333").taxRate("13"))
                .line(OrderLine.of("TEA-02", "1").price("0.335").taxRate("13"))
                .build());

    var totals = shop.read(result).totals();

    assertThat(totals.net().plus(totals.tax()).plus(totals.rounding())).isEqualTo(totals.total());
    assertThat(totals.total()).isEqualTo(result.total());
  }

  @Test
  void anUpdateReplacesWhatADraftSays() {
    OrderResult draft =
        shop.sales.draft(
            DraftOrder.forCustomer("C-1").line("TEA-01", "3").line("TEA-02", "1").build());

    OrderResult updated =
        shop.sales.update(
            UpdateOrder.of(draft.id(), draft.version(), "C-2")
                .line(OrderLine.of("TEA-02", "2").lineNo(2))
                .line("POST", "1", "5.00")
                .build());

    SalesOrder order = shop.read(updated);
    assertThat(updated.version()).isGreaterThan(draft.version());
    assertThat(updated.number()).isEqualTo(draft.number());
    assertThat(order.summary().customer()).isEqualTo("C-2");
    assertThat(order.lines()).extracting(SalesOrderLine::lineNo).containsExactly(2, 3);
    assertThat(order.totals().total()).isEqualTo(SalesShop.cny("165"));
  }

  @Test
  void aLineNumberThatWasGivenUpIsNeverUsedAgain() {
    OrderResult draft =
        shop.sales.draft(
            DraftOrder.forCustomer("C-1").line("TEA-01", "3").line("TEA-02", "1").build());
    OrderResult shorter =
        shop.sales.update(
            UpdateOrder.of(draft.id(), draft.version(), "C-1")
                .line(OrderLine.of("TEA-01", "3").lineNo(1))
                .build());
    UpdateOrder again =
        UpdateOrder.of(draft.id(), shorter.version(), "C-1")
            .line(OrderLine.of("TEA-01", "3").lineNo(2))
            .build();

    assertThatThrownBy(() -> shop.sales.update(again)).hasMessageContaining("lines[0].lineNo");
  }

  @Test
  void anUpdateOfAnOldVersionIsRefused() {
    OrderResult draft = shop.sales.draft(DraftOrder.forCustomer("C-1").line("TEA-01", "3").build());
    UpdateOrder.Builder first =
        UpdateOrder.of(draft.id(), draft.version(), "C-1").line("TEA-01", "4");
    UpdateOrder second =
        UpdateOrder.of(draft.id(), draft.version(), "C-1").line("TEA-01", "5").build();
    OrderResult updated = shop.sales.update(first.build());

    assertThatThrownBy(() -> shop.sales.update(second))
        .isInstanceOfSatisfying(
            StaleVersionException.class,
            e -> assertThat(e.currentVersion()).isEqualTo(updated.version()));
  }

  @Test
  void withoutAFlowSubmittingApprovesAndConfirms() {
    OrderResult draft = shop.sales.draft(DraftOrder.forCustomer("C-1").line("TEA-02", "4").build());

    OrderResult submitted =
        shop.sales.submit(SubmitOrder.of(draft.id()).expectedVersion(draft.version()).build());

    assertThat(submitted.status()).isEqualTo(SalesStatus.CONFIRMED);
    shop.requireStock("TEA-02", "5", "1");
  }

  @Test
  void thePolicyOfTheTenantMayLeaveConfirmingToPeople() {
    shop.settings(settings -> settings.withAutoConfirm(false));
    OrderResult placed = shop.order("4");
    shop.requireStock("TEA-01", "100", "100");

    OrderResult confirmed = shop.sales.confirm(ConfirmOrder.of(placed.id()).build());

    assertThat(placed.status()).isEqualTo(SalesStatus.APPROVED);
    assertThat(confirmed.status()).isEqualTo(SalesStatus.CONFIRMED);
    shop.requireStock("TEA-01", "100", "96");
  }

  @Test
  void aSecondOrderCannotHaveWhatTheFirstHasClaimed() {
    OrderResult first = shop.sales.place(PlaceOrder.forCustomer("C-1").line("TEA-02", "4").build());
    PlaceOrder second = PlaceOrder.forCustomer("C-2").line("TEA-02", "2").build();

    assertThatThrownBy(() -> shop.sales.place(second))
        .isInstanceOfSatisfying(
            InsufficientStockException.class,
            e -> {
              assertThat(e.requested()).hasToString("2");
              assertThat(e.available()).hasToString("1");
            });
    shop.sales.cancel(CancelOrder.of(first.id(), "no money").build());
    shop.requireStock("TEA-02", "5", "5");
    assertThat(shop.sales.place(second).status()).isEqualTo(SalesStatus.CONFIRMED);
  }

  @Test
  void cancellingKeepsTheReasonAndEndsTheOrder() {
    OrderResult placed = shop.order("4");

    OrderResult cancelled =
        shop.sales.cancel(CancelOrder.of(placed.id(), "customer left").externalId("X-1").build());

    assertThat(cancelled.status()).isEqualTo(SalesStatus.CANCELLED);
    assertThat(shop.read(placed).summary().remark()).contains("customer left");
    assertThat(shop.line(placed, 1).progress().open().signum()).isZero();
  }

  @Test
  void stepsThatTheStatusDoesNotAllowAreRefused() {
    OrderResult draft = shop.sales.draft(DraftOrder.forCustomer("C-1").line("TEA-01", "3").build());
    OrderResult done = shop.order("1");
    shop.sales.ship(ShipOrder.allOf(done.id()).build());
    String id = draft.id();

    requireIllegal(() -> shop.sales.ship(ShipOrder.allOf(id).build()), "DRAFT");
    requireIllegal(() -> shop.sales.confirm(ConfirmOrder.of(id).build()), "DRAFT");
    requireIllegal(() -> shop.sales.submit(SubmitOrder.of(done.id()).build()), "COMPLETED");
    requireIllegal(() -> shop.sales.cancel(CancelOrder.of(done.id(), "no").build()), "COMPLETED");
    requireIllegal(() -> shop.sales.ship(ShipOrder.allOf(done.id()).build()), "COMPLETED");
    requireIllegal(
        () ->
            shop.sales.update(
                UpdateOrder.of(done.id(), done.version(), "C-1").line("TEA-01", "1").build()),
        "COMPLETED");
  }

  private static void requireIllegal(Runnable step, String status) {
    assertThatThrownBy(step::run)
        .isInstanceOfSatisfying(
            IllegalTransitionException.class, e -> assertThat(e.status()).isEqualTo(status));
  }

  @Test
  void aRepeatedRequestIsAnsweredFromItsStoredResult() {
    PlaceOrder command =
        PlaceOrder.forCustomer("C-1").requestId("till-1-17").line("TEA-01", "3").build();
    OrderResult first = shop.sales.place(command);

    OrderResult again = shop.sales.place(command);

    assertThat(again).isEqualTo(first);
    shop.requireStock("TEA-01", "100", "97");
  }

  @Test
  void aRequestIdWithOtherContentIsRefused() {
    shop.sales.place(PlaceOrder.forCustomer("C-1").requestId("r-1").line("TEA-01", "3").build());
    PlaceOrder other = PlaceOrder.forCustomer("C-1").requestId("r-1").line("TEA-01", "4").build();

    assertThatThrownBy(() -> shop.sales.place(other)).isInstanceOf(RequestIdReusedException.class);
  }

  @Test
  void anExternalIdIsTakenOnce() {
    shop.sales.place(
        PlaceOrder.forCustomer("C-1").externalId("SHOP-7").line("TEA-01", "1").build());
    PlaceOrder again =
        PlaceOrder.forCustomer("C-1").externalId("SHOP-7").line("TEA-01", "1").build();

    assertThatThrownBy(() -> shop.sales.place(again))
        .isInstanceOfSatisfying(
            DuplicateKeyException.class,
            e -> assertThat(e.index()).isEqualTo("sales_order.external_id"));
  }

  @Test
  void anotherTotalThanTheCallerExpectsIsRefused() {
    PlaceOrder right =
        PlaceOrder.forCustomer("C-1")
            .expectedTotal(SalesShop.cny("30.00"))
            .line("TEA-01", "3")
            .build();
    PlaceOrder wrong =
        PlaceOrder.forCustomer("C-1")
            .expectedTotal(Money.of("29.99", "CNY"))
            .line("TEA-01", "3")
            .build();

    assertThat(shop.sales.place(right).total()).isEqualTo(SalesShop.cny("30"));
    assertThatThrownBy(() -> shop.sales.place(wrong))
        .isInstanceOfSatisfying(
            RuleViolationException.class,
            e -> assertThat(e.code()).isEqualTo("sales.total-differs"));
  }
}
