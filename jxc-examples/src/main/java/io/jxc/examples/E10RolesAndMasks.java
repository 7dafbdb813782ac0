package io.jxc.examples;

import io.jxc.Jxc;
import io.jxc.api.JxcSession;
import io.jxc.api.access.BuiltInRoles;
import io.jxc.api.access.DefineRole;
import io.jxc.api.access.GrantRoles;
import io.jxc.api.access.Permissions;
import io.jxc.api.access.RevokeRoles;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.sales.QuickSale;

/** Roles say what a user may do and see, and a change holds from the next call on. */
public final class E10RolesAndMasks {
  private E10RolesAndMasks() {}

  /** Runs the example. */
  public static void main(String[] args) {
    try (Jxc jxc = Shop.inMemory()) {
      JxcSession root = Shop.root(jxc);
      JxcSession wei = Shop.user(jxc, "wei", BuiltInRoles.WAREHOUSE);
      Shop.stock(wei, "TEA-01", "10");

      // wei keeps the goods; what they cost is hidden from him
      Expect.same("10", wei.inventory().stock("TEA-01").total().onHand());
      Expect.that(wei.inventory().stock("TEA-01").value().isEmpty(), "the value is masked");

      // nor may he sell: the refusal names the missing permission
      QuickSale sale = QuickSale.forCustomer("C-1").line("TEA-01", "1").build();
      AccessDeniedException refusal =
          Expect.refused(AccessDeniedException.class, () -> wei.sales().quickSale(sale));
      Expect.same(Permissions.SALES_QUICK, refusal.permission());

      root.access()
          .defineRole(
              DefineRole.of("keeper", "Head of the store")
                  .like(BuiltInRoles.WAREHOUSE)
                  .grant(Permissions.COST_VIEW)
                  .build());
      root.access().grant(GrantRoles.to("wei", "keeper"));
      Expect.same("60.00 CNY", wei.inventory().stock("TEA-01").value().orElseThrow());

      root.access().revoke(RevokeRoles.from("wei", "keeper"));
      Expect.that(wei.inventory().stock("TEA-01").value().isEmpty(), "masked again");
      System.out.println(refusal.getMessage());
    }
  }
}
