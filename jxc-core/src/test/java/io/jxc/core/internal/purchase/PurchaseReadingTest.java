package io.jxc.core.internal.purchase;

import static io.jxc.core.internal.purchase.PurchaseShop.PAGE;
import static io.jxc.core.internal.purchase.PurchaseShop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.JxcSession;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.Pages;
import io.jxc.api.access.Grant;
import io.jxc.api.access.Permissions;
import io.jxc.api.approval.DefineApprovalFlow;
import io.jxc.api.audit.AuditOutcome;
import io.jxc.api.audit.AuditQuery;
import io.jxc.api.audit.AuditRecord;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.purchase.CancelPurchaseOrder;
import io.jxc.api.purchase.ClosePurchaseOrder;
import io.jxc.api.purchase.EnterPurchaseOrder;
import io.jxc.api.purchase.OpenPurchaseLine;
import io.jxc.api.purchase.OpenPurchaseLineQuery;
import io.jxc.api.purchase.PurchaseOrder;
import io.jxc.api.purchase.PurchaseOrderResult;
import io.jxc.api.purchase.PurchaseOrderSummary;
import io.jxc.api.purchase.PurchaseQuery;
import io.jxc.api.purchase.PurchaseReceiptQuery;
import io.jxc.api.purchase.PurchaseReceiptResult;
import io.jxc.api.purchase.PurchaseStatus;
import io.jxc.api.purchase.ReceivePurchaseOrder;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is listed of purchase orders, and who sees how much of it. */
class PurchaseReadingTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

  private final PurchaseShop world = new PurchaseShop();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void orders_are_listed_by_supplier_status_date_and_creator() {
    JxcSession ben = world.shop.hire("ben", "purchasing");
    PurchaseOrderResult first = place(order().orderedOn(DAY).line("TEA-01", "10", "6.00"));
    PurchaseOrderResult second =
        ben.purchase()
            .place(
                EnterPurchaseOrder.from("S-2")
                    .into("MAIN")
                    .orderedOn(DAY.plusDays(1))
                    .line("TEA-01", "1", "1")
                    .build());
    PurchaseOrderResult third =
        world
            .bob
            .purchase()
            .draft(order().orderedOn(DAY.plusDays(2)).line("TEA-01", "1", "1").build());

    assertThat(list(PurchaseQuery.all()))
        .containsExactly(third.number(), second.number(), first.number());
    assertThat(list(PurchaseQuery.all().supplier("S-1")))
        .containsExactly(third.number(), first.number());
    assertThat(list(PurchaseQuery.all().status(PurchaseStatus.APPROVED)))
        .containsExactly(second.number(), first.number());
    assertThat(list(PurchaseQuery.all().createdBy("ben"))).containsExactly(second.number());
    assertThat(list(PurchaseQuery.all().between(DAY, DAY.plusDays(1))))
        .containsExactly(second.number(), first.number());
    assertThat(
            list(PurchaseQuery.all().supplier("S-1").status(PurchaseStatus.DRAFT).createdBy("bob")))
        .containsExactly(third.number());
    Page<PurchaseOrderSummary> page =
        world.root().purchase().list(PurchaseQuery.all(), PageRequest.first(2));
    assertThat(page.items()).hasSize(2);
    assertThat(Pages.stream(request -> world.root().purchase().list(PurchaseQuery.all(), request)))
        .hasSize(3);
  }

  @Test
  void open_lines_are_listed_until_they_have_come() {
    PurchaseOrderResult first =
        place(order().expectedOn(DAY).line("TEA-01", "10", "6").line("TEA-02", "5", "1"));
    PurchaseOrderResult second =
        world
            .bob
            .purchase()
            .place(
                EnterPurchaseOrder.from("S-2")
                    .into("MAIN")
                    .expectedOn(DAY.minusDays(3))
                    .line("TEA-01", "1", "1")
                    .build());
    PurchaseOrderResult undated = place(order().line("TEA-01", "2", "1"));
    world.bob.purchase().draft(order().line("TEA-01", "99", "1").build());
    receive(ReceivePurchaseOrder.of(first.orderId()).line(1, "4").line(2, "5"));

    List<OpenPurchaseLine> tea = open(OpenPurchaseLineQuery.all().sku("TEA-01"));
    assertThat(tea)
        .extracting(OpenPurchaseLine::orderNumber)
        .containsExactly(second.number(), first.number(), undated.number());
    assertThat(tea.get(1).open()).hasToString("6");
    assertThat(tea.get(1).openBase()).hasToString("6");
    assertThat(tea.get(1).received()).hasToString("4");
    assertThat(tea.get(1).expectedOn()).contains(DAY);
    assertThat(tea.get(2).expectedOn()).isEmpty();
    assertThat(open(OpenPurchaseLineQuery.all().sku("TEA-02"))).isEmpty();
    assertThat(open(OpenPurchaseLineQuery.all().supplier("S-2"))).hasSize(1);
    assertThat(open(OpenPurchaseLineQuery.all().expectedBy(DAY.minusDays(1)))).hasSize(1);
    assertThat(open(OpenPurchaseLineQuery.all())).hasSize(3);

    world.bob.purchase().cancel(CancelPurchaseOrder.of(second.orderId(), second.version()));
    PurchaseOrder partly = world.root().purchase().get(first.orderId());
    world
        .bob
        .purchase()
        .close(ClosePurchaseOrder.of(partly.id(), partly.version()).reason("sold out"));
    assertThat(open(OpenPurchaseLineQuery.all()))
        .extracting(OpenPurchaseLine::orderNumber)
        .containsExactly(undated.number());
  }

  @Test
  void prices_are_shown_only_with_the_right_to_see_costs() {
    String id = place(order().line("TEA-01", "10", "6.00")).orderId();

    PurchaseOrder masked = world.wei.purchase().get(id);
    assertThat(masked.head().totals()).isEmpty();
    assertThat(masked.lines().get(0).unitPrice()).isEmpty();
    assertThat(masked.lines().get(0).totals()).isEmpty();
    assertThat(masked.lines().get(0).quantity()).hasToString("10");
    assertThat(world.root().purchase().get(id).lines().get(0).unitPrice()).isPresent();
  }

  @Test
  void who_sees_own_orders_only_finds_no_others() {
    JxcSession ben =
        world.shop.hireWith(
            "ben",
            Grant.own(Permissions.PURCHASE_VIEW),
            Grant.own(Permissions.PURCHASE_CREATE),
            Grant.own(Permissions.PURCHASE_CANCEL));
    PurchaseOrderResult others = place(order().externalId("x").line("TEA-01", "1", "1"));
    PurchaseOrderResult own = ben.purchase().place(order().line("TEA-01", "2", "1").build());

    assertThat(ben.purchase().list(PurchaseQuery.all(), PAGE).items())
        .extracting(PurchaseOrderSummary::number)
        .containsExactly(own.number());
    assertThat(ben.purchase().list(PurchaseQuery.all().createdBy("bob"), PAGE).items()).isEmpty();
    assertThat(ben.purchase().openLines(OpenPurchaseLineQuery.all(), PAGE).items()).hasSize(1);
    assertThat(ben.purchase().findByNumber(others.number())).isEmpty();
    assertThat(ben.purchase().findByExternalId("x")).isEmpty();
    assertThatThrownBy(() -> ben.purchase().get(others.orderId()))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(
            () -> ben.purchase().receipts(PurchaseReceiptQuery.of(others.orderId()), PAGE))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(
            () -> ben.purchase().cancel(CancelPurchaseOrder.of(others.orderId(), others.version())))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void every_step_needs_its_permission_and_refusals_are_audited() {
    PurchaseOrderResult placed = place(order().line("TEA-01", "1", "1"));

    assertDenied(
        Permissions.PURCHASE_CREATE,
        () -> world.wei.purchase().place(order().line("TEA-01", "1", "1").build()));
    assertDenied(
        Permissions.PURCHASE_CANCEL,
        () ->
            world
                .wei
                .purchase()
                .cancel(CancelPurchaseOrder.of(placed.orderId(), placed.version())));
    assertDenied(
        Permissions.PURCHASE_RECEIVE,
        () -> world.bob.purchase().receive(ReceivePurchaseOrder.allOf(placed.orderId()).build()));
    assertDenied(
        Permissions.APPROVAL_CONFIGURE,
        () -> world.bob.approvals().defineFlow(DefineApprovalFlow.of("purchase_order").build()));
    assertThat(
            world
                .root()
                .audit()
                .search(AuditQuery.all().outcome(AuditOutcome.REFUSED), PAGE)
                .items())
        .extracting(AuditRecord::action)
        .containsExactlyInAnyOrder(
            "purchase.place", "purchase.cancel", "purchase.receive", "approval.define-flow");
  }

  private PurchaseOrderResult place(EnterPurchaseOrder.Builder order) {
    return world.bob.purchase().place(order.build());
  }

  private PurchaseReceiptResult receive(ReceivePurchaseOrder.Builder receipt) {
    return world.wei.purchase().receive(receipt.build());
  }

  private List<String> list(PurchaseQuery query) {
    return world.root().purchase().list(query, PAGE).items().stream()
        .map(PurchaseOrderSummary::number)
        .toList();
  }

  private List<OpenPurchaseLine> open(OpenPurchaseLineQuery query) {
    return world.root().purchase().openLines(query, PAGE).items();
  }

  private static void assertDenied(String permission, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AccessDeniedException.class, e -> assertThat(e.permission()).isEqualTo(permission));
  }
}
