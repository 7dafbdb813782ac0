package io.jxc.core.internal.purchase;

import static io.jxc.core.internal.purchase.PurchaseShop.approve;
import static io.jxc.core.internal.purchase.PurchaseShop.order;
import static io.jxc.core.internal.purchase.PurchaseShop.todo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.JxcSession;
import io.jxc.api.Money;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.access.BuiltInRoles;
import io.jxc.api.access.Grant;
import io.jxc.api.access.Permissions;
import io.jxc.api.approval.ApprovableTypes;
import io.jxc.api.approval.Approval;
import io.jxc.api.approval.ApprovalHistoryQuery;
import io.jxc.api.approval.ApprovalStatus;
import io.jxc.api.audit.AuditOutcome;
import io.jxc.api.audit.AuditQuery;
import io.jxc.api.audit.AuditRecord;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.purchase.PurchaseOrderResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is asked to approve purchase orders, and who may see that. */
class PurchaseTodoTest {
  private final PurchaseShop world = new PurchaseShop().withApprovals();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void everybody_has_the_todos_of_the_own_roles_the_oldest_first() {
    PurchaseOrderResult first = world.place("5000");
    world.shop.clock.advance(Duration.ofMinutes(1));
    PurchaseOrderResult second = world.place("12000");

    assertThat(todo(world.meg)).containsExactly(first.number(), second.number());
    assertThat(todo(world.fay)).isEmpty();
    assertThat(todo(world.bob)).isEmpty();

    approve(world.meg, second);
    assertThat(todo(world.meg)).containsExactly(first.number());
    assertThat(todo(world.moe)).containsExactly(first.number());
    assertThat(todo(world.fay)).containsExactly(second.number());
    approve(world.moe, first);
    approve(world.fay, second);
    assertThat(todo(world.meg)).isEmpty();
    assertThat(todo(world.fay)).isEmpty();
  }

  @Test
  void a_user_of_several_roles_pages_through_all_of_them() {
    JxcSession max = world.shop.hire("max", PurchaseShop.LEAD, PurchaseShop.BOSS);
    List<PurchaseOrderResult> placed =
        List.of(world.place("12000"), world.place("5000"), world.place("12000"));
    approve(world.meg, placed.get(0));

    Page<Approval> first = max.approvals().todo(PageRequest.first(2));
    Page<Approval> rest =
        max.approvals().todo(PageRequest.first(2).after(first.next().orElseThrow()));

    assertThat(first.items()).hasSize(2);
    assertThat(rest.items()).hasSize(1);
    assertThat(rest.next()).isEmpty();
    assertThat(first.items()).doesNotContainAnyElementsOf(rest.items());
    approve(max, placed.get(1));
    approve(max, placed.get(2));
    assertThat(todo(max)).containsExactly(placed.get(0).number());
  }

  @Test
  void a_decision_needs_role_and_permissions_and_refusals_are_audited() {
    PurchaseOrderResult order = world.place("5000");

    assertThatThrownBy(() -> approve(world.wei, order))
        .isInstanceOfSatisfying(
            AccessDeniedException.class,
            e -> assertThat(e.permission()).isEqualTo("approval.decide"));
    JxcSession finance = world.shop.hire("fin", BuiltInRoles.FINANCE, PurchaseShop.LEAD);
    assertThatThrownBy(() -> approve(world.fay, order))
        .isInstanceOfSatisfying(
            RuleViolationException.class,
            e -> assertThat(e.code()).isEqualTo("approval.not-asked"));
    assertThat(approve(finance, order).status()).isEqualTo(ApprovalStatus.APPROVED);
    List<AuditRecord> refused =
        world
            .root()
            .audit()
            .search(AuditQuery.all().actor("wei").outcome(AuditOutcome.REFUSED), PurchaseShop.PAGE)
            .items();
    assertThat(refused)
        .singleElement()
        .extracting(AuditRecord::action)
        .isEqualTo("approval.approve");
  }

  @Test
  void who_is_asked_sees_the_amount_and_others_only_with_the_right_to_see_costs() {
    PurchaseOrderResult order = world.place("5000");
    String id = world.history(order).get(0).id();

    assertThat(world.meg.approvals().get(id).amount()).contains(Money.of("5000", "CNY"));
    assertThat(world.root().approvals().get(id).amount()).isPresent();
    assertThat(world.fay.approvals().get(id).amount()).isEmpty();
    assertThatThrownBy(() -> world.meg.approvals().get("nothing"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void who_sees_approvals_of_own_documents_only_finds_no_others() {
    JxcSession ben =
        world.shop.hireWith(
            "ben", Grant.own(Permissions.APPROVAL_VIEW), Grant.all(Permissions.PURCHASE_CREATE));
    PurchaseOrderResult others = world.place("5000");
    PurchaseOrderResult own = ben.purchase().place(order().line("TEA-01", "1", "5000").build());
    String id = world.history(others).get(0).id();

    assertThatThrownBy(() -> ben.approvals().get(id)).isInstanceOf(NotFoundException.class);
    assertThat(history(ben, others)).isEmpty();
    assertThat(history(ben, own)).hasSize(1);
  }

  private static List<Approval> history(JxcSession session, PurchaseOrderResult order) {
    return session
        .approvals()
        .history(
            ApprovalHistoryQuery.of(ApprovableTypes.PURCHASE_ORDER, order.orderId()),
            PurchaseShop.PAGE)
        .items();
  }
}
