package io.jxc.examples.demo;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.Money;
import io.jxc.api.Outcome;
import io.jxc.api.access.BuiltInRoles;
import io.jxc.api.access.DefineRole;
import io.jxc.api.access.GrantRoles;
import io.jxc.api.access.Permissions;
import io.jxc.api.approval.ApprovableTypes;
import io.jxc.api.approval.DefineApprovalFlow;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.partner.CreatePartner;
import io.jxc.api.tenant.NewTenant;
import java.util.List;

/** Prepares the shop: goods, partners, people and their rights. */
final class Opening {
  private static final String TENANT = "acme";
  private static final String MANAGER = "manager";

  private Opening() {}

  static Staff furnish(Jxc jxc) {
    jxc.provision(NewTenant.of(TENANT).currency("CNY").zone("Asia/Shanghai").admin("root"));
    JxcSession root = jxc.as(Actor.of(TENANT, "root"));
    root.inventory().createWarehouse(CreateWarehouse.of("MAIN").name("Back room").build());
    root.catalog().createAll(products()).forEach(Outcome::orThrow);
    root.partners().createAll(partners()).forEach(Outcome::orThrow);
    root.access()
        .defineRole(
            DefineRole.of(MANAGER, "Manager")
                .like(BuiltInRoles.PURCHASING)
                .like(BuiltInRoles.FINANCE)
                .grant(Permissions.STOCK_VIEW)
                .build());
    root.approvals()
        .defineFlow(
            DefineApprovalFlow.of(ApprovableTypes.PURCHASE_ORDER)
                .step(MANAGER, Money.of("5000", "CNY"))
                .build());
    return new Staff(
        root,
        hire(jxc, root, "bob", BuiltInRoles.PURCHASING),
        hire(jxc, root, "meg", MANAGER),
        hire(jxc, root, "wei", BuiltInRoles.WAREHOUSE),
        hire(jxc, root, "ann", BuiltInRoles.SALES));
  }

  private static JxcSession hire(Jxc jxc, JxcSession root, String user, String role) {
    root.access().grant(GrantRoles.to(user, role));
    return jxc.as(Actor.of(TENANT, user));
  }

  private static List<CreateProduct> products() {
    return List.of(
        CreateProduct.goods("TEA-01")
            .name("Green tea 100 g")
            .baseUnit("pack")
            .unit("case", 24, "6901234560115")
            .barcode("6901234560108")
            .listPrice("39.00")
            .taxRate("13")
            .build(),
        CreateProduct.goods("TEA-02")
            .name("Oolong tea 100 g")
            .baseUnit("pack")
            .barcode("6901234560207")
            .listPrice("58.00")
            .taxRate("13")
            .build(),
        CreateProduct.goods("CUP-01")
            .name("Porcelain cup")
            .barcode("6901234560306")
            .listPrice("25.00")
            .taxRate("13")
            .build(),
        CreateProduct.goods("POT-01")
            .name("Teapot")
            .barcode("6901234560405")
            .listPrice("128.00")
            .taxRate("13")
            .build(),
        CreateProduct.service("WRAP").name("Gift wrapping").listPrice("5.00").taxRate("6").build());
  }

  private static List<CreatePartner> partners() {
    return List.of(
        CreatePartner.supplier("S-1").name("Tea garden").build(),
        CreatePartner.customer("C-1").name("Corner teahouse").build(),
        CreatePartner.customer("C-2").name("Hotel Lakeside").build());
  }
}
