package io.jxc.core.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.Pages;
import io.jxc.api.access.BuiltInRoles;
import io.jxc.api.access.DefineRole;
import io.jxc.api.access.EffectiveAccess;
import io.jxc.api.access.Grant;
import io.jxc.api.access.GrantRoles;
import io.jxc.api.access.Permissions;
import io.jxc.api.access.RemoveRole;
import io.jxc.api.access.RevokeRoles;
import io.jxc.api.access.RoleView;
import io.jxc.api.access.Scope;
import io.jxc.api.access.UserQuery;
import io.jxc.api.access.UserResult;
import io.jxc.api.access.UserView;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.JxcException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.error.StaleVersionException;
import io.jxc.core.internal.testing.Shop;
import io.jxc.store.memory.MemoryStore;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessServiceTest {
  private final Shop shop = Shop.open();

  @AfterEach
  void closeShop() {
    shop.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "finance", "purchasing", "warehouse", "sales", "recorder"})
  void aPostIsAssignedInOneStepAndGivesExactlyItsRights(String role) {
    EffectiveAccess access = shop.hire("ann", role).access().myAccess();

    assertThat(access.user()).isEqualTo("ann");
    assertThat(access.roles()).containsExactly(role);
    assertThat(access.grants())
        .extracting(held -> new Grant(held.permission(), held.scope()))
        .containsExactlyInAnyOrderElementsOf(BuiltInRoles.grants(role));
  }

  @Test
  void aGrantCountsFromTheNextCommandOn() {
    JxcSession ann = shop.as("ann");
    assertThatThrownBy(() -> ann.access().myAccess()).isInstanceOf(AccessDeniedException.class);

    shop.root().access().grant(GrantRoles.to("ann", BuiltInRoles.SALES));

    assertThat(ann.access().myAccess().allows(Permissions.SALES_CREATE)).isTrue();
  }

  @Test
  void aRevocationCountsFromTheNextCommandOn() {
    JxcSession ann = shop.hireWith("ann", Grant.all(Permissions.ACCESS_MANAGE));
    ann.access().defineRole(DefineRole.of("one", "One").grant(Permissions.ACCESS_MANAGE).build());

    UserResult left = shop.root().access().revoke(RevokeRoles.from("ann", "role-of-ann"));

    assertThat(left.roles()).isEmpty();
    AccessDeniedException refused =
        catchThrowableOfType(
            AccessDeniedException.class,
            () ->
                ann.access()
                    .defineRole(
                        DefineRole.of("two", "Two").grant(Permissions.ACCESS_MANAGE).build()));
    assertThat(refused.permission()).isEqualTo(Permissions.ACCESS_MANAGE);
  }

  @Test
  void aRedefinedRoleCountsForAllWhoHaveIt() {
    JxcSession ann =
        shop.hireWith("ann", Grant.own(Permissions.ACCESS_SELF), Grant.all(Permissions.STOCK_VIEW));
    RoleView role = shop.root().access().role("role-of-ann");

    shop.root()
        .access()
        .defineRole(
            DefineRole.of(role)
                .without(Permissions.STOCK_VIEW)
                .grant(Permissions.SALES_VIEW, Scope.OWN)
                .build());

    EffectiveAccess access = ann.access().myAccess();
    assertThat(access.allows(Permissions.STOCK_VIEW)).isFalse();
    assertThat(access.explain(Permissions.SALES_VIEW))
        .contains(
            new EffectiveAccess.Held(Permissions.SALES_VIEW, Scope.OWN, List.of("role-of-ann")));
  }

  @Test
  void theWidestScopeOfAllRolesCountsAndEachRoleIsNamed() {
    shop.hireWith("ann", Grant.all(Permissions.SALES_VIEW));
    shop.hire("ann", BuiltInRoles.SALES);

    EffectiveAccess access = shop.root().access().access("ann");

    assertThat(access.explain(Permissions.SALES_VIEW))
        .contains(
            new EffectiveAccess.Held(
                Permissions.SALES_VIEW, Scope.ALL, List.of("role-of-ann", "sales")));
    assertThat(access.explain(Permissions.SALES_CREATE))
        .contains(new EffectiveAccess.Held(Permissions.SALES_CREATE, Scope.OWN, List.of("sales")));
  }

  @Test
  void nobodyGrantsWhatIsNotHeld() {
    JxcSession deputy = deputy();

    deputy.access().grant(GrantRoles.to("ben", "seller"));
    AccessDeniedException refused =
        catchThrowableOfType(
            AccessDeniedException.class,
            () -> deputy.access().grant(GrantRoles.to("ben", BuiltInRoles.ADMIN)));

    assertThat(refused.errorCode()).isEqualTo(ErrorCode.ACCESS_ESCALATION);
    assertThat(shop.root().access().user("ben").roles()).containsExactly("seller");
  }

  @Test
  void nobodyWidensTheScopeThatIsHeld() {
    JxcSession deputy = deputy();

    assertThatThrownBy(
            () ->
                deputy
                    .access()
                    .defineRole(
                        DefineRole.of("wide", "Wide").grant(Permissions.SALES_VIEW).build()))
        .isInstanceOf(AccessDeniedException.class)
        .hasMessageContaining(Permissions.SALES_VIEW);
    deputy
        .access()
        .defineRole(DefineRole.of("own", "Own").grant(Permissions.SALES_VIEW, Scope.OWN).build());
  }

  @Test
  void nobodyTakesAwayWhatIsNotHeld() {
    JxcSession deputy = deputy();

    assertThatThrownBy(() -> deputy.access().revoke(RevokeRoles.from("root", "admin")))
        .isInstanceOf(AccessDeniedException.class);
    shop.hireWith("kim", Grant.all(Permissions.STOCK_VIEW), Grant.own(Permissions.SALES_VIEW));
    RoleView keeper = shop.root().access().role("role-of-kim");
    assertThatThrownBy(
            () ->
                deputy
                    .access()
                    .defineRole(DefineRole.of(keeper).without(Permissions.STOCK_VIEW).build()))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> deputy.access().removeRole(RemoveRole.of(keeper)))
        .isInstanceOf(AccessDeniedException.class);
    deputy
        .access()
        .defineRole(DefineRole.of(keeper).name("Keepers").without(Permissions.SALES_VIEW).build());
  }

  @Test
  void aTenantKeepsItsLastAdmin() {
    RuleViolationException refused =
        catchThrowableOfType(
            RuleViolationException.class,
            () -> shop.root().access().revoke(RevokeRoles.from("root", "admin")));
    assertThat(refused.errorCode()).isEqualTo(ErrorCode.LAST_ADMIN);

    shop.hire("meg", BuiltInRoles.ADMIN);
    shop.root().access().revoke(RevokeRoles.from("root", "admin"));

    assertThatThrownBy(() -> shop.as("meg").access().revoke(RevokeRoles.from("meg", "admin")))
        .isInstanceOf(RuleViolationException.class);
  }

  @Test
  void aUserWithTheCodeOfARoleHasNoRightsByIt() {
    assertThatThrownBy(() -> shop.as("admin").access().myAccess())
        .isInstanceOf(AccessDeniedException.class);
    shop.hireWith("sales", Grant.all(Permissions.ACCESS_SELF));

    assertThat(shop.as("sales").access().myAccess().roles()).containsExactly("role-of-sales");
  }

  @Test
  void assertedRolesAreRefusedWhereTheHostMayNotAssert() {
    assertThatThrownBy(() -> shop.jxc.as(Actor.of("acme", "ann").withRoles("sales")))
        .isInstanceOf(InvalidCommandException.class)
        .hasMessageContaining("allowAssertedRoles");
  }

  @Test
  void assertedRolesCountWhereTheHostMayAssertAndAddToStoredOnes() {
    try (Shop trusting = Shop.open(MemoryStore.create(), options -> options.allowAssertedRoles())) {
      trusting.hire("ann", BuiltInRoles.WAREHOUSE);
      JxcSession ann = trusting.jxc.as(Actor.of("acme", "ann").withRoles("sales", "no-such-role"));

      EffectiveAccess access = ann.access().myAccess();

      assertThat(access.roles()).containsExactly("sales", "warehouse");
      assertThat(access.allows(Permissions.SALES_CREATE)).isTrue();
      assertThat(trusting.as("ann").access().myAccess().allows(Permissions.SALES_CREATE)).isFalse();
    }
  }

  @Test
  void rolesAreListedBuiltInOnesFirst() {
    shop.hireWith("ann", Grant.all(Permissions.STOCK_VIEW));

    List<RoleView> roles = shop.root().access().roles();

    assertThat(roles)
        .extracting(RoleView::code)
        .containsExactly(
            "admin", "finance", "purchasing", "warehouse", "sales", "recorder", "role-of-ann");
    assertThat(roles.get(6).builtIn()).isFalse();
    assertThat(roles.get(6).version()).isPositive();
    assertThat(shop.root().access().role("sales"))
        .isEqualTo(roles.get(4))
        .returns(0L, RoleView::version);
  }

  @Test
  void aRoleIsAddedOnceAndRedefinedByVersion() {
    DefineRole lead = DefineRole.of("lead", "Lead").grant(Permissions.STOCK_VIEW).build();
    shop.root().access().defineRole(lead);
    RoleView first = shop.root().access().role("lead");

    assertThatThrownBy(
            () -> shop.root().access().defineRole(DefineRole.of("lead", "x").like("sales").build()))
        .isInstanceOf(DuplicateKeyException.class);
    shop.root().access().defineRole(DefineRole.of(first).name("Leader").build());
    assertThatThrownBy(
            () -> shop.root().access().defineRole(DefineRole.of(first).name("Late").build()))
        .isInstanceOf(StaleVersionException.class);
    assertThatThrownBy(
            () ->
                shop.root()
                    .access()
                    .defineRole(
                        DefineRole.of("none", "None").like("sales").expectedVersion(5).build()))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void theSameRequestGivesTheFirstResultAgain() {
    GrantRoles grant = GrantRoles.to("ann", "sales");

    UserResult first = shop.root().access().grant(grant);
    shop.root().access().revoke(RevokeRoles.from("ann", "sales"));

    assertThat(shop.root().access().grant(grant)).isEqualTo(first);
    assertThat(shop.root().access().user("ann").roles()).isEmpty();
  }

  @Test
  void aRoleInUseStaysAndAnUnusedOneGoes() {
    shop.hireWith("ann", Grant.all(Permissions.STOCK_VIEW));
    RoleView role = shop.root().access().role("role-of-ann");

    RuleViolationException refused =
        catchThrowableOfType(
            RuleViolationException.class,
            () -> shop.root().access().removeRole(RemoveRole.of(role)));
    assertThat(refused.errorCode()).isEqualTo(ErrorCode.IN_USE);

    shop.root().access().revoke(RevokeRoles.from("ann", role.code()));
    shop.root().access().removeRole(RemoveRole.of(role));

    assertThatThrownBy(() -> shop.root().access().role(role.code()))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> shop.root().access().grant(GrantRoles.to("ann", role.code())))
        .isInstanceOf(InvalidCommandException.class)
        .hasMessageContaining(role.code());
  }

  @Test
  void usersAreListedByCodeAndByRolePageByPage() {
    for (String user : List.of("eve", "bob", "dan", "cat", "ann")) {
      shop.hire(user, "eve".equals(user) ? "finance" : "sales");
    }

    assertThat(users(UserQuery.all())).containsExactly("ann", "bob", "cat", "dan", "eve", "root");
    assertThat(users(UserQuery.all().role("sales"))).containsExactly("ann", "bob", "cat", "dan");
    assertThat(users(UserQuery.all().role("boss"))).isEmpty();
  }

  private List<String> users(UserQuery query) {
    return Pages.stream(
            request -> {
              Page<UserView> page =
                  shop.root().access().users(query, new PageRequest(2, request.after()));
              assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
              return page;
            })
        .map(UserView::code)
        .toList();
  }

  @Test
  void aCursorOfAnotherQueryIsRefused() {
    shop.hire("ann", "sales");
    shop.hire("bob", "sales");
    Page<UserView> all = shop.root().access().users(UserQuery.all(), PageRequest.first(1));

    assertThatThrownBy(
            () ->
                shop.root()
                    .access()
                    .users(
                        UserQuery.all().role("sales"),
                        PageRequest.first(1).after(all.next().orElseThrow())))
        .isInstanceOf(InvalidCommandException.class);
  }

  @Test
  void anotherTenantsUsersAndRolesAreAbsentInTheVerySameWords() {
    shop.hireWith("ann", Grant.all(Permissions.STOCK_VIEW));
    shop.provision("other");
    JxcSession stranger = shop.jxc.as(Actor.of("other", "root"));

    assertThat(text(() -> stranger.access().user("ann")))
        .isEqualTo(text(() -> stranger.access().user("nobody")).replace("nobody", "ann"));
    assertThat(text(() -> stranger.access().role("role-of-ann")))
        .isEqualTo(text(() -> stranger.access().role("none")).replace("none", "role-of-ann"));
    assertThat(users(UserQuery.all())).contains("ann");
    assertThat(stranger.access().users(UserQuery.all(), PageRequest.first(10)).items())
        .extracting(UserView::code)
        .containsExactly("root");
  }

  @Test
  void aTenantThatWasNeverProvisionedRefusesEverything() {
    JxcSession nowhere = shop.jxc.as(Actor.of("nowhere", "root"));

    for (Throwable refused :
        List.of(
            catchThrowable(() -> nowhere.access().grant(GrantRoles.to("ann", "sales"))),
            catchThrowable(() -> nowhere.access().roles()))) {
      assertThat(refused)
          .isInstanceOf(NotFoundException.class)
          .extracting(e -> ((JxcException) e).errorCode())
          .isEqualTo(ErrorCode.TENANT_NOT_PROVISIONED);
    }
  }

  /** May manage users, and sells. */
  private JxcSession deputy() {
    shop.root()
        .access()
        .defineRole(
            DefineRole.of("seller", "Seller").grant(Permissions.SALES_VIEW, Scope.OWN).build());
    shop.hireWith("deputy", Grant.all(Permissions.ACCESS_MANAGE));
    return shop.hire("deputy", "seller");
  }

  private static String text(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    NotFoundException absent = catchThrowableOfType(NotFoundException.class, call);
    return absent.code() + " " + absent.getMessage();
  }
}
