package io.jxc.core.internal.purchase;

import static io.jxc.core.internal.purchase.PurchaseShop.approve;
import static io.jxc.core.internal.purchase.PurchaseShop.order;
import static io.jxc.core.internal.purchase.PurchaseShop.ref;
import static io.jxc.core.internal.purchase.PurchaseShop.todo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.access.BuiltInRoles;
import io.jxc.api.approval.ApprovableTypes;
import io.jxc.api.approval.Approval;
import io.jxc.api.approval.ApprovalDecision;
import io.jxc.api.approval.ApprovalFlow;
import io.jxc.api.approval.ApprovalRef;
import io.jxc.api.approval.ApprovalResult;
import io.jxc.api.approval.ApprovalStatus;
import io.jxc.api.approval.Approve;
import io.jxc.api.approval.DefineApprovalFlow;
import io.jxc.api.approval.Reject;
import io.jxc.api.approval.Withdraw;
import io.jxc.api.audit.AuditOutcome;
import io.jxc.api.audit.AuditQuery;
import io.jxc.api.audit.AuditRecord;
import io.jxc.api.error.IllegalTransitionException;
import io.jxc.api.error.JxcException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.error.RequestIdReusedException;
import io.jxc.api.error.StaleVersionException;
import io.jxc.api.purchase.CancelPurchaseOrder;
import io.jxc.api.purchase.PurchaseOrder;
import io.jxc.api.purchase.PurchaseOrderContent;
import io.jxc.api.purchase.PurchaseOrderResult;
import io.jxc.api.purchase.PurchaseStatus;
import io.jxc.api.purchase.SubmitPurchaseOrder;
import io.jxc.api.purchase.UpdatePurchaseOrder;
import io.jxc.core.internal.testing.Shop;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PurchaseApprovalTest {
  private final PurchaseShop world = new PurchaseShop().withApprovals();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void the_amount_decides_who_must_approve() {
    assertThat(world.place("900").status()).isEqualTo(PurchaseStatus.APPROVED);

    PurchaseOrderResult middle = world.place("5000");
    assertThat(middle.status()).isEqualTo(PurchaseStatus.SUBMITTED);
    assertThat(approve(world.meg, middle).status()).isEqualTo(ApprovalStatus.APPROVED);
    assertThat(status(middle)).isEqualTo(PurchaseStatus.APPROVED);

    PurchaseOrderResult big = world.place("12000");
    assertThat(approve(world.meg, big).openStep()).contains(2);
    assertThat(status(big)).isEqualTo(PurchaseStatus.SUBMITTED);
    assertThat(approve(world.fay, big).status()).isEqualTo(ApprovalStatus.APPROVED);
    assertThat(status(big)).isEqualTo(PurchaseStatus.APPROVED);
  }

  @Test
  void nobody_approves_an_own_order_not_even_the_administrator() {
    JxcSession root = world.shop.hire("root", PurchaseShop.LEAD);
    PurchaseOrderResult own = root.purchase().place(order().line("TEA-01", "1", "5000").build());

    assertThat(todo(root)).isEmpty();
    assertOwn(() -> approve(root, own));
    assertOwn(() -> root.approvals().reject(Reject.of(ref(own), "no")));
    JxcSession deputy = world.shop.jxc.as(Actor.of("acme", "meg").onBehalfOf("root"));
    assertOwn(() -> approve(deputy, own));
    AuditRecord refused =
        root.audit()
            .search(AuditQuery.all().actor("root").outcome(AuditOutcome.REFUSED), PurchaseShop.PAGE)
            .items()
            .get(0);
    assertThat(refused.code()).contains("approval.own-document");
    assertThat(approve(world.meg, own).status()).isEqualTo(ApprovalStatus.APPROVED);
  }

  @Test
  void who_edited_last_does_not_approve_either() {
    JxcSession meg = world.shop.hire("meg", BuiltInRoles.PURCHASING);
    PurchaseOrderResult order = world.place("5000");
    PurchaseOrderResult edited =
        meg.purchase()
            .update(UpdatePurchaseOrder.of(order.orderId(), order.version(), content("6000")));
    world.bob.purchase().submit(SubmitPurchaseOrder.of(edited.orderId(), edited.version()));

    assertOwn(() -> approve(meg, order));
    assertOwn(() -> approve(world.shop.hire("bob", PurchaseShop.LEAD), order));
    assertThat(approve(world.moe, order).status()).isEqualTo(ApprovalStatus.APPROVED);
  }

  @Test
  void a_rejected_order_is_a_draft_with_the_reason_and_starts_over() {
    PurchaseOrderResult order = world.place("12000");
    approve(world.meg, order);
    world.fay.approvals().reject(Reject.of(ref(order), "too dear"));

    PurchaseOrder draft = get(order);
    assertThat(draft.status()).isEqualTo(PurchaseStatus.DRAFT);
    assertThat(draft.head().statusReason()).contains("too dear");
    PurchaseOrderResult again =
        world.bob.purchase().submit(SubmitPurchaseOrder.of(draft.id(), draft.version()));
    assertThat(again.status()).isEqualTo(PurchaseStatus.SUBMITTED);
    assertThat(todo(world.fay)).isEmpty();
    assertThat(approve(world.moe, order).openStep()).contains(2);
    approve(world.fay, order);

    List<Approval> history = world.history(order);
    assertThat(history)
        .extracting(Approval::status)
        .containsExactly(ApprovalStatus.APPROVED, ApprovalStatus.REJECTED);
    assertThat(history.get(1).closingReason()).contains("too dear");
    assertThat(history.get(1).decisions())
        .extracting(ApprovalDecision::actor, ApprovalDecision::role, ApprovalDecision::approved)
        .containsExactly(
            tuple("meg", PurchaseShop.LEAD, true), tuple("fay", PurchaseShop.BOSS, false));
    assertThat(history.get(1).decisions().get(0).at()).isEqualTo(Shop.OPENING);
  }

  @Test
  void an_edit_voids_what_was_approved() {
    PurchaseOrderResult order = world.place("12000");
    ApprovalRef seen = ApprovalRef.id(world.history(order).get(0).id());
    approve(world.meg, order);
    PurchaseOrderResult edited =
        world
            .bob
            .purchase()
            .update(UpdatePurchaseOrder.of(order.orderId(), order.version(), content("20000")));

    assertThat(edited.status()).isEqualTo(PurchaseStatus.DRAFT);
    assertThatThrownBy(() -> world.fay.approvals().approve(Approve.of(seen)))
        .isInstanceOfSatisfying(
            IllegalTransitionException.class, e -> assertThat(e.status()).isEqualTo("VOID"));
    world.bob.purchase().submit(SubmitPurchaseOrder.of(edited.orderId(), edited.version()));
    Approval again = world.history(order).get(0);
    assertThat(again.openStep()).contains(1);
    assertThat(again.contentHash()).isNotEqualTo(world.history(order).get(1).contentHash());
  }

  @Test
  void an_approved_order_loses_its_approval_with_its_content() {
    PurchaseOrderResult order = world.place("5000");
    approve(world.meg, order);
    PurchaseOrder approved = get(order);

    PurchaseOrderResult edited =
        world
            .bob
            .purchase()
            .update(UpdatePurchaseOrder.of(order.orderId(), approved.version(), content("6000")));

    assertThat(edited.status()).isEqualTo(PurchaseStatus.DRAFT);
    assertThat(
            world
                .bob
                .purchase()
                .submit(SubmitPurchaseOrder.of(order.orderId(), edited.version()))
                .status())
        .isEqualTo(PurchaseStatus.SUBMITTED);
  }

  @Test
  @Timeout(300)
  void of_an_edit_and_an_approval_that_race_one_loses() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < 20; i++) {
        PurchaseOrderResult order = world.place("5000");
        ApprovalRef seen = ApprovalRef.id(world.history(order).get(0).id());
        CyclicBarrier start = new CyclicBarrier(2);
        Future<Boolean> edit =
            threads.submit(
                attempt(
                    start,
                    () ->
                        world
                            .bob
                            .purchase()
                            .update(
                                UpdatePurchaseOrder.of(
                                    order.orderId(), order.version(), content("90000")))));
        Future<Boolean> approval =
            threads.submit(attempt(start, () -> world.meg.approvals().approve(Approve.of(seen))));

        boolean edited = edit.get(30, TimeUnit.SECONDS);
        assertThat(approval.get(30, TimeUnit.SECONDS)).isEqualTo(!edited);
        assertThat(status(order))
            .isEqualTo(edited ? PurchaseStatus.DRAFT : PurchaseStatus.APPROVED);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<Boolean> attempt(CyclicBarrier start, Callable<?> call) {
    return () -> {
      start.await(30, TimeUnit.SECONDS);
      try {
        call.call();
        return true;
      } catch (StaleVersionException | IllegalTransitionException e) {
        return false;
      }
    };
  }

  @Test
  void a_cancelled_order_asks_nobody_any_more() {
    PurchaseOrderResult order = world.place("5000");
    world.bob.purchase().cancel(CancelPurchaseOrder.of(order.orderId(), order.version()));

    assertThat(todo(world.meg)).isEmpty();
    assertThat(world.history(order).get(0).status()).isEqualTo(ApprovalStatus.VOID);
    assertThatThrownBy(() -> approve(world.meg, order))
        .isInstanceOf(IllegalTransitionException.class);
  }

  @Test
  void a_submission_is_withdrawn_by_its_submitter_only() {
    PurchaseOrderResult order = world.place("5000");
    JxcSession ben = world.shop.hire("ben", BuiltInRoles.PURCHASING);

    assertThatThrownBy(() -> ben.approvals().withdraw(Withdraw.of(ref(order))))
        .isInstanceOf(NotFoundException.class);
    world.bob.approvals().withdraw(Withdraw.of(ref(order)).reason("wrong supplier"));
    assertThat(get(order).head().statusReason()).contains("wrong supplier");
    assertThat(status(order)).isEqualTo(PurchaseStatus.DRAFT);
  }

  @Test
  void a_repeated_decision_is_answered_from_its_result() {
    PurchaseOrderResult order = world.place("12000");
    Approve request = Approve.of(ref(order)).requestId("approve-1");

    ApprovalResult first = world.meg.approvals().approve(request);
    assertThat(world.meg.approvals().approve(request)).isEqualTo(first);
    assertThatThrownBy(() -> world.meg.approvals().approve(request.comment("other")))
        .isInstanceOf(RequestIdReusedException.class);
    assertThat(world.history(order).get(0).decisions()).hasSize(1);
  }

  @Test
  void a_flow_changed_meanwhile_does_not_bind_what_is_under_way() {
    PurchaseOrderResult order = world.place("12000");
    ApprovalFlow flow = world.root().approvals().flows().get(0);
    world
        .root()
        .approvals()
        .defineFlow(
            DefineApprovalFlow.of(ApprovableTypes.PURCHASE_ORDER)
                .step(PurchaseShop.LEAD)
                .expectedVersion(flow.version())
                .build());

    approve(world.meg, order);
    assertThat(status(order)).isEqualTo(PurchaseStatus.SUBMITTED);
    assertThat(world.place("1").status()).isEqualTo(PurchaseStatus.SUBMITTED);
    ApprovalFlow now = world.root().approvals().flows().get(0);
    assertThat(now.revision()).isEqualTo(flow.revision() + 1);
    assertThat(now.steps()).hasSize(1);
    assertThatThrownBy(
            () ->
                world
                    .root()
                    .approvals()
                    .defineFlow(
                        DefineApprovalFlow.of(ApprovableTypes.PURCHASE_ORDER)
                            .expectedVersion(flow.version())
                            .build()))
        .isInstanceOf(StaleVersionException.class);
  }

  private PurchaseOrder get(PurchaseOrderResult order) {
    return world.root().purchase().get(order.orderId());
  }

  private PurchaseStatus status(PurchaseOrderResult order) {
    return get(order).status();
  }

  private static PurchaseOrderContent content(String price) {
    return PurchaseOrderContent.from("S-1").into("MAIN").line("TEA-01", "1", price).build();
  }

  private static void assertOwn(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            JxcException.class, e -> assertThat(e.code()).isEqualTo("approval.own-document"));
  }
}
