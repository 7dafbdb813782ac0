package io.jxc.core.internal.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.JxcSession;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.Pages;
import io.jxc.api.sales.CancelOrder;
import io.jxc.api.sales.DraftOrder;
import io.jxc.api.sales.OpenLineQuery;
import io.jxc.api.sales.OpenSalesLine;
import io.jxc.api.sales.OrderLine;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.sales.QuickSale;
import io.jxc.api.sales.SaleLine;
import io.jxc.api.sales.SaleLineQuery;
import io.jxc.api.sales.SalesOrderQuery;
import io.jxc.api.sales.SalesOrderSummary;
import io.jxc.api.sales.SalesStatus;
import io.jxc.api.sales.ShipOrder;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SalesListTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  private final SalesShop shop = new SalesShop();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void ordersAreListedByCustomerStatusCreatorAndDate() {
    OrderResult monday = draft("C-1", MONDAY);
    OrderResult tuesday = draft("C-2", MONDAY.plusDays(1));
    OrderResult placed =
        shop.sales.place(
            PlaceOrder.forCustomer("C-1")
                .orderedOn(MONDAY.plusDays(2))
                .line("TEA-01", "1")
                .build());

    assertThat(ids(SalesOrderQuery.all())).containsExactly(placed.id(), tuesday.id(), monday.id());
    assertThat(ids(SalesOrderQuery.all().oldestFirst()))
        .containsExactly(monday.id(), tuesday.id(), placed.id());
    assertThat(ids(SalesOrderQuery.all().customer("C-1")))
        .containsExactly(placed.id(), monday.id());
    assertThat(ids(SalesOrderQuery.all().customer("C-1").status(SalesStatus.DRAFT)))
        .containsExactly(monday.id());
    assertThat(ids(SalesOrderQuery.all().status(SalesStatus.CONFIRMED)))
        .containsExactly(placed.id());
    assertThat(ids(SalesOrderQuery.all().creator("nobody"))).isEmpty();
    assertThat(ids(SalesOrderQuery.all().from(MONDAY.plusDays(1)).to(MONDAY.plusDays(1))))
        .containsExactly(tuesday.id());
    assertThat(shop.sales.count(SalesOrderQuery.all().customer("C-1").to(MONDAY))).isEqualTo(1);
  }

  @Test
  void aListIsReadPageByPage() {
    for (int i = 0; i < 5; i++) {
      draft("C-1", MONDAY.plusDays(i));
    }

    Page<SalesOrderSummary> first = shop.sales.list(SalesOrderQuery.all(), PageRequest.first(2));
    List<LocalDate> all =
        Pages.stream(
                request ->
                    shop.sales.list(SalesOrderQuery.all(), new PageRequest(2, request.after())))
            .map(order -> order.terms().orderedOn())
            .toList();

    assertThat(first.items()).hasSize(2);
    assertThat(first.next()).isPresent();
    assertThat(all)
        .containsExactly(
            MONDAY.plusDays(4), MONDAY.plusDays(3), MONDAY.plusDays(2), MONDAY.plusDays(1), MONDAY);
  }

  @Test
  void whoSeesOwnOrdersOnlyListsOwnOrdersOnly() {
    shop.order("1");
    JxcSession alice = shop.shop.hire("alice", "sales");
    OrderResult own =
        alice.sales().draft(DraftOrder.forCustomer("C-1").line("TEA-01", "1").build());
    alice.sales().quickSale(QuickSale.forCustomer("C-1").line("TEA-01", "2").build());
    shop.sales.quickSale(QuickSale.forCustomer("C-1").line("TEA-01", "7").build());

    Page<SalesOrderSummary> seen =
        alice.sales().list(SalesOrderQuery.all().customer("C-1"), PageRequest.first(10));

    assertThat(seen.items()).extracting(SalesOrderSummary::creator).containsOnly("alice");
    assertThat(alice.sales().get(own.id()).id()).isEqualTo(own.id());
    assertThat(alice.sales().count(SalesOrderQuery.all())).isEqualTo(2);
    assertThat(
            alice
                .sales()
                .list(SalesOrderQuery.all().creator("root"), PageRequest.first(10))
                .items())
        .isEmpty();
    assertThat(alice.sales().openLines(OpenLineQuery.all(), PageRequest.first(10)).items())
        .isEmpty();
    assertThat(alice.sales().figures(SaleLineQuery.all()).sales().units()).hasToString("2");
    assertThat(alice.sales().saleLines(SaleLineQuery.all(), PageRequest.first(10)).items())
        .extracting(SaleLine::cost)
        .allSatisfy(cost -> assertThat(cost).isEmpty());
  }

  @Test
  void openLinesAreListedBySkuCustomerAndDueDate() {
    OrderResult first =
        shop.sales.place(
            PlaceOrder.forCustomer("C-1")
                .dueOn(MONDAY.plusDays(3))
                .line("TEA-01", "4")
                .line(OrderLine.of("TEA-02", "1").dueOn(MONDAY))
                .build());
    OrderResult second =
        shop.sales.place(
            PlaceOrder.forCustomer("C-2").dueOn(MONDAY.plusDays(1)).line("TEA-01", "2").build());
    draft("C-1", MONDAY);

    assertThat(open(OpenLineQuery.all()))
        .containsExactly(first.id() + "#2 1", second.id() + "#1 2", first.id() + "#1 4");
    assertThat(open(OpenLineQuery.all().sku("TEA-01")))
        .containsExactly(second.id() + "#1 2", first.id() + "#1 4");
    assertThat(open(OpenLineQuery.all().customer("C-1").sku("TEA-01")))
        .containsExactly(first.id() + "#1 4");
    assertThat(open(OpenLineQuery.all().warehouse("EAST"))).isEmpty();
    assertThat(open(OpenLineQuery.all().dueFrom(MONDAY).dueUntil(MONDAY)))
        .containsExactly(first.id() + "#2 1");

    shop.sales.ship(ShipOrder.of(first.id()).line(1, "3").line(2, "1").build());
    shop.sales.cancel(CancelOrder.of(second.id(), "no").build());

    assertThat(open(OpenLineQuery.all())).containsExactly(first.id() + "#1 1");
  }

  @Test
  void theLedgerIsListedBySkuCustomerKindAndDate() {
    sell("C-1", "TEA-01", MONDAY);
    sell("C-2", "TEA-01", MONDAY.plusDays(1));
    sell("C-1", "TEA-02", MONDAY.plusDays(2));

    assertThat(ledger(SaleLineQuery.all()))
        .containsExactly("C-1 TEA-01", "C-2 TEA-01", "C-1 TEA-02");
    assertThat(ledger(SaleLineQuery.all().sku("TEA-01")))
        .containsExactly("C-1 TEA-01", "C-2 TEA-01");
    assertThat(ledger(SaleLineQuery.all().customer("C-1").sku("TEA-02")))
        .containsExactly("C-1 TEA-02");
    assertThat(ledger(SaleLineQuery.all().from(MONDAY.plusDays(1)).to(MONDAY.plusDays(1))))
        .containsExactly("C-2 TEA-01");
    assertThat(ledger(SaleLineQuery.all().kind(SaleLine.Kind.RETURN))).isEmpty();
    assertThat(shop.sales.figures(SaleLineQuery.all().customer("C-1").from(MONDAY)).sales().lines())
        .isEqualTo(2);
  }

  private List<String> ledger(SaleLineQuery query) {
    return shop.sales.saleLines(query, PageRequest.first(10)).items().stream()
        .map(line -> line.customer() + " " + line.sku())
        .toList();
  }

  private List<String> open(OpenLineQuery query) {
    return shop.sales.openLines(query, PageRequest.first(10)).items().stream()
        .map(SalesListTest::shown)
        .toList();
  }

  private static String shown(OpenSalesLine line) {
    return line.orderId() + "#" + line.lineNo() + " " + line.open();
  }

  private List<String> ids(SalesOrderQuery query) {
    return shop.sales.list(query, PageRequest.first(10)).items().stream()
        .map(SalesOrderSummary::id)
        .toList();
  }

  private OrderResult draft(String customer, LocalDate on) {
    return shop.sales.draft(
        DraftOrder.forCustomer(customer).orderedOn(on).line("TEA-01", "1").build());
  }

  private void sell(String customer, String sku, LocalDate on) {
    shop.sales.quickSale(QuickSale.forCustomer(customer).orderedOn(on).line(sku, "1").build());
  }
}
