package io.jxc.examples;

import io.jxc.Jxc;
import io.jxc.api.JxcSession;
import io.jxc.api.Money;
import io.jxc.api.PageRequest;
import io.jxc.api.access.BuiltInRoles;
import io.jxc.api.approval.ApprovableTypes;
import io.jxc.api.approval.Approval;
import io.jxc.api.approval.ApprovalRef;
import io.jxc.api.approval.Approve;
import io.jxc.api.approval.DefineApprovalFlow;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.purchase.EnterPurchaseOrder;
import io.jxc.api.purchase.PurchaseOrderResult;

/** A large purchase waits for somebody else's yes; a small one does not. */
public final class E09Approvals {
  private E09Approvals() {}

  /** Runs the example. */
  public static void main(String[] args) {
    try (Jxc jxc = Shop.inMemory()) {
      Shop.root(jxc)
          .approvals()
          .defineFlow(
              DefineApprovalFlow.of(ApprovableTypes.PURCHASE_ORDER)
                  .step(BuiltInRoles.PURCHASING, Money.of("1000", "CNY"))
                  .build());
      JxcSession bob = Shop.user(jxc, "bob", BuiltInRoles.PURCHASING);
      JxcSession eve = Shop.user(jxc, "eve", BuiltInRoles.PURCHASING);

      Expect.same("APPROVED", bob.purchase().place(order("10")).status());
      PurchaseOrderResult large = bob.purchase().place(order("200"));
      Expect.same("SUBMITTED", large.status());

      Approve yes =
          Approve.of(ApprovalRef.of(ApprovableTypes.PURCHASE_ORDER, large.orderId()))
              .comment("season starts");
      // bob has the role that is asked, but the order is his own
      AccessDeniedException refusal =
          Expect.refused(AccessDeniedException.class, () -> bob.approvals().approve(yes));
      Expect.same("approval.own-document", refusal.code());

      Approval asked = eve.approvals().todo(PageRequest.first(10)).items().get(0);
      Expect.same("1200.00 CNY", asked.amount().orElseThrow());
      eve.approvals().approve(yes);
      Expect.same("APPROVED", bob.purchase().get(large.orderId()).status());
      System.out.println(large.number() + ", entered by bob, was approved by eve");
    }
  }

  private static EnterPurchaseOrder order(String quantity) {
    return EnterPurchaseOrder.from("S-1").into("MAIN").line("TEA-01", quantity, "6.00").build();
  }
}
