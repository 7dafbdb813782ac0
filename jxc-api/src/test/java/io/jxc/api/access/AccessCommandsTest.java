package io.jxc.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.Violation;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AccessCommandsTest {
  @Test
  void aRoleKeepsItsGrantsInOrderOfNames() {
    DefineRole role =
        DefineRole.of("lead", "店长")
            .grant(Permissions.STOCK_VIEW)
            .grant(Permissions.SALES_VIEW, Scope.OWN)
            .build();

    assertThat(role.grants())
        .containsExactly(Grant.own(Permissions.SALES_VIEW), Grant.all(Permissions.STOCK_VIEW));
    assertThat(role.expectedVersion()).isEmpty();
  }

  @Test
  void aRoleLikeABuiltInOneCanBeWidenedAndNarrowed() {
    DefineRole role =
        DefineRole.of("lead", "店长")
            .like(BuiltInRoles.SALES)
            .grant(Permissions.SALES_APPROVE)
            .grant(Permissions.SALES_VIEW)
            .without(Permissions.SALES_CANCEL)
            .build();

    assertThat(role.grants())
        .contains(Grant.all(Permissions.SALES_APPROVE), Grant.all(Permissions.SALES_VIEW))
        .doesNotContain(Grant.own(Permissions.SALES_CANCEL), Grant.own(Permissions.SALES_VIEW));
  }

  @Test
  void aRoleAsItWasReadStartsItsRedefinition() {
    RoleView now = new RoleView("lead", "店长", false, List.of(Grant.all("stock.view")), 7);

    DefineRole role = DefineRole.of(now).name("Lead").build();

    assertThat(role.expectedVersion()).contains(7L);
    assertThat(role.name()).isEqualTo("Lead");
    assertThat(role.grants()).isEqualTo(now.grants());
  }

  @Test
  void everythingWrongWithARoleIsReported() {
    assertThat(
            violations(
                () ->
                    DefineRole.of(BuiltInRoles.ADMIN, " ")
                        .requestId("a#b")
                        .grant("stock.fly")
                        .build()))
        .extracting(Violation::path)
        .containsExactly("requestId", "code", "name", "grants[0].permission");
  }

  @Test
  void aRoleWithoutGrantsIsRefused() {
    assertThat(violations(() -> DefineRole.of("lead", "Lead").build()))
        .extracting(Violation::path)
        .containsExactly("grants");
  }

  @Test
  void aRoleLikeNoneIsRefused() {
    assertThat(violations(() -> DefineRole.of("lead", "Lead").like("boss").grant("Öl").build()))
        .extracting(Violation::path)
        .containsExactly("like", "grants[0].permission");
  }

  @Test
  void grantsNameEachRoleOnce() {
    assertThat(violations(() -> GrantRoles.to("ann", "sales", "sales")))
        .extracting(Violation::code)
        .containsExactly("line.duplicate");
    assertThat(violations(() -> RevokeRoles.from("ann")))
        .extracting(Violation::code)
        .containsExactly("lines.count");
  }

  @Test
  void aRepeatedGrantKeepsItsRequestId() {
    GrantRoles grant = GrantRoles.to("ann", "sales");

    assertThat(grant.withRequestId("r-1").requestId()).isEqualTo("r-1");
    assertThat(grant.withRequestId("r-1").roles()).containsExactly("sales");
  }

  @Test
  void everyPermissionIsAConstantWithAPlainName() {
    assertThat(Permissions.all())
        .contains(Permissions.ACCESS_SELF, Permissions.FEED_READ)
        .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*(\\.[a-z]+(-[a-z]+)*)+"));
  }

  @Test
  void theWiderScopeCoversTheNarrower() {
    assertThat(Scope.ALL.covers(Scope.OWN)).isTrue();
    assertThat(Scope.OWN.covers(Scope.OWN)).isTrue();
    assertThat(Scope.OWN.covers(Scope.ALL)).isFalse();
  }

  private static List<Violation> violations(ThrowingCallable call) {
    return catchThrowableOfType(InvalidCommandException.class, call).violations();
  }
}
