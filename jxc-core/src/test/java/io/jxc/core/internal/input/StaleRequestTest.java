package io.jxc.core.internal.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.catalog.Product;
import io.jxc.api.catalog.UpdateProduct;
import io.jxc.api.error.InsufficientStockException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.error.RequestIdReusedException;
import io.jxc.api.error.StaleVersionException;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.inventory.StockDocumentResult;
import io.jxc.api.inventory.UpdateWarehouse;
import io.jxc.api.inventory.Warehouse;
import io.jxc.api.partner.Partner;
import io.jxc.api.partner.UpdatePartner;
import io.jxc.api.purchase.CancelPurchaseOrder;
import io.jxc.api.purchase.EnterPurchaseOrder;
import io.jxc.api.purchase.PurchaseOrderResult;
import io.jxc.api.purchase.SubmitPurchaseOrder;
import io.jxc.api.sales.CancelOrder;
import io.jxc.api.sales.DraftOrder;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.SubmitOrder;
import io.jxc.api.sales.UpdateOrder;
import io.jxc.api.tenant.ReturnCost;
import io.jxc.api.tenant.SettingsView;
import io.jxc.api.tenant.TenantSettings;
import io.jxc.api.tenant.UpdateSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Requests on what was changed meanwhile, and requests that come twice. */
class StaleRequestTest extends InputTestBase {
  @Test
  void whatSomebodyElseHasChangedIsReadAgainFirst() {
    Product product = root.catalog().get("TEA");
    root.catalog().update(UpdateProduct.of(product).name("Green tea").build());
    Partner customer = root.partners().customer("C-1");
    root.partners().update(UpdatePartner.of(customer).name("Customer").build());
    Warehouse warehouse = root.inventory().warehouse("MAIN");
    root.inventory().updateWarehouse(UpdateWarehouse.of(warehouse).name("Main").build());
    SettingsView settings = root.tenant().settings();
    TenantSettings other = settings.settings().withReturnCost(ReturnCost.AVERAGE);
    root.tenant().update(UpdateSettings.of(settings).settings(other).build());
    OrderResult order = root.sales().draft(DraftOrder.forCustomer("C-1").line("TEA", "1").build());
    root.sales()
        .update(UpdateOrder.of(order.id(), order.version(), "C-1").line("TEA", "2").build());
    PurchaseOrderResult purchase =
        root.purchase()
            .draft(EnterPurchaseOrder.from("S-1").into("MAIN").line("TEA", "1", "1").build());
    root.purchase().submit(SubmitPurchaseOrder.of(purchase.orderId(), purchase.version()));

    Map<String, ThrowingCallable> stale = new LinkedHashMap<>();
    stale.put("product", () -> root.catalog().update(UpdateProduct.of(product).build()));
    stale.put("customer", () -> root.partners().update(UpdatePartner.of(customer).build()));
    stale.put(
        "warehouse", () -> root.inventory().updateWarehouse(UpdateWarehouse.of(warehouse).build()));
    stale.put(
        "settings",
        () ->
            root.tenant()
                .update(UpdateSettings.of(settings).settings(settings.settings()).build()));
    stale.put(
        "order",
        () ->
            root.sales()
                .update(
                    UpdateOrder.of(order.id(), order.version(), "C-1").line("TEA", "3").build()));
    stale.put(
        "submit",
        () ->
            root.sales()
                .submit(SubmitOrder.of(order.id()).expectedVersion(order.version()).build()));
    stale.put(
        "cancel",
        () ->
            root.sales()
                .cancel(CancelOrder.of(order.id(), "no").expectedVersion(order.version()).build()));
    stale.put(
        "purchase",
        () ->
            root.purchase().cancel(CancelPurchaseOrder.of(purchase.orderId(), purchase.version())));

    stale.forEach(
        (what, call) -> {
          StaleVersionException refused = refused(StaleVersionException.class, what, call);
          assertThat(refused.code()).as(what).isEqualTo("version.stale");
          assertThat(Long.parseLong(refused.arguments().get("found")))
              .as(what + ": what is there is newer than what was expected")
              .isGreaterThan(Long.parseLong(refused.arguments().get("expected")));
        });
  }

  @Test
  void aRequestIdStandsForOneContentOfOneAction() {
    IssueGoods issue = issue("4");
    StockDocumentResult first = root.inventory().issue(issue);
    Map<String, ThrowingCallable> reused = new LinkedHashMap<>();
    reused.put("another quantity", () -> root.inventory().issue(issue("5")));
    reused.put(
        "another action",
        () ->
            root.inventory()
                .receive(
                    ReceiveGoods.into("MAIN")
                        .requestId("till-1")
                        .line("TEA", "4", "1.00")
                        .build()));
    reused.put(
        "another service",
        () -> root.catalog().create(CreateProduct.goods("NEW").requestId("till-1").build()));

    reused.forEach(
        (what, call) -> {
          RequestIdReusedException refused = refused(RequestIdReusedException.class, what, call);
          assertThat(refused.code()).as(what).isEqualTo("request-id.reused");
          assertThat(refused.arguments()).as(what).containsEntry("requestId", "till-1");
        });
    assertThat(root.inventory().issue(issue)).isEqualTo(first);
    assertThat(root.inventory().stock("TEA").total().onHand()).hasToString("96");
  }

  @Test
  void aRepeatedRequestIsAnsweredEvenWhenItCouldNotBeDoneAgain() {
    IssueGoods all = issue("100");
    StockDocumentResult first = root.inventory().issue(all);

    assertThat(root.inventory().issue(all)).isEqualTo(first);
    assertThat(store.head(ACME).sequence()).isEqualTo(first.version());
  }

  @Test
  void aRequestThatWasRefusedMayBeSentAgain() {
    IssueGoods more = issue("101");
    refused(InsufficientStockException.class, "issue", () -> root.inventory().issue(more));
    root.inventory().receive(ReceiveGoods.into("MAIN").line("TEA", "1", "1.00").build());

    root.inventory().issue(more);

    assertThat(root.inventory().stock("TEA").total().onHand()).hasToString("0");
  }

  @Test
  void everyActorHasRequestIdsOfItsOwn() {
    IssueGoods issue = issue("4");
    root.inventory().issue(issue);

    shop.hire("keeper", "warehouse").inventory().issue(issue);

    assertThat(root.inventory().stock("TEA").total().onHand()).hasToString("92");
  }

  @Test
  void whatIsNotThereIsNamed() {
    NotFoundException refused =
        refused(NotFoundException.class, "get", () -> root.catalog().get("COFFEE"));

    assertThat(refused.code()).isEqualTo("not-found");
    assertThat(refused.arguments()).containsEntry("kind", "product").containsEntry("key", "COFFEE");
  }

  private static IssueGoods issue(String quantity) {
    return IssueGoods.from("MAIN").requestId("till-1").reason("used").line("TEA", quantity).build();
  }
}
