package io.jxc.core.internal.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.event.InventoryEvent.GoodsReceived;
import io.jxc.api.event.PurchaseEvent.PurchaseOrderChanged;
import io.jxc.api.purchase.EnterPurchaseOrder;
import io.jxc.api.purchase.PurchaseReceiptResult;
import io.jxc.api.purchase.PurchaseStatus;
import io.jxc.api.purchase.ReceivePurchaseOrder;
import io.jxc.core.internal.command.Decision;
import io.jxc.core.internal.command.KnownView;
import org.junit.jupiter.api.Test;

class PurchaseReceivingTest {
  private final PurchaseWorld world = new PurchaseWorld();

  @Test
  void goods_land_in_stock_at_the_price_net_of_tax() {
    String id = world.place(PurchaseWorld.order().line("TEA-01", "10", "6.00")).orderId();

    Decision<PurchaseReceiptResult> decision =
        PurchaseReceiving.receive(
            world.view, ReceivePurchaseOrder.allOf(id).build(), PurchaseWorld.bob());
    PurchaseReceiptResult result = world.view.apply(decision);

    assertThat(result.status()).isEqualTo(PurchaseStatus.CLOSED);
    assertThat(result.receiptNumber()).isEqualTo("PR20261122-0001");
    assertThat(world.onHand("TEA-01", "MAIN")).isEqualByComparingTo("10");
    assertThat(world.value("TEA-01")).isEqualByComparingTo("60");
    assertThat(KnownView.events(decision))
        .hasExactlyElementsOfTypes(GoodsReceived.class, PurchaseOrderChanged.class);
  }

  @Test
  void an_order_is_received_in_parts_until_nothing_is_open() {
    String id =
        world
            .place(PurchaseWorld.order().line("TEA-01", "10", "6").line("TEA-02", "5", "2"))
            .orderId();

    assertThat(world.receive(ReceivePurchaseOrder.of(id).line(1, "4")).status())
        .isEqualTo(PurchaseStatus.PARTLY_RECEIVED);
    assertThat(world.line(id, 1).open(world.head(id))).hasToString("6");
    assertThat(world.receive(ReceivePurchaseOrder.of(id).line(2, "5")).status())
        .isEqualTo(PurchaseStatus.PARTLY_RECEIVED);
    assertThat(world.receive(ReceivePurchaseOrder.allOf(id)).status())
        .isEqualTo(PurchaseStatus.CLOSED);
    assertThat(world.onHand("TEA-01", "MAIN")).isEqualByComparingTo("10");
    assertThat(world.onHand("TEA-02", "MAIN")).isEqualByComparingTo("5");
  }

  @Test
  void parts_of_a_line_cost_together_what_the_line_costs() {
    String id = world.place(PurchaseWorld.order().line("TEA-01", "3", "3.3333")).orderId();
    for (int i = 0; i < 3; i++) {
      world.receive(ReceivePurchaseOrder.of(id).line(1, "1"));
    }

    assertThat(world.head(id).net()).isEqualByComparingTo("10.00");
    assertThat(world.value("TEA-01")).isEqualByComparingTo("10.00");
  }

  @Test
  void more_than_is_open_is_refused_also_in_sum() {
    String id = world.place(PurchaseWorld.order().line("TEA-01", "10", "6")).orderId();
    world.receive(ReceivePurchaseOrder.of(id).line(1, "4"));

    assertOver(ReceivePurchaseOrder.of(id).line(1, "7"));
    assertOver(ReceivePurchaseOrder.of(id).line(1, "6.000001"));
    assertOver(ReceivePurchaseOrder.of(id).line(1, "5").line(1, "2", "WH-2"));
    assertThat(
            world.receive(ReceivePurchaseOrder.of(id).line(1, "5").line(1, "1", "WH-2")).status())
        .isEqualTo(PurchaseStatus.CLOSED);
  }

  @Test
  void goods_go_where_the_line_the_receipt_or_the_order_says() {
    EnterPurchaseOrder.Builder order =
        PurchaseWorld.order().line("TEA-01", "10", "6").line("TEA-02", "10", "6");
    String id = world.place(order).orderId();
    world.receive(ReceivePurchaseOrder.of(id).line(1, "1"));
    world.receive(ReceivePurchaseOrder.of(id).into("WH-2").line(1, "2").line(2, "3", "MAIN"));

    assertThat(world.onHand("TEA-01", "MAIN")).isEqualByComparingTo("1");
    assertThat(world.onHand("TEA-01", "WH-2")).isEqualByComparingTo("2");
    assertThat(world.onHand("TEA-02", "MAIN")).isEqualByComparingTo("3");
  }

  @Test
  void other_units_move_base_units() {
    String id = world.place(PurchaseWorld.order().line("TEA-01", "2", "BOX", "60")).orderId();
    world.receive(ReceivePurchaseOrder.of(id).line(1, "1"));

    assertThat(world.onHand("TEA-01", "MAIN")).isEqualByComparingTo("12");
    assertThat(world.value("TEA-01")).isEqualByComparingTo("60");
    assertThat(world.line(id, 1).openBase(world.head(id)).orElseThrow()).isEqualByComparingTo("12");
  }

  @Test
  void a_service_is_received_without_stock() {
    String id = world.place(PurchaseWorld.order().line("POST", "1", "9")).orderId();

    assertThat(world.receive(ReceivePurchaseOrder.allOf(id)).status())
        .isEqualTo(PurchaseStatus.CLOSED);
    assertThat(world.onHand("POST", "MAIN")).isEqualByComparingTo("0");
  }

  @Test
  void unknown_lines_and_warehouses_are_refused() {
    String id = world.place(PurchaseWorld.order().line("TEA-01", "10", "6")).orderId();

    assertThatThrownBy(
            () -> world.receive(ReceivePurchaseOrder.of(id).line(1, "1").line(2, "1").line(9, "1")))
        .isInstanceOfSatisfying(
            InvalidCommandException.class,
            e ->
                assertThat(e.violations())
                    .extracting("path")
                    .containsExactly("lines[1].lineNo", "lines[2].lineNo"));
    assertThatThrownBy(() -> world.receive(ReceivePurchaseOrder.of(id).into("WH-9").line(1, "1")))
        .isInstanceOf(InvalidCommandException.class);
  }

  @Test
  void a_receipt_of_the_host_is_posted_once() {
    String id = world.place(PurchaseWorld.order().line("TEA-01", "10", "6")).orderId();
    world.receive(ReceivePurchaseOrder.of(id).externalId("dn-1").line(1, "1"));

    assertThatThrownBy(
            () -> world.receive(ReceivePurchaseOrder.of(id).externalId("dn-1").line(1, "1")))
        .isInstanceOf(DuplicateKeyException.class);
  }

  private void assertOver(ReceivePurchaseOrder.Builder receipt) {
    assertThatThrownBy(() -> world.receive(receipt))
        .isInstanceOfSatisfying(
            RuleViolationException.class,
            e -> assertThat(e.code()).isEqualTo("purchase.over-receipt"));
  }
}
