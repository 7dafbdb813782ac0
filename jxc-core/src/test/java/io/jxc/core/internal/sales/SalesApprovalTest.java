package io.jxc.core.internal.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.JxcSession;
import io.jxc.api.Money;
import io.jxc.api.PageRequest;
import io.jxc.api.access.BuiltInRoles;
import io.jxc.api.approval.ApprovableTypes;
import io.jxc.api.approval.ApprovalRef;
import io.jxc.api.approval.Approve;
import io.jxc.api.approval.DefineApprovalFlow;
import io.jxc.api.approval.Reject;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.sales.CancelOrder;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.sales.QuickSale;
import io.jxc.api.sales.SalesStatus;
import io.jxc.api.sales.SubmitOrder;
import io.jxc.api.sales.UpdateOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SalesApprovalTest {
  private final SalesShop shop = new SalesShop();
  private final JxcSession alice = shop.shop.hire("alice", BuiltInRoles.SALES);
  private final JxcSession fay = shop.shop.hire("fay", BuiltInRoles.FINANCE);

  @BeforeEach
  void financeApprovesFromOneHundredOn() {
    shop.root
        .approvals()
        .defineFlow(
            DefineApprovalFlow.of(ApprovableTypes.SALES_ORDER)
                .step(BuiltInRoles.FINANCE, Money.of("100", "CNY"))
                .build());
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aSmallOrderNeedsNobody() {
    assertThat(place("9").status()).isEqualTo(SalesStatus.CONFIRMED);
  }

  @Test
  void anApprovedOrderIsConfirmedAtOnce() {
    OrderResult order = place("10");
    shop.requireStock("TEA-01", "100", "100");

    approve(order);

    assertThat(order.status()).isEqualTo(SalesStatus.SUBMITTED);
    assertThat(shop.read(order).status()).isEqualTo(SalesStatus.CONFIRMED);
    shop.requireStock("TEA-01", "100", "90");
  }

  @Test
  void anApprovalIsNotHeldUpByAShortage() {
    OrderResult order = place("60");
    shop.order("9");
    for (int i = 0; i < 4; i++) {
      shop.order("9");
    }

    approve(order);

    assertThat(shop.read(order).status()).isEqualTo(SalesStatus.APPROVED);
    shop.requireStock("TEA-01", "100", "55");
  }

  @Test
  void thePolicyOfTheTenantMayLeaveAnApprovedOrderUnconfirmed() {
    shop.settings(settings -> settings.withAutoConfirm(false));
    OrderResult order = place("10");

    approve(order);

    assertThat(shop.read(order).status()).isEqualTo(SalesStatus.APPROVED);
  }

  @Test
  void aRejectedOrderIsADraftAgainAndSaysWhy() {
    OrderResult order = place("10");

    fay.approvals()
        .reject(Reject.of(ApprovalRef.of(ApprovableTypes.SALES_ORDER, order.id()), "too cheap"));

    var rejected = shop.read(order);
    assertThat(rejected.status()).isEqualTo(SalesStatus.DRAFT);
    assertThat(rejected.summary().remark()).contains("too cheap");
    OrderResult better =
        alice
            .sales()
            .update(
                UpdateOrder.of(order.id(), rejected.version(), "C-1")
                    .line("TEA-01", "10", "12.00")
                    .build());
    OrderResult again = alice.sales().submit(SubmitOrder.of(better.id()).build());
    assertThat(again.status()).isEqualTo(SalesStatus.SUBMITTED);
    approve(again);
    assertThat(shop.read(order).status()).isEqualTo(SalesStatus.CONFIRMED);
  }

  @Test
  void aCancelledOrderWaitsForNobody() {
    OrderResult order = place("10");

    alice.sales().cancel(CancelOrder.of(order.id(), "mistake").build());

    assertThat(fay.approvals().todo(PageRequest.first(10)).items()).isEmpty();
    assertThat(shop.read(order).status()).isEqualTo(SalesStatus.CANCELLED);
  }

  @Test
  void aQuickSaleDoesNotPassByTheApproval() {
    QuickSale sale = QuickSale.forCustomer("C-1").line("TEA-01", "10").build();

    assertThatThrownBy(() -> alice.sales().quickSale(sale))
        .isInstanceOfSatisfying(
            RuleViolationException.class,
            e -> assertThat(e.code()).isEqualTo("sales.approval-required"));
  }

  private OrderResult place(String quantity) {
    return alice.sales().place(PlaceOrder.forCustomer("C-1").line("TEA-01", quantity).build());
  }

  private void approve(OrderResult order) {
    fay.approvals().approve(Approve.of(ApprovalRef.of(ApprovableTypes.SALES_ORDER, order.id())));
  }
}
