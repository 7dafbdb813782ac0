package io.jxc.core.internal.purchase;

import static io.jxc.core.internal.purchase.PurchaseShop.PAGE;
import static io.jxc.core.internal.purchase.PurchaseShop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.Money;
import io.jxc.api.Outcome;
import io.jxc.api.audit.AuditQuery;
import io.jxc.api.audit.AuditRecord;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.RequestIdReusedException;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.error.StaleVersionException;
import io.jxc.api.event.InventoryEvent.GoodsReceived;
import io.jxc.api.event.JxcEvent;
import io.jxc.api.event.PurchaseEvent.PurchaseOrderChanged;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.purchase.CancelPurchaseOrder;
import io.jxc.api.purchase.EnterPurchaseOrder;
import io.jxc.api.purchase.PurchaseOrder;
import io.jxc.api.purchase.PurchaseOrderContent;
import io.jxc.api.purchase.PurchaseOrderLine;
import io.jxc.api.purchase.PurchaseOrderResult;
import io.jxc.api.purchase.PurchaseOrderSummary;
import io.jxc.api.purchase.PurchaseQuery;
import io.jxc.api.purchase.PurchaseReceipt;
import io.jxc.api.purchase.PurchaseReceiptQuery;
import io.jxc.api.purchase.PurchaseReceiptResult;
import io.jxc.api.purchase.PurchaseStatus;
import io.jxc.api.purchase.ReceivePurchaseOrder;
import io.jxc.api.purchase.SubmitPurchaseOrder;
import io.jxc.api.purchase.UpdatePurchaseOrder;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PurchaseServiceTest {
  private final PurchaseShop world = new PurchaseShop();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void an_order_goes_from_draft_to_closed() {
    PurchaseOrderResult draft =
        world
            .bob
            .purchase()
            .draft(order().externalId("erp-1").line("TEA-01", "10", "6.00").build());
    assertThat(draft.status()).isEqualTo(PurchaseStatus.DRAFT);
    PurchaseOrderResult approved =
        world.bob.purchase().submit(SubmitPurchaseOrder.of(draft.orderId(), draft.version()));
    assertThat(approved.status()).isEqualTo(PurchaseStatus.APPROVED);
    assertThat(receive(ReceivePurchaseOrder.of(draft.orderId()).line(1, "4")).status())
        .isEqualTo(PurchaseStatus.PARTLY_RECEIVED);
    assertThat(receive(ReceivePurchaseOrder.allOf(draft.orderId())).status())
        .isEqualTo(PurchaseStatus.CLOSED);

    PurchaseOrder order = world.root().purchase().get(draft.orderId());
    assertThat(order.status()).isEqualTo(PurchaseStatus.CLOSED);
    assertThat(order.head().createdBy()).isEqualTo("bob");
    assertThat(order.head().totals().orElseThrow().total()).isEqualTo(Money.of("60", "CNY"));
    PurchaseOrderLine line = order.lines().get(0);
    assertThat(line.received()).hasToString("10");
    assertThat(line.open()).hasToString("0");
    assertThat(line.unit()).isEqualTo("PCS");
    assertThat(world.root().purchase().findByNumber(draft.number())).contains(order);
    assertThat(world.root().purchase().findByExternalId("erp-1")).contains(order);
    assertThat(world.root().purchase().findByNumber("PO-NONE")).isEmpty();
    assertThat(world.root().purchase().findByExternalId("\n")).isEmpty();
  }

  @Test
  void over_receipt_is_refused_and_nothing_moves() {
    String id = place(order().line("TEA-01", "10", "6.00")).orderId();
    receive(ReceivePurchaseOrder.of(id).line(1, "4"));

    assertThatThrownBy(() -> receive(ReceivePurchaseOrder.of(id).line(1, "7")))
        .isInstanceOfSatisfying(
            RuleViolationException.class,
            e -> {
              assertThat(e.code()).isEqualTo("purchase.over-receipt");
              assertThat(e.arguments()).containsEntry("open", "6").containsEntry("requested", "7");
            });
    assertThat(world.root().purchase().get(id).lines().get(0).received()).hasToString("4");
    assertThat(receipts(id)).hasSize(1);
  }

  @Test
  void repeated_requests_are_answered_from_their_results() {
    EnterPurchaseOrder order = order().requestId("po-1").line("TEA-01", "10", "6.00").build();
    PurchaseOrderResult placed = world.bob.purchase().place(order);
    assertThat(world.bob.purchase().place(order)).isEqualTo(placed);
    assertThatThrownBy(
            () ->
                world
                    .bob
                    .purchase()
                    .place(order().requestId("po-1").line("TEA-01", "11", "6.00").build()))
        .isInstanceOf(RequestIdReusedException.class);

    ReceivePurchaseOrder receipt =
        ReceivePurchaseOrder.of(placed.orderId()).requestId("gr-1").line(1, "4").build();
    PurchaseReceiptResult received = world.wei.purchase().receive(receipt);
    assertThat(world.wei.purchase().receive(receipt)).isEqualTo(received);
    assertThat(world.root().purchase().get(placed.orderId()).lines().get(0).received())
        .hasToString("4");
  }

  @Test
  void the_number_of_the_host_is_taken_once() {
    place(order().externalId("erp-1").line("TEA-01", "10", "6.00"));

    assertThatThrownBy(() -> place(order().externalId("erp-1").line("TEA-01", "1", "1")))
        .isInstanceOfSatisfying(
            DuplicateKeyException.class,
            e -> assertThat(e.index()).isEqualTo("purchase_order.external_id"));
    String id = place(order().line("TEA-01", "10", "6.00")).orderId();
    receive(ReceivePurchaseOrder.of(id).externalId("dn-1").line(1, "1"));
    assertThatThrownBy(() -> receive(ReceivePurchaseOrder.of(id).externalId("dn-1").line(1, "1")))
        .isInstanceOf(DuplicateKeyException.class);
    assertThat(receipts(id))
        .extracting(PurchaseReceipt::externalId)
        .containsExactly(Optional.of("dn-1"));
  }

  @Test
  void stale_versions_are_refused() {
    PurchaseOrderResult draft =
        world.bob.purchase().draft(order().line("TEA-01", "10", "6.00").build());
    UpdatePurchaseOrder update =
        UpdatePurchaseOrder.of(draft.orderId(), draft.version(), content("7.00"));
    PurchaseOrderResult changed = world.bob.purchase().update(update);

    assertThat(changed.version()).isGreaterThan(draft.version());
    assertStale(() -> world.bob.purchase().update(update.requestId("again")));
    assertStale(
        () ->
            world.bob.purchase().submit(SubmitPurchaseOrder.of(draft.orderId(), draft.version())));
    assertStale(
        () ->
            world.bob.purchase().cancel(CancelPurchaseOrder.of(draft.orderId(), draft.version())));
    assertThat(
            world
                .bob
                .purchase()
                .submit(SubmitPurchaseOrder.of(draft.orderId(), changed.version()))
                .status())
        .isEqualTo(PurchaseStatus.APPROVED);
  }

  @Test
  void an_update_is_audited_field_by_field() {
    PurchaseOrderResult draft =
        world.bob.purchase().draft(order().line("TEA-01", "10", "6.00").build());
    world
        .bob
        .purchase()
        .update(UpdatePurchaseOrder.of(draft.orderId(), draft.version(), content("7.00")));

    AuditRecord record =
        world
            .root()
            .audit()
            .search(AuditQuery.all().action("purchase.update"), PAGE)
            .items()
            .get(0);
    assertThat(record.object("purchase_order").orElseThrow().change("total").orElseThrow().after())
        .hasValueSatisfying(after -> assertThat(after).contains("70"));
  }

  @Test
  void a_bulk_call_answers_each_order_by_itself() {
    List<Outcome<PurchaseOrderResult>> outcomes =
        world
            .bob
            .purchase()
            .placeAll(
                List.of(
                    order().externalId("a").line("TEA-01", "1", "1").build(),
                    order().externalId("b").line("NOWHERE", "1", "1").build(),
                    order().externalId("a").line("TEA-01", "1", "1").build(),
                    order().externalId("c").line("TEA-02", "1", "1").build()));

    assertThat(outcomes.get(0).result()).isPresent();
    assertThat(outcomes.get(1).error()).containsInstanceOf(InvalidCommandException.class);
    assertThat(outcomes.get(2).error()).containsInstanceOf(DuplicateKeyException.class);
    assertThat(outcomes.get(3).result()).isPresent();
  }

  @Test
  void the_world_hears_of_every_status_and_of_the_goods() {
    String id = place(order().line("TEA-01", "10", "6.00")).orderId();
    receive(ReceivePurchaseOrder.allOf(id));

    List<JxcEvent> events = world.root().feed().read(Optional.empty(), 1_000).events();
    assertThat(events)
        .filteredOn(PurchaseOrderChanged.class::isInstance)
        .extracting(event -> ((PurchaseOrderChanged) event).status())
        .containsExactly("APPROVED", "CLOSED");
    assertThat(events)
        .filteredOn(GoodsReceived.class::isInstance)
        .singleElement()
        .satisfies(
            event ->
                assertThat(((GoodsReceived) event).documentType()).isEqualTo("purchase_receipt"));
  }

  @Test
  void one_receipt_fills_many_warehouses() {
    EnterPurchaseOrder.Builder order = order();
    for (int i = 0; i < 20; i++) {
      world.root().inventory().createWarehouse(CreateWarehouse.of("W" + i).build());
      order.line("TEA-01", "1", "6.00");
    }
    ReceivePurchaseOrder.Builder receipt = ReceivePurchaseOrder.of(place(order).orderId());
    for (int i = 0; i < 20; i++) {
      receipt.line(i + 1, "1", "W" + i);
    }

    assertThat(receive(receipt).status()).isEqualTo(PurchaseStatus.CLOSED);
  }

  @Test
  @Timeout(300)
  void an_order_of_ten_thousand_lines_is_placed_and_received_at_once() {
    EnterPurchaseOrder.Builder order = order();
    for (int i = 0; i < PurchaseOrderContent.MAX_LINES; i++) {
      order.line(i % 2 == 0 ? "TEA-01" : "TEA-02", "1", "6.00");
    }
    PurchaseOrderResult placed = place(order);
    PurchaseReceiptResult received = receive(ReceivePurchaseOrder.allOf(placed.orderId()));

    assertThat(received.status()).isEqualTo(PurchaseStatus.CLOSED);
    PurchaseOrder whole = world.root().purchase().get(placed.orderId());
    assertThat(whole.lines()).hasSize(10_000).allMatch(line -> line.received().isPositive());
    assertThat(whole.head().totals().orElseThrow().total()).isEqualTo(Money.of("60000", "CNY"));
  }

  @Test
  void a_preview_answers_and_stores_nothing() {
    PurchaseOrderResult would =
        world.bob.previewing().purchase().place(order().line("TEA-01", "1", "1").build());

    assertThat(would.status()).isEqualTo(PurchaseStatus.APPROVED);
    assertThat(list(PurchaseQuery.all())).isEmpty();
  }

  private PurchaseOrderResult place(EnterPurchaseOrder.Builder order) {
    return world.bob.purchase().place(order.build());
  }

  private PurchaseReceiptResult receive(ReceivePurchaseOrder.Builder receipt) {
    return world.wei.purchase().receive(receipt.build());
  }

  private List<PurchaseReceipt> receipts(String orderId) {
    return world.root().purchase().receipts(PurchaseReceiptQuery.of(orderId), PAGE).items();
  }

  private List<String> list(PurchaseQuery query) {
    return world.root().purchase().list(query, PAGE).items().stream()
        .map(PurchaseOrderSummary::number)
        .toList();
  }

  private static PurchaseOrderContent content(String price) {
    return PurchaseOrderContent.from("S-1").into("MAIN").line("TEA-01", "10", price).build();
  }

  private static void assertStale(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(StaleVersionException.class);
  }
}
