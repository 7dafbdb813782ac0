package io.jxc.api.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.Money;
import io.jxc.api.error.InvalidCommandException;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ApprovalCommandsTest {
  @Test
  void a_step_applies_from_its_minimum_on() {
    ApprovalStep step = new ApprovalStep("boss", Optional.of(Money.of("1000", "CNY")));

    assertThat(step.appliesTo(Money.of("999.99", "CNY"))).isFalse();
    assertThat(step.appliesTo(Money.of("1000.00", "CNY"))).isTrue();
    assertThat(new ApprovalStep("boss", Optional.empty()).appliesTo(Money.of("-1", "CNY")))
        .isTrue();
  }

  @Test
  void a_flow_has_at_most_ten_steps_with_minimums_of_zero_or_more() {
    DefineApprovalFlow.Builder flow = DefineApprovalFlow.of(ApprovableTypes.PURCHASE_ORDER);
    for (int i = 0; i < 10; i++) {
      flow.step("boss");
    }
    assertThat(flow.build().steps()).hasSize(10);
    assertRefused(() -> flow.step("boss").build(), "steps");
    assertRefused(
        () -> DefineApprovalFlow.of("purchase_order").step("boss", Money.of("-1", "CNY")).build(),
        "steps[0].minimum");
  }

  @Test
  void an_approval_is_named_in_one_way() {
    assertRefused(
        () -> new ApprovalRef(Optional.empty(), Optional.of("sales_order"), Optional.empty()),
        "approvalId");
    assertRefused(
        () -> new ApprovalRef(Optional.of("a"), Optional.of("sales_order"), Optional.of("b")),
        "approvalId");
  }

  @Test
  void a_rejection_says_why() {
    assertRefused(() -> Reject.of(ApprovalRef.id("a"), " "), "reason");
    assertRefused(() -> Approve.of(ApprovalRef.id("a")).comment("x".repeat(501)), "comment");
  }

  private static void assertRefused(ThrowingCallable call, String path) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidCommandException.class,
            e -> assertThat(e.violations()).extracting("path").containsExactly(path));
  }
}
