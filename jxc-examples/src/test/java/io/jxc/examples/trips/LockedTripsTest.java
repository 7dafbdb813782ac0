package io.jxc.examples.trips;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.Command;
import io.jxc.api.JxcSession;
import io.jxc.api.Money;
import io.jxc.api.Outcome;
import io.jxc.api.access.BuiltInRoles;
import io.jxc.api.access.DefineRole;
import io.jxc.api.access.GrantRoles;
import io.jxc.api.access.Permissions;
import io.jxc.api.access.RemoveRole;
import io.jxc.api.access.RevokeRoles;
import io.jxc.api.approval.ApprovableTypes;
import io.jxc.api.approval.ApprovalRef;
import io.jxc.api.approval.Approve;
import io.jxc.api.approval.DefineApprovalFlow;
import io.jxc.api.approval.Reject;
import io.jxc.api.approval.Withdraw;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.catalog.ResumeSell;
import io.jxc.api.catalog.StopSell;
import io.jxc.api.catalog.UpdateProduct;
import io.jxc.api.inventory.AdjustStock;
import io.jxc.api.inventory.ClaimStock;
import io.jxc.api.inventory.ConfirmClaim;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.ExtendClaim;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.OpenStock;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.inventory.ReleaseClaim;
import io.jxc.api.inventory.UpdateWarehouse;
import io.jxc.api.partner.CreatePartner;
import io.jxc.api.partner.UpdatePartner;
import io.jxc.api.purchase.CancelPurchaseOrder;
import io.jxc.api.purchase.ClosePurchaseOrder;
import io.jxc.api.purchase.EnterPurchaseOrder;
import io.jxc.api.purchase.PurchaseOrderContent;
import io.jxc.api.purchase.PurchaseOrderResult;
import io.jxc.api.purchase.ReceivePurchaseOrder;
import io.jxc.api.purchase.SubmitPurchaseOrder;
import io.jxc.api.purchase.UpdatePurchaseOrder;
import io.jxc.api.sales.CancelOrder;
import io.jxc.api.sales.ConfirmOrder;
import io.jxc.api.sales.DraftOrder;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.sales.QuickSale;
import io.jxc.api.sales.ReturnGoods;
import io.jxc.api.sales.ReturnShipped;
import io.jxc.api.sales.ShipOrder;
import io.jxc.api.sales.SubmitOrder;
import io.jxc.api.sales.UpdateOrder;
import io.jxc.api.tenant.UpdateSettings;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * How often a command goes to the server while it holds its tenant's lock: where another node has
 * just committed, so that everything has to be read there, by a node that has forgotten it.
 */
class LockedTripsTest {
  private static final int MOST = 12;
  private static final int MANY = 50;

  private final TwoNodes nodes = new TwoNodes();
  private final JxcSession elsewhere = nodes.elsewhere;

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  void everyKindOfCommandNeedsFew() {
    masterData();
    stock();
    sales();
    purchases();
    approvals();
    access();
    // each has read something there: lock, message and commit alone are three
    assertThat(nodes.trips)
        .allSatisfy((name, count) -> assertThat(count).as(name).isBetween(4, MOST));
    assertThat(nodes.trips.keySet()).containsExactlyInAnyOrderElementsOf(commands());
  }

  @Test
  void manyCommandsNeedNoMoreThanOne() {
    masterData();
    stock();
    nodes.count("one", s -> s.sales().quickSale(sale("TEA")));
    List<QuickSale> many = Stream.generate(() -> sale("COFFEE")).limit(MANY).toList();
    nodes.count("many", s -> s.sales().quickSaleAll(many).forEach(Outcome::orThrow));

    assertThat(nodes.trips.get("many")).isEqualTo(nodes.trips.get("one"));
  }

  private static QuickSale sale(String sku) {
    return QuickSale.forCustomer("C-1").line(sku, "1").build();
  }

  /** Names what sends a command of its own; an operator's repairs are no daily work. */
  private static Set<String> commands() {
    Set<String> names = new TreeSet<>();
    for (Method service : JxcSession.class.getMethods()) {
      for (Method method : service.getReturnType().getMethods()) {
        boolean sends =
            method.getParameterCount() == 1
                && Command.class.isAssignableFrom(method.getParameterTypes()[0]);
        if (sends && service.getReturnType().getSimpleName().endsWith("Service")) {
          names.add(service.getName() + "." + method.getName());
        }
      }
    }
    names.removeAll(Set.of("inventory.rebuild", "feed.replay"));
    return names;
  }

  private void masterData() {
    for (String sku : List.of("TEA", "COFFEE")) {
      nodes.count(
          "catalog.create",
          s ->
              s.catalog()
                  .create(
                      CreateProduct.goods(sku)
                          .listPrice("10")
                          .unit("BOX", 12, sku + "-1")
                          .build()));
    }
    nodes.count(
        "catalog.update",
        s ->
            s.catalog()
                .update(UpdateProduct.of(elsewhere.catalog().get("TEA")).name("Tea").build()));
    nodes.count("catalog.stopSell", s -> s.catalog().stopSell(StopSell.of("TEA")));
    nodes.count("catalog.resumeSell", s -> s.catalog().resumeSell(ResumeSell.of("TEA")));
    nodes.count(
        "inventory.createWarehouse",
        s -> s.inventory().createWarehouse(CreateWarehouse.of("MAIN").build()));
    nodes.count(
        "inventory.updateWarehouse",
        s ->
            s.inventory()
                .updateWarehouse(
                    UpdateWarehouse.of(elsewhere.inventory().warehouse("MAIN"))
                        .name("Main")
                        .build()));
    nodes.count("partners.create", s -> s.partners().create(CreatePartner.customer("C-1").build()));
    nodes.count("partners.create", s -> s.partners().create(CreatePartner.supplier("S-1").build()));
    nodes.count(
        "partners.update",
        s ->
            s.partners()
                .update(
                    UpdatePartner.of(elsewhere.partners().customer("C-1")).name("Ann").build()));
    var now = elsewhere.tenant().settings();
    nodes.count(
        "tenant.update",
        s ->
            s.tenant()
                .update(
                    UpdateSettings.of(now).settings(now.settings().withAutoConfirm(true)).build()));
  }

  private void stock() {
    nodes.count(
        "inventory.open",
        s -> s.inventory().open(OpenStock.of("MAIN").line("COFFEE", "500", "6").build()));
    nodes.count(
        "inventory.receive",
        s ->
            s.inventory()
                .receive(
                    ReceiveGoods.into("MAIN")
                        .line("TEA", "500", "6")
                        .line("COFFEE", "5", "6")
                        .build()));
    nodes.count(
        "inventory.issue",
        s ->
            s.inventory()
                .issue(
                    IssueGoods.from("MAIN")
                        .reason("x")
                        .line("TEA", "3")
                        .line("COFFEE", "1")
                        .build()));
    nodes.count(
        "inventory.adjust",
        s -> s.inventory().adjust(AdjustStock.in("MAIN").reason("x").line("TEA", "-3").build()));
    String[] claim = new String[1];
    nodes.count(
        "inventory.claim",
        s ->
            claim[0] =
                s.inventory()
                    .claim(
                        ClaimStock.in("MAIN")
                            .owner("o")
                            .line("TEA", "3")
                            .holdFor(Duration.ofMinutes(9))
                            .build())
                    .id());
    nodes.count(
        "inventory.extendClaim",
        s -> s.inventory().extendClaim(ExtendClaim.of(claim[0]).holdFor(Duration.ofMinutes(20))));
    nodes.count(
        "inventory.confirmClaim", s -> s.inventory().confirmClaim(ConfirmClaim.of(claim[0])));
    nodes.count(
        "inventory.releaseClaim", s -> s.inventory().releaseClaim(ReleaseClaim.of(claim[0])));
  }

  private void sales() {
    OrderResult[] order = new OrderResult[1];
    nodes.count(
        "sales.draft",
        s ->
            order[0] =
                s.sales()
                    .draft(
                        DraftOrder.forCustomer("C-1")
                            .line("TEA", "3")
                            .line("COFFEE", "1")
                            .build()));
    nodes.count(
        "sales.update",
        s ->
            order[0] =
                s.sales()
                    .update(
                        UpdateOrder.of(order[0].id(), order[0].version(), "C-1")
                            .line("TEA", "4")
                            .build()));
    nodes.count("sales.submit", s -> s.sales().submit(SubmitOrder.of(order[0].id()).build()));
    nodes.count(
        "sales.place",
        s ->
            order[0] =
                s.sales()
                    .place(
                        PlaceOrder.forCustomer("C-1")
                            .line("TEA", "3")
                            .line("COFFEE", "1")
                            .externalId("e-1")
                            .build()));
    nodes.count(
        "sales.ship",
        s -> s.sales().ship(ShipOrder.allOf(order[0].id()).externalId("e-1").build()));
    nodes.count(
        "sales.returnShipped",
        s -> s.sales().returnShipped(ReturnShipped.of(order[0].id(), "x").line(1, "1").build()));
    nodes.count(
        "sales.returnGoods",
        s -> s.sales().returnGoods(ReturnGoods.from("C-1", "x").line("TEA", "1", "10").build()));
    nodes.count(
        "sales.quickSale",
        s ->
            s.sales()
                .quickSale(
                    QuickSale.forCustomer("C-1")
                        .line("TEA", "3")
                        .line("COFFEE", "1")
                        .externalId("e-2")
                        .build()));
    OrderResult given =
        elsewhere.sales().place(PlaceOrder.forCustomer("C-1").line("TEA", "3").build());
    nodes.count("sales.cancel", s -> s.sales().cancel(CancelOrder.of(given.id(), "x").build()));
    var now = elsewhere.tenant().settings();
    elsewhere
        .tenant()
        .update(UpdateSettings.of(now).settings(now.settings().withAutoConfirm(false)).build());
    OrderResult approved =
        elsewhere.sales().place(PlaceOrder.forCustomer("C-1").line("TEA", "3").build());
    nodes.count("sales.confirm", s -> s.sales().confirm(ConfirmOrder.of(approved.id()).build()));
  }

  private void purchases() {
    PurchaseOrderResult[] order = new PurchaseOrderResult[1];
    nodes.count("purchase.draft", s -> order[0] = s.purchase().draft(entered("p-1")));
    PurchaseOrderContent content =
        PurchaseOrderContent.from("S-1").into("MAIN").line("COFFEE", "5", "6").build();
    nodes.count(
        "purchase.update",
        s ->
            order[0] =
                s.purchase()
                    .update(
                        UpdatePurchaseOrder.of(order[0].orderId(), order[0].version(), content)));
    nodes.count(
        "purchase.submit",
        s -> s.purchase().submit(SubmitPurchaseOrder.of(order[0].orderId(), order[0].version())));
    nodes.count("purchase.place", s -> order[0] = s.purchase().place(entered("p-2")));
    nodes.count(
        "purchase.receive",
        s ->
            s.purchase()
                .receive(
                    ReceivePurchaseOrder.of(order[0].orderId())
                        .line(1, "2")
                        .externalId("r-1")
                        .build()));
    PurchaseOrderResult open = order[0];
    nodes.count(
        "purchase.close",
        s ->
            s.purchase()
                .close(
                    ClosePurchaseOrder.of(
                        open.orderId(), elsewhere.purchase().get(open.orderId()).version())));
    PurchaseOrderResult given = elsewhere.purchase().draft(entered("p-3"));
    nodes.count(
        "purchase.cancel",
        s -> s.purchase().cancel(CancelPurchaseOrder.of(given.orderId(), given.version())));
  }

  private static EnterPurchaseOrder entered(String externalId) {
    return EnterPurchaseOrder.from("S-1")
        .into("MAIN")
        .line("TEA", "5", "6")
        .externalId(externalId)
        .build();
  }

  private void approvals() {
    nodes.count(
        "approvals.defineFlow",
        s ->
            s.approvals()
                .defineFlow(
                    DefineApprovalFlow.of(ApprovableTypes.SALES_ORDER)
                        .step(BuiltInRoles.ADMIN, Money.of("1", "CNY"))
                        .build()));
    elsewhere.access().grant(GrantRoles.to("bob", BuiltInRoles.SALES));
    JxcSession bob = nodes.elsewhere("bob");
    ApprovalRef[] refs = new ApprovalRef[3];
    for (int i = 0; i < 3; i++) {
      refs[i] =
          ApprovalRef.of(
              ApprovableTypes.SALES_ORDER,
              bob.sales().place(PlaceOrder.forCustomer("C-1").line("TEA", "1").build()).id());
    }
    nodes.count("approvals.approve", s -> s.approvals().approve(Approve.of(refs[0])));
    nodes.count("approvals.reject", s -> s.approvals().reject(Reject.of(refs[1], "x")));
    nodes.count(
        "approvals.withdraw", s -> nodes.here("bob").approvals().withdraw(Withdraw.of(refs[2])));
  }

  private void access() {
    nodes.count(
        "access.defineRole",
        s ->
            s.access()
                .defineRole(
                    DefineRole.of("CLERK", "Clerk")
                        .grant(Permissions.all().iterator().next())
                        .build()));
    nodes.count("access.grant", s -> s.access().grant(GrantRoles.to("cid", "CLERK")));
    nodes.count("access.revoke", s -> s.access().revoke(RevokeRoles.from("cid", "CLERK")));
    nodes.count(
        "access.removeRole",
        s -> s.access().removeRole(RemoveRole.of(elsewhere.access().role("CLERK"))));
  }
}
