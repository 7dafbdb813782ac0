package io.jxc.core.internal.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.Actor;
import io.jxc.api.Money;
import io.jxc.api.access.Permissions;
import io.jxc.api.access.Scope;
import io.jxc.api.approval.ApprovalRef;
import io.jxc.api.approval.ApprovalResult;
import io.jxc.api.approval.ApprovalStatus;
import io.jxc.api.approval.Approve;
import io.jxc.api.approval.DefineApprovalFlow;
import io.jxc.api.approval.Reject;
import io.jxc.api.approval.Withdraw;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.error.IllegalTransitionException;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.error.StaleVersionException;
import io.jxc.api.event.ApprovalEvent.ApprovalDecided;
import io.jxc.api.event.ApprovalEvent.ApprovalEnded;
import io.jxc.api.event.ApprovalEvent.ApprovalRequested;
import io.jxc.core.internal.access.AccessTypes;
import io.jxc.core.internal.access.Rights;
import io.jxc.core.internal.access.RoleDocument;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.Decision;
import io.jxc.core.internal.command.KnownView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalDecisionsTest {
  private static final String LETTER = "letter";

  private final KnownView view = new KnownView();
  private final Letters letters = new Letters();
  private final ApprovalTargets targets = new ApprovalTargets(Set.of(letters));
  private final ApprovalDecisions decisions = new ApprovalDecisions(targets);
  private final FlowRules flows = new FlowRules(targets);

  /** A type of documents that only remembers what it was told. */
  private static final class Letters implements ApprovalTarget {
    private final List<String> told = new ArrayList<>();

    @Override
    public String documentType() {
      return LETTER;
    }

    @Override
    public String approvePermission() {
      return Permissions.SALES_APPROVE;
    }

    @Override
    public void approved(Changes changes, Context context, String documentId) {
      told.add("approved " + documentId);
    }

    @Override
    public void rejected(Changes changes, Context context, String documentId, String reason) {
      told.add("rejected " + documentId + ": " + reason);
    }
  }

  @BeforeEach
  void twoLevels() {
    Changes roles = Changes.on(view);
    for (String role : List.of("lead", "boss")) {
      roles.put(AccessTypes.ROLE, new RoleDocument(role, role, Map.of()));
    }
    view.apply(roles.result("done"));
    define(
        DefineApprovalFlow.of(LETTER)
            .step("lead", Money.of("1000", "CNY"))
            .step("boss", Money.of("10000", "CNY"))
            .build());
  }

  @ParameterizedTest
  @CsvSource({"900, 0", "999.99, 0", "1000, 1", "5000, 1", "10000, 2", "12000, 2"})
  void the_amount_chooses_the_steps(String amount, int steps) {
    boolean asked = submit("D-1", amount);

    assertThat(asked).isEqualTo(steps > 0);
    assertThat(ApprovalRules.latest(view, LETTER, "D-1").map(r -> r.roles().size()).orElse(0))
        .isEqualTo(steps);
  }

  @Test
  void a_type_without_a_flow_needs_no_approval() {
    define(DefineApprovalFlow.of(LETTER).build());

    assertThat(submit("D-1", "12000")).isFalse();
  }

  @Test
  void every_step_is_decided_before_the_document_is_approved() {
    submit("D-1", "12000");

    ApprovalResult first = approve("meg", "lead", latest("D-1"));
    assertThat(first.status()).isEqualTo(ApprovalStatus.OPEN);
    assertThat(first.openStep()).contains(2);
    assertThat(letters.told).isEmpty();

    ApprovalResult second = approve("fay", "boss", latest("D-1"));
    assertThat(second.status()).isEqualTo(ApprovalStatus.APPROVED);
    assertThat(second.openStep()).isEmpty();
    assertThat(letters.told).containsExactly("approved D-1");
  }

  @Test
  void the_role_is_asked_and_no_permission_stands_in_for_it() {
    submit("D-1", "5000");

    assertNotAsked(() -> approve("root", "admin", latest("D-1")));
    assertNotAsked(() -> approve("fay", "boss", latest("D-1")));
  }

  @Test
  void one_user_does_not_decide_two_steps() {
    submit("D-1", "12000");
    Rights both = rights("meg", "lead", "boss");
    view.apply(decide(Approve.of(latest("D-1")), KnownView.context(both)));

    assertNotAsked(() -> decide(Approve.of(latest("D-1")), KnownView.context(both)));
  }

  @ParameterizedTest
  @CsvSource({"ann", "eve"})
  void creator_and_last_editor_decide_nothing_whatever_roles_they_hold(String own) {
    submit("D-1", "5000");
    Context context = KnownView.context(rights(own, "lead", "admin"));

    assertThatThrownBy(() -> decide(Approve.of(latest("D-1")), context))
        .isInstanceOfSatisfying(
            AccessDeniedException.class,
            e -> assertThat(e.code()).isEqualTo("approval.own-document"));
    assertThatThrownBy(() -> decisions.reject(view, Reject.of(latest("D-1"), "no"), context))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void nobody_approves_on_behalf_of_the_creator() {
    submit("D-1", "5000");
    Rights rights = rights("meg", "lead");
    Context deputy = KnownView.context(Actor.of("acme", "meg").onBehalfOf("ann"), rights);

    assertThatThrownBy(() -> decide(Approve.of(latest("D-1")), deputy))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void the_document_type_asks_for_a_permission_of_its_own() {
    submit("D-1", "5000");
    Context context = KnownView.context(new Rights("meg", Set.of("lead"), Map.of()));

    assertThatThrownBy(() -> decide(Approve.of(latest("D-1")), context))
        .isInstanceOfSatisfying(
            AccessDeniedException.class,
            e -> assertThat(e.permission()).isEqualTo(Permissions.SALES_APPROVE));
  }

  @Test
  void who_may_decide_about_own_documents_only_decides_about_none() {
    submit("D-1", "5000");

    assertThatThrownBy(() -> decide(Approve.of(latest("D-1")), ownScope("meg")))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> decide(Approve.of(latest("D-1")), ownScope("ann")))
        .isInstanceOf(AccessDeniedException.class);
  }

  private static Context ownScope(String user) {
    return KnownView.context(
        new Rights(
            user,
            Set.of("lead"),
            Map.of(Permissions.APPROVAL_DECIDE, Scope.ALL, Permissions.SALES_APPROVE, Scope.OWN)));
  }

  @Test
  void a_rejection_ends_the_approval_and_the_next_one_starts_at_the_first_step() {
    submit("D-1", "12000");
    approve("meg", "lead", latest("D-1"));

    Decision<ApprovalResult> decision =
        decisions.reject(
            view, Reject.of(latest("D-1"), "too dear"), KnownView.context(rights("fay", "boss")));
    assertThat(view.apply(decision).status()).isEqualTo(ApprovalStatus.REJECTED);
    assertThat(letters.told).containsExactly("rejected D-1: too dear");
    assertThat(KnownView.events(decision))
        .hasExactlyElementsOfTypes(ApprovalDecided.class, ApprovalEnded.class);

    submit("D-1", "12000");
    assertThat(ApprovalRules.latest(view, LETTER, "D-1").orElseThrow().openStep()).contains(1);
    assertThat(approve("meg", "lead", latest("D-1")).status()).isEqualTo(ApprovalStatus.OPEN);
  }

  @Test
  void an_ended_approval_is_not_decided_again() {
    submit("D-1", "5000");
    ApprovalRef first =
        ApprovalRef.id(ApprovalRules.latest(view, LETTER, "D-1").orElseThrow().id());
    approve("meg", "lead", first);

    assertThatThrownBy(() -> approve("lea", "lead", first))
        .isInstanceOfSatisfying(
            IllegalTransitionException.class, e -> assertThat(e.status()).isEqualTo("APPROVED"));
  }

  @Test
  void what_was_approved_of_old_content_is_void_with_it() {
    submit("D-1", "12000");
    ApprovalRef seen = ApprovalRef.id(ApprovalRules.latest(view, LETTER, "D-1").orElseThrow().id());
    approve("meg", "lead", seen);
    Changes edit = Changes.on(view);
    ApprovalRules.voidOpen(edit, KnownView.context(), LETTER, "D-1");
    view.apply(edit.result("edited"));

    assertThatThrownBy(() -> approve("fay", "boss", seen))
        .isInstanceOfSatisfying(
            IllegalTransitionException.class, e -> assertThat(e.status()).isEqualTo("VOID"));
    submit("D-1", "12000");
    assertNotAsked(() -> approve("fay", "boss", latest("D-1")));
  }

  @Test
  void a_changed_flow_does_not_reach_approvals_under_way() {
    submit("D-1", "12000");
    define(DefineApprovalFlow.of(LETTER).step("lead").build());

    approve("meg", "lead", latest("D-1"));
    ApprovalDocument request = ApprovalRules.latest(view, LETTER, "D-1").orElseThrow();
    assertThat(request.status()).isEqualTo(ApprovalStatus.OPEN);
    assertThat(request.flowRevision()).isEqualTo(1);
  }

  @Test
  void a_decision_about_another_version_is_refused() {
    submit("D-1", "5000");

    assertThatThrownBy(
            () ->
                decide(
                    Approve.of(latest("D-1")).expectedVersion(1),
                    KnownView.context(rights("meg", "lead"))))
        .isInstanceOf(StaleVersionException.class);
  }

  @Test
  void only_the_submitter_withdraws() {
    submit("D-1", "5000");

    assertThatThrownBy(() -> withdraw("meg")).isInstanceOf(NotFoundException.class);
    assertThat(withdraw("ann").status()).isEqualTo(ApprovalStatus.WITHDRAWN);
    assertThat(letters.told).containsExactly("rejected D-1: withdrawn");
    assertThatThrownBy(() -> withdraw("ann")).isInstanceOf(IllegalTransitionException.class);
  }

  @Test
  void the_holders_of_the_open_role_are_told() {
    submit("D-1", "12000");

    Decision<ApprovalResult> decision =
        decide(Approve.of(latest("D-1")), KnownView.context(rights("meg", "lead")));
    assertThat(KnownView.events(decision))
        .last()
        .isInstanceOfSatisfying(
            ApprovalRequested.class,
            e -> {
              assertThat(e.role()).isEqualTo("boss");
              assertThat(e.step()).isEqualTo(2);
            });
  }

  @Test
  void an_unknown_approval_is_not_found() {
    assertThatThrownBy(() -> approve("meg", "lead", latest("D-9")))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> approve("meg", "lead", ApprovalRef.id("nowhere")))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void a_flow_names_known_types_and_roles_and_the_currency_of_the_tenant() {
    DefineApprovalFlow wrong =
        DefineApprovalFlow.of("poem").step("nobody").step("finance", Money.of("1", "EUR")).build();

    assertThatThrownBy(() -> flows.define(view, wrong, KnownView.context()))
        .isInstanceOfSatisfying(
            InvalidCommandException.class,
            e ->
                assertThat(e.violations())
                    .extracting("path")
                    .containsExactly("documentType", "steps[0].role", "steps[1].minimum"));
  }

  @Test
  void a_flow_of_another_version_is_not_overwritten() {
    assertThatThrownBy(
            () -> define(DefineApprovalFlow.of(LETTER).step("lead").expectedVersion(0).build()))
        .isInstanceOf(StaleVersionException.class);
  }

  private void define(DefineApprovalFlow flow) {
    view.apply(flows.define(view, flow, KnownView.context()));
  }

  private boolean submit(String id, String amount) {
    Changes changes = Changes.on(view);
    boolean asked =
        ApprovalRules.submit(
            changes,
            KnownView.context(rights("ann")),
            new ApprovalSubject(
                LETTER, id, "L-" + id, new BigDecimal(amount), "ann", "eve", "hash"));
    view.apply(changes.result("submitted"));
    return asked;
  }

  private ApprovalResult approve(String user, String role, ApprovalRef ref) {
    return view.apply(decide(Approve.of(ref), KnownView.context(rights(user, role))));
  }

  private ApprovalResult withdraw(String user) {
    return view.apply(
        decisions.withdraw(
            view, Withdraw.of(latest("D-1")), KnownView.context(rights(user, "lead"))));
  }

  private Decision<ApprovalResult> decide(Approve command, Context context) {
    return decisions.approve(view, command, context);
  }

  private static ApprovalRef latest(String id) {
    return ApprovalRef.of(LETTER, id);
  }

  private static Rights rights(String user, String... roles) {
    Map<String, Scope> permissions =
        Stream.of(Permissions.APPROVAL_DECIDE, Permissions.SALES_APPROVE)
            .collect(Collectors.toMap(p -> p, p -> Scope.ALL));
    return new Rights(user, Set.of(roles), permissions);
  }

  private static void assertNotAsked(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RuleViolationException.class,
            e -> assertThat(e.code()).isEqualTo("approval.not-asked"));
  }
}
