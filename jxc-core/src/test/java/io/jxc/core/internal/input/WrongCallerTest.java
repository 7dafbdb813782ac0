package io.jxc.core.internal.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.Cursor;
import io.jxc.api.JxcSession;
import io.jxc.api.PageRequest;
import io.jxc.api.TenantId;
import io.jxc.api.audit.AuditOutcome;
import io.jxc.api.audit.AuditQuery;
import io.jxc.api.audit.AuditRecord;
import io.jxc.api.audit.ChangeKind;
import io.jxc.api.catalog.ProductQuery;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.JxcException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.error.UnavailableException;
import io.jxc.api.inventory.ClaimStock;
import io.jxc.api.inventory.ExtendClaim;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.ReleaseClaim;
import io.jxc.api.inventory.StockCardQuery;
import io.jxc.api.purchase.CancelPurchaseOrder;
import io.jxc.api.purchase.EnterPurchaseOrder;
import io.jxc.api.purchase.PurchaseOrderResult;
import io.jxc.api.purchase.ReceivePurchaseOrder;
import io.jxc.api.sales.CancelOrder;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.sales.ReturnShipped;
import io.jxc.api.sales.ShipOrder;
import io.jxc.api.tenant.NewTenant;
import io.jxc.core.internal.input.Documents.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever may not, is not known here, or comes too late. */
class WrongCallerTest extends InputTestBase {
  private final Documents.Line good = Line.GOOD;

  @ParameterizedTest
  @EnumSource
  void anActorWithoutRightsIsDeniedAndTheDenialRecorded(Documents document) {
    JxcSession nobody = shop.as("nobody");
    Cursor events = root.feed().tail();

    Throwable denied = catchThrowable(() -> document.send(nobody, List.of(good.sku("COFFEE"))));

    assertThat(denied)
        .as("told before anything about the product")
        .isInstanceOfSatisfying(
            AccessDeniedException.class,
            e -> {
              assertThat(e.code()).isEqualTo("access.denied");
              assertThat(e.arguments())
                  .containsEntry("actor", "nobody")
                  .containsEntry("permission", e.permission());
              assertThat(e.getMessage()).doesNotContain("COFFEE");
            });
    assertThat(root.feed().read(Optional.of(events), 10).events()).isEmpty();
    AuditRecord record = newestRecord();
    assertThat(record.outcome()).isEqualTo(AuditOutcome.REFUSED);
    assertThat(record.actor()).isEqualTo("nobody");
    assertThat(record.permission()).contains(((AccessDeniedException) denied).permission());
    assertThat(record.objects())
        .as("at most what the command named; nothing happened to it")
        .allMatch(object -> object.kind() == ChangeKind.NAMED && object.changes().isEmpty());
    assertThat(root.inventory().stock("TEA").total().onHand()).hasToString("100");
  }

  private AuditRecord newestRecord() {
    return root.audit().search(AuditQuery.all(), PageRequest.first(1)).items().get(0);
  }

  @Test
  void anActorWithoutRightsReadsNothingAndTheDenialIsRecorded() {
    JxcSession nobody = shop.as("nobody");
    reads(nobody)
        .forEach(
            (what, read) -> {
              Throwable denied = catchThrowable(read);
              assertThat(denied)
                  .as(what)
                  .isInstanceOfSatisfying(
                      AccessDeniedException.class,
                      e -> assertThat(e.code()).isEqualTo("access.denied"));
            });
    AuditRecord record = newestRecord();
    assertThat(record.action()).isEqualTo("read");
    assertThat(record.actor()).isEqualTo("nobody");
    assertThat(record.outcome()).isEqualTo(AuditOutcome.REFUSED);
  }

  @ParameterizedTest
  @EnumSource
  void aTenantThatWasNeverProvisionedIsNotThere(Documents document) {
    JxcSession nowhere = shop.jxc.as(Actor.of("nowhere", "root"));

    NotFoundException refused =
        refused(
            NotFoundException.class, document.name(), () -> document.send(nowhere, List.of(good)));

    assertThat(refused.code()).isEqualTo("tenant.not-provisioned");
    assertThat(refused.arguments()).containsEntry("key", "nowhere");
    assertThat(store.head(TenantId.of("nowhere")).sequence()).isZero();
  }

  @Test
  void aTenantThatWasNeverProvisionedHasNothingToRead() {
    reads(shop.jxc.as(Actor.of("nowhere", "root")))
        .forEach(
            (what, read) ->
                assertThat(refused(NotFoundException.class, what, read).code())
                    .isEqualTo("tenant.not-provisioned"));
  }

  @Test
  void idsOfAnotherTenantAreAsAbsentAsIdsOfNobody() {
    OrderResult order = root.sales().place(PlaceOrder.forCustomer("C-1").line("TEA", "1").build());
    PurchaseOrderResult purchase =
        root.purchase()
            .place(EnterPurchaseOrder.from("S-1").into("MAIN").line("TEA", "1", "1").build());
    String claim =
        root.inventory().claim(ClaimStock.in("MAIN").owner("cart").line("TEA", "1").build()).id();
    shop.provision("other");
    JxcSession other = shop.jxc.as(Actor.of("other", "root"));
    furnish(other);
    long before = store.head(TenantId.of("other")).sequence();
    Map<String, ThrowingCallable> foreign =
        onIds(other, order.id(), purchase.orderId(), purchase.version(), claim);
    Map<String, ThrowingCallable> absent =
        onIds(other, "nobodys", "nobodys", purchase.version(), "nobodys");

    foreign.forEach(
        (what, call) -> {
          NotFoundException ofAnother = refused(NotFoundException.class, what, call);
          NotFoundException ofNobody = refused(NotFoundException.class, what, absent.get(what));
          assertThat(ofAnother.code()).as(what).isEqualTo(ofNobody.code()).isEqualTo("not-found");
          assertThat(ofAnother.arguments().get("kind"))
              .as(what)
              .isEqualTo(ofNobody.arguments().get("kind"));
        });
    assertThat(store.head(TenantId.of("other")).sequence()).isEqualTo(before);
    assertThat(other.sales().findByNumber("nothing")).isEmpty();
    assertThat(other.inventory().claims("cart", PageRequest.first(10)).items()).isEmpty();
    assertThat(other.inventory().stock("TEA").total().onHand()).hasToString("100");
  }

  private static Map<String, ThrowingCallable> onIds(
      JxcSession session, String order, String purchase, long version, String claim) {
    Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
    calls.put("sales.get", () -> session.sales().get(order));
    calls.put("sales.ship", () -> session.sales().ship(ShipOrder.allOf(order).build()));
    calls.put("sales.cancel", () -> session.sales().cancel(CancelOrder.of(order, "no").build()));
    calls.put(
        "sales.return",
        () -> session.sales().returnShipped(ReturnShipped.of(order, "no").line(1, "1").build()));
    calls.put("purchase.get", () -> session.purchase().get(purchase));
    calls.put(
        "purchase.receive",
        () -> session.purchase().receive(ReceivePurchaseOrder.allOf(purchase).build()));
    calls.put(
        "purchase.cancel",
        () -> session.purchase().cancel(CancelPurchaseOrder.of(purchase, version)));
    calls.put("claim.get", () -> session.inventory().claim(claim));
    calls.put("claim.extend", () -> session.inventory().extendClaim(ExtendClaim.of(claim)));
    calls.put("claim.release", () -> session.inventory().releaseClaim(ReleaseClaim.of(claim)));
    return calls;
  }

  @Test
  void rolesThatAHostAssertsAreTakenOnlyWhereTheBuilderAllowsIt() {
    InvalidCommandException refused =
        refused(
            InvalidCommandException.class,
            "asserted",
            () -> shop.jxc.as(Actor.of("acme", "nobody").withRoles("admin")));

    assertThat(refused.code()).isEqualTo("actor.roles-not-assertable");
    assertThat(refused.arguments())
        .containsEntry("expected", "Jxc.builder().allowAssertedRoles()")
        .containsEntry("found", "[admin]");
  }

  @Test
  void whatIsClosedAnswersNobody() {
    JxcSession clerk = shop.root();
    long before = store.head(ACME).sequence();
    assertThat(before).isPositive();
    shop.close();
    Map<String, ThrowingCallable> calls = new LinkedHashMap<>(reads(clerk));
    for (Documents document : Documents.values()) {
      calls.put(document.name(), () -> document.send(clerk, List.of(good)));
      calls.put("preview " + document, () -> document.send(clerk.previewing(), List.of(good)));
    }
    IssueGoods issue = IssueGoods.from("MAIN").reason("used").line("TEA", "1").build();
    calls.put("bulk", () -> clerk.inventory().issueAll(List.of(issue)));
    calls.put("session", () -> shop.jxc.as(Actor.of("acme", "root")));
    calls.put(
        "provision",
        () -> shop.jxc.provision(NewTenant.of("late").currency("CNY").zone("UTC").admin("root")));

    calls.forEach(
        (what, call) ->
            assertThat(catchThrowable(call))
                .as(what)
                .isInstanceOfSatisfying(
                    UnavailableException.class,
                    e -> {
                      assertThat(e.code()).isEqualTo("unavailable.closed");
                      assertThat(e.retryable()).isFalse();
                    }));
    assertThat(shop.jxc.health().up()).isFalse();
    shop.jxc.close();
  }

  @Test
  void anInstanceNeedsAStoreAndBoundsItsOptions() {
    assertThat(catchThrowable(() -> Jxc.builder().build()))
        .isInstanceOfSatisfying(
            JxcException.class, e -> assertThat(e.code()).isEqualTo("value.missing"));
    assertThat(catchThrowable(() -> Jxc.builder().maxWaiting(0)))
        .isInstanceOfSatisfying(
            InvalidCommandException.class,
            e -> {
              assertThat(e.code()).isEqualTo("number.range");
              assertThat(e.arguments())
                  .containsEntry("path", "maxWaiting")
                  .containsEntry("expected", "1..1000000")
                  .containsEntry("found", "0");
            });
  }

  /** Something of every service that an actor may read. */
  private static Map<String, ThrowingCallable> reads(JxcSession session) {
    PageRequest page = PageRequest.first(10);
    Map<String, ThrowingCallable> reads = new LinkedHashMap<>();
    reads.put("catalog", () -> session.catalog().list(ProductQuery.all(), page));
    reads.put("product", () -> session.catalog().get("TEA"));
    reads.put("stock", () -> session.inventory().stock("TEA"));
    reads.put("available", () -> session.inventory().available(List.of("TEA")));
    reads.put("card", () -> session.inventory().card(StockCardQuery.of("TEA"), page));
    reads.put("verify", () -> session.inventory().verify());
    reads.put("order", () -> session.sales().findByNumber("SO1"));
    reads.put("purchase", () -> session.purchase().findByNumber("PO1"));
    reads.put("customer", () -> session.partners().customer("C-1"));
    reads.put("roles", () -> session.access().roles());
    reads.put("audit", () -> session.audit().search(AuditQuery.all(), page));
    reads.put("chain", () -> session.audit().verify());
    reads.put("feed", () -> session.feed().read(Optional.empty(), 10));
    reads.put("settings", () -> session.tenant().settings());
    return reads;
  }
}
