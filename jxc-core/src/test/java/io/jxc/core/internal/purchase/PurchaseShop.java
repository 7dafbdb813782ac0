package io.jxc.core.internal.purchase;

import io.jxc.api.JxcSession;
import io.jxc.api.Money;
import io.jxc.api.PageRequest;
import io.jxc.api.access.BuiltInRoles;
import io.jxc.api.access.DefineRole;
import io.jxc.api.access.Permissions;
import io.jxc.api.approval.ApprovableTypes;
import io.jxc.api.approval.Approval;
import io.jxc.api.approval.ApprovalHistoryQuery;
import io.jxc.api.approval.ApprovalRef;
import io.jxc.api.approval.ApprovalResult;
import io.jxc.api.approval.Approve;
import io.jxc.api.approval.DefineApprovalFlow;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.partner.CreatePartner;
import io.jxc.api.purchase.EnterPurchaseOrder;
import io.jxc.api.purchase.PurchaseOrderResult;
import io.jxc.core.internal.testing.Shop;
import java.util.List;

/**
 * A shop that buys: bob orders, wei receives, meg and moe approve from 1,000 on, fay too from
 * 10,000 on.
 */
final class PurchaseShop implements AutoCloseable {
  static final String LEAD = "lead";
  static final String BOSS = "boss";
  static final PageRequest PAGE = PageRequest.first(100);

  final Shop shop = Shop.open();
  final JxcSession bob = shop.hire("bob", BuiltInRoles.PURCHASING);
  final JxcSession wei = shop.hire("wei", BuiltInRoles.WAREHOUSE);
  final JxcSession meg;
  final JxcSession moe;
  final JxcSession fay;

  PurchaseShop() {
    for (String role : List.of(LEAD, BOSS)) {
      shop.root()
          .access()
          .defineRole(
              DefineRole.of(role, role)
                  .grant(Permissions.APPROVAL_VIEW)
                  .grant(Permissions.APPROVAL_DECIDE)
                  .grant(Permissions.PURCHASE_APPROVE)
                  .grant(Permissions.PURCHASE_VIEW)
                  .build());
    }
    meg = shop.hire("meg", LEAD);
    moe = shop.hire("moe", LEAD);
    fay = shop.hire("fay", BOSS);
    shop.root().partners().create(CreatePartner.supplier("S-1").build());
    shop.root().partners().create(CreatePartner.supplier("S-2").build());
    for (String warehouse : List.of("MAIN", "WH-2")) {
      shop.root().inventory().createWarehouse(CreateWarehouse.of(warehouse).build());
    }
    for (String sku : List.of("TEA-01", "TEA-02")) {
      shop.root().catalog().create(CreateProduct.goods(sku).build());
    }
  }

  /** Defines the two steps. */
  PurchaseShop withApprovals() {
    shop.root()
        .approvals()
        .defineFlow(
            DefineApprovalFlow.of(ApprovableTypes.PURCHASE_ORDER)
                .step(LEAD, Money.of("1000", "CNY"))
                .step(BOSS, Money.of("10000", "CNY"))
                .build());
    return this;
  }

  JxcSession root() {
    return shop.root();
  }

  static EnterPurchaseOrder.Builder order() {
    return EnterPurchaseOrder.from("S-1").into("MAIN");
  }

  /** Places an order of one piece at this price. */
  PurchaseOrderResult place(String price) {
    return bob.purchase().place(order().line("TEA-01", "1", price).build());
  }

  static ApprovalRef ref(PurchaseOrderResult order) {
    return ApprovalRef.of(ApprovableTypes.PURCHASE_ORDER, order.orderId());
  }

  static ApprovalResult approve(JxcSession session, PurchaseOrderResult order) {
    return session.approvals().approve(Approve.of(ref(order)));
  }

  static List<String> todo(JxcSession session) {
    return session.approvals().todo(PAGE).items().stream().map(Approval::label).toList();
  }

  List<Approval> history(PurchaseOrderResult order) {
    return root()
        .approvals()
        .history(ApprovalHistoryQuery.of(ApprovableTypes.PURCHASE_ORDER, order.orderId()), PAGE)
        .items();
  }

  @Override
  public void close() {
    shop.close();
  }
}
