package io.jxc.core.internal.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.access.Scope;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.IllegalTransitionException;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.error.StaleVersionException;
import io.jxc.api.purchase.CancelPurchaseOrder;
import io.jxc.api.purchase.ClosePurchaseOrder;
import io.jxc.api.purchase.EnterPurchaseOrder;
import io.jxc.api.purchase.PurchaseOrderContent;
import io.jxc.api.purchase.PurchaseOrderContent.Line;
import io.jxc.api.purchase.PurchaseOrderResult;
import io.jxc.api.purchase.PurchaseStatus;
import io.jxc.api.purchase.ReceivePurchaseOrder;
import io.jxc.api.purchase.SubmitPurchaseOrder;
import io.jxc.api.purchase.UpdatePurchaseOrder;
import io.jxc.core.internal.command.Changes;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PurchaseRulesTest {
  private final PurchaseWorld world = new PurchaseWorld();

  @Test
  void a_draft_keeps_what_was_entered_and_computes_its_amounts() {
    PurchaseOrderResult result = draft();

    OrderDocument order = world.head(result.orderId());
    assertThat(result.status()).isEqualTo(PurchaseStatus.DRAFT);
    assertThat(result.number()).isEqualTo("PO20261122-0001");
    assertThat(order.orderedOn()).isEqualTo(LocalDate.of(2026, 11, 22));
    assertThat(order.net()).isEqualByComparingTo("180");
    assertThat(order.tax()).isEqualByComparingTo("23.40");
    assertThat(order.total()).isEqualByComparingTo("203.40");
    OrderLine boxes = world.line(order.id(), 2);
    assertThat(boxes.quantity()).hasToString("2");
    assertThat(boxes.unit()).isEqualTo("BOX");
    assertThat(boxes.openDue(order)).isEmpty();
  }

  @Test
  void prices_that_include_tax_leave_the_net_as_cost() {
    PurchaseOrderResult result =
        world.place(PurchaseWorld.order().pricesIncludeTax().line("TEA-01", "10", "11.30"));

    OrderDocument order = world.head(result.orderId());
    assertThat(order.net()).isEqualByComparingTo("100");
    assertThat(order.total()).isEqualByComparingTo("113");
    world.receive(ReceivePurchaseOrder.allOf(order.id()));
    assertThat(world.value("TEA-01")).isEqualByComparingTo("100");
  }

  @Test
  void a_placed_order_without_a_flow_is_approved_and_its_lines_are_expected() {
    LocalDate day = LocalDate.of(2026, 12, 1);
    PurchaseOrderResult result =
        world.place(
            PurchaseWorld.order()
                .expectedOn(day)
                .line("TEA-01", "2", "BOX", "60")
                .line(Line.of("TEA-02", "1", "5").expectedOn(day.plusDays(3))));

    OrderDocument order = world.head(result.orderId());
    assertThat(order.status()).isEqualTo(PurchaseStatus.APPROVED);
    OrderLine boxes = world.line(order.id(), 1);
    assertThat(boxes.openDue(order)).contains(day);
    assertThat(boxes.openBase(order).orElseThrow()).isEqualByComparingTo("24");
    assertThat(world.line(order.id(), 2).openDue(order)).contains(day.plusDays(3));
  }

  @Test
  void everything_unknown_in_an_order_is_told_at_once() {
    assertThatThrownBy(
            () ->
                world.place(
                    PurchaseWorld.order()
                        .line("TEA-01", "1", "5")
                        .line("NOWHERE", "1", "5")
                        .line("TEA-01", "1", "CRATE", "5")
                        .line("TEA-01", "1", "THIRD", "5")
                        .line(Line.of("TEA-01", "1", "5").warehouse("WH-9"))))
        .isInstanceOfSatisfying(
            InvalidCommandException.class,
            e ->
                assertThat(e.violations())
                    .extracting(v -> v.path() + " " + v.code())
                    .containsExactly(
                        "lines[1].sku reference.unknown",
                        "lines[2].unit unit.unknown",
                        "lines[3].quantity unit.inexact",
                        "lines[4].warehouse reference.unknown"));
  }

  @Test
  void numbers_of_the_host_stand_once() {
    world.place(PurchaseWorld.order().externalId("erp-1").line("TEA-01", "1", "5"));

    assertThatThrownBy(
            () -> world.place(PurchaseWorld.order().externalId("erp-1").line("TEA-01", "1", "5")))
        .isInstanceOfSatisfying(
            DuplicateKeyException.class,
            e -> assertThat(e.index()).isEqualTo("purchase_order.external_id"));
  }

  @Test
  void an_update_makes_the_order_a_draft_and_never_uses_a_line_number_again() {
    String id = world.place(twoLines()).orderId();
    update(id, content().line(keep(2, "TEA-01")).line("POST", "1", "9").build());
    assertThat(world.head(id).status()).isEqualTo(PurchaseStatus.DRAFT);
    assertThat(numbers(id)).containsExactly(2, 3);

    update(id, content().line("TEA-02", "1", "5").build());
    assertThat(numbers(id)).containsExactly(4);
    assertThatThrownBy(() -> update(id, content().line(keep(3, "POST")).build()))
        .isInstanceOfSatisfying(
            InvalidCommandException.class,
            e -> assertThat(e.violations()).extracting("path").containsExactly("lines[0].lineNo"));
    assertThat(world.head(id).lastLineNo()).isEqualTo(4);
  }

  @Test
  void line_numbers_run_out_at_ten_thousand() {
    String id = world.place(PurchaseWorld.order().line(keep(10_000, "TEA-01"))).orderId();

    assertThatThrownBy(() -> update(id, content().line("TEA-01", "1", "5").build()))
        .isInstanceOfSatisfying(
            RuleViolationException.class, e -> assertThat(e.code()).isEqualTo("limit.exceeded"));
  }

  @Test
  void the_same_content_has_the_same_hash_and_another_one_another() {
    String one = draft().orderId();
    String hash = hash(one);
    update(one, content().line(keep(1, "TEA-01")).line(boxes().lineNo(2)).build());

    assertThat(hash(one)).isNotEqualTo(hash);
    assertThat(hash(one)).isEqualTo(hash(one));
  }

  @Test
  void content_that_is_not_what_was_submitted_is_not_approved() {
    PurchaseOrderResult result = draft();
    OrderDocument order = world.head(result.orderId());
    List<OrderLine> lines = world.view.lines(PurchaseTypes.ORDER, order.id());
    Changes tampered = Changes.on(world.view);
    OrderDocument submitted =
        order.submitted(PurchaseStatus.SUBMITTED, OrderContents.hash(order, lines));
    tampered.put(PurchaseTypes.ORDER, submitted, List.of(lines.get(0)));
    world.view.apply(tampered.result("tampered"));

    PurchaseApproval target = new PurchaseApproval();
    assertThatThrownBy(
            () -> target.approved(Changes.on(world.view), PurchaseWorld.bob(), order.id()))
        .isInstanceOfSatisfying(
            RuleViolationException.class,
            e -> assertThat(e.code()).isEqualTo("approval.content-changed"));
  }

  @Test
  void every_step_asks_for_its_status() {
    String id = world.place(twoLines()).orderId();
    assertIllegal(() -> submit(id));
    world.receive(ReceivePurchaseOrder.of(id).line(1, "1"));
    assertIllegal(() -> update(id, content().line("TEA-01", "1", "5").build()));
    assertIllegal(() -> cancel(id));
    close(id);
    assertThat(world.head(id).status()).isEqualTo(PurchaseStatus.CLOSED);
    assertThat(world.head(id).statusReason()).contains("not delivered");
    assertThat(world.line(id, 1).openDue(world.head(id))).isEmpty();
    assertIllegal(() -> close(id));
    assertIllegal(() -> world.receive(ReceivePurchaseOrder.allOf(id)));

    String draft = draft().orderId();
    assertIllegal(() -> world.receive(ReceivePurchaseOrder.allOf(draft)));
    assertIllegal(() -> close(draft));
    cancel(draft);
    assertThat(world.head(draft).status()).isEqualTo(PurchaseStatus.CANCELLED);
    assertIllegal(() -> submit(draft));
    assertIllegal(() -> cancel(draft));
  }

  @Test
  void a_change_based_on_an_old_version_is_refused() {
    String id = draft().orderId();
    long seen = version(id);
    update(id, content().line("TEA-01", "1", "5").build());

    assertStale(
        () ->
            PurchaseRules.submit(
                world.view, SubmitPurchaseOrder.of(id, seen), PurchaseWorld.bob()));
    assertStale(
        () ->
            PurchaseRules.cancel(
                world.view, CancelPurchaseOrder.of(id, seen), PurchaseWorld.bob()));
    assertStale(
        () ->
            PurchaseRules.update(
                world.view,
                UpdatePurchaseOrder.of(id, seen, content().line("TEA-01", "1", "5").build()),
                PurchaseWorld.bob()));
  }

  @Test
  void who_may_touch_own_orders_only_finds_no_others() {
    String id = draft().orderId();

    assertThatThrownBy(
            () ->
                PurchaseRules.submit(
                    world.view,
                    SubmitPurchaseOrder.of(id, version(id)),
                    PurchaseWorld.user("ben", Scope.OWN)))
        .isInstanceOf(NotFoundException.class);
    assertThat(
            PurchaseRules.submit(
                    world.view,
                    SubmitPurchaseOrder.of(id, version(id)),
                    PurchaseWorld.user("bob", Scope.OWN))
                .result()
                .status())
        .isEqualTo(PurchaseStatus.APPROVED);
  }

  private PurchaseOrderResult draft() {
    return world.view.apply(
        PurchaseRules.draft(world.view, twoLines().build(), PurchaseWorld.bob()));
  }

  private static EnterPurchaseOrder.Builder twoLines() {
    return PurchaseWorld.order().line("TEA-01", "10", "6.00").line(boxes());
  }

  private static Line boxes() {
    return Line.of("TEA-02", "2", "60").unit("BOX");
  }

  private static Line keep(int number, String sku) {
    return Line.of(sku, "1", "5").lineNo(number);
  }

  private static PurchaseOrderContent.Builder content() {
    return PurchaseOrderContent.from("S-1").into("MAIN");
  }

  private void update(String id, PurchaseOrderContent content) {
    world.view.apply(
        PurchaseRules.update(
            world.view, UpdatePurchaseOrder.of(id, version(id), content), PurchaseWorld.bob()));
  }

  private void submit(String id) {
    world.view.apply(
        PurchaseRules.submit(
            world.view, SubmitPurchaseOrder.of(id, version(id)), PurchaseWorld.bob()));
  }

  private void cancel(String id) {
    world.view.apply(
        PurchaseRules.cancel(
            world.view, CancelPurchaseOrder.of(id, version(id)), PurchaseWorld.bob()));
  }

  private void close(String id) {
    world.view.apply(
        PurchaseRules.close(
            world.view,
            ClosePurchaseOrder.of(id, version(id)).reason("not delivered"),
            PurchaseWorld.bob()));
  }

  private long version(String id) {
    return world.view.version(PurchaseTypes.ORDER, id);
  }

  private String hash(String id) {
    return OrderContents.hash(world.head(id), world.view.lines(PurchaseTypes.ORDER, id));
  }

  private List<Integer> numbers(String id) {
    return world.view.lines(PurchaseTypes.ORDER, id).stream().map(OrderLine::lineNo).toList();
  }

  private static void assertIllegal(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IllegalTransitionException.class);
  }

  private static void assertStale(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(StaleVersionException.class);
  }
}
