package io.jxc.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of rights of the five posts (管理员, 财务, 采购, 仓库, 销售), one assertion per cell. */
class BuiltInRolesTest {
  private static final List<String> POSTS =
      List.of("admin", "finance", "purchasing", "warehouse", "sales");

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        // right | what it takes | admin finance purchasing warehouse sales
        "settings 全部管理、设置权限 | tenant.configure | A - - - -",
        "roles 设置权限 | access.manage | A - - - -",
        "approval flows | approval.configure | A - - - -",
        "operation log | audit.view | A - - - -",
        "costs and margins 账务管理 | cost.view | A A - - -",
        "audit order amount 訂單結算 | sales.approve | A A - - -",
        "purchase entry 采购录入 | purchase.create | A - A - -",
        "purchase order audit 订单审核 | purchase.approve | A - A - -",
        "receive goods 入库 | stock.receive | A - - A -",
        "issue goods 出库 | stock.issue | A - - A -",
        "receive a purchase order | purchase.receive | A - - A -",
        "query stock 庫存查詢 | stock.view | A - - A A",
        "adjust stock 库存调整 | stock.adjust | A - - A -",
        "pick, pack, ship 揀貨、打包發貨 | sales.ship | A - - A -",
        "what is to be shipped 待發貨 | sales.pick | A - - A O",
        "confirm orders | sales.confirm | A - - - O",
        "sell over the counter 开单即出库 | sales.quick | A - - - O",
        "receive returns 退貨管理 | sales.return | A - - A -",
        "sales entry 销售开单 | sales.create | A - - - O",
        "customers 客户管理 | partner.update | A - A - A",
        "query orders 訂單查詢 | sales.view | A A - - O",
        "modify orders 訂單修改 | sales.update | A - - - O",
        "cancel orders | sales.cancel | A - - - O",
      })
  void everyPostHasExactlyTheRightsOfTheTable(String right, String permission, String cells) {
    String[] expected = cells.split(" ", -1);
    for (int post = 0; post < POSTS.size(); post++) {
      String found =
          BuiltInRoles.grants(POSTS.get(post)).stream()
              .filter(grant -> grant.permission().equals(permission))
              .map(grant -> grant.scope() == Scope.ALL ? "A" : "O")
              .findFirst()
              .orElse("-");
      assertThat(found).as("%s for %s", right, POSTS.get(post)).isEqualTo(expected[post]);
    }
  }

  @Test
  void adminHoldsEveryPermissionOverEverything() {
    assertThat(BuiltInRoles.grants(BuiltInRoles.ADMIN))
        .containsExactlyElementsOf(Permissions.all().stream().map(Grant::all).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"product.create", "stock.receive", "sales.create", "sales.view"})
  void aRecorderSeesAndEnters(String permission) {
    assertThat(BuiltInRoles.grants(BuiltInRoles.RECORDER)).contains(Grant.all(permission));
  }

  @Test
  void aRecorderNeitherApprovesNorCancelsNorChangesNorConfigures() {
    assertThat(BuiltInRoles.grants(BuiltInRoles.RECORDER))
        .extracting(Grant::permission)
        .noneMatch(
            name ->
                name.endsWith(".approve")
                    || name.endsWith(".cancel")
                    || name.endsWith(".update")
                    || name.endsWith(".configure")
                    || name.endsWith(".manage")
                    || name.endsWith(".decide"));
  }

  @Test
  void everyRoleHasANameAndMayReadItsOwnRights() {
    assertThat(BuiltInRoles.codes())
        .hasSize(6)
        .allSatisfy(code -> assertThat(BuiltInRoles.name(code)).isNotEmpty())
        .allSatisfy(
            code ->
                assertThat(BuiltInRoles.grants(code)).contains(Grant.all(Permissions.ACCESS_SELF)));
  }

  @Test
  void anUnknownRoleGrantsNothing() {
    assertThat(BuiltInRoles.contains("boss")).isFalse();
    assertThat(BuiltInRoles.grants("boss")).isEmpty();
    assertThat(BuiltInRoles.name("boss")).isEmpty();
  }
}
