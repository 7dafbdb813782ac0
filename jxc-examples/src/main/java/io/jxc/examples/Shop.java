package io.jxc.examples;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.access.GrantRoles;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.partner.CreatePartner;
import io.jxc.api.tenant.NewTenant;
import io.jxc.store.memory.MemoryStore;

/** The small shop that most examples start from. */
final class Shop {
  private Shop() {}

  /** Opens an instance in memory with the tenant {@code acme}. */
  static Jxc inMemory() {
    Jxc jxc = Jxc.builder().store(MemoryStore.create()).build();
    furnish(jxc, "acme");
    return jxc;
  }

  /** Gives a tenant the warehouse MAIN, two products, a customer and a supplier. */
  static JxcSession furnish(Jxc jxc, String tenant) {
    jxc.provision(NewTenant.of(tenant).currency("CNY").zone("Asia/Shanghai").admin("root"));
    JxcSession root = jxc.as(Actor.of(tenant, "root"));
    root.inventory().createWarehouse(CreateWarehouse.of("MAIN").build());
    root.catalog().create(CreateProduct.goods("TEA-01").name("Tea").listPrice("9.90").build());
    root.catalog().create(CreateProduct.goods("CUP-01").name("Cup").listPrice("18.00").build());
    root.partners().create(CreatePartner.customer("C-1").name("Corner shop").build());
    root.partners().create(CreatePartner.supplier("S-1").name("Tea garden").build());
    return root;
  }

  /** Speaks for the administrator. */
  static JxcSession root(Jxc jxc) {
    return jxc.as(Actor.of("acme", "root"));
  }

  /** Speaks for a user who is given roles. */
  static JxcSession user(Jxc jxc, String user, String... roles) {
    root(jxc).access().grant(GrantRoles.to(user, roles));
    return jxc.as(Actor.of("acme", user));
  }

  /** Puts goods on the shelf at a cost of 6.00 each. */
  static void stock(JxcSession session, String sku, String quantity) {
    session.inventory().receive(ReceiveGoods.into("MAIN").line(sku, quantity, "6.00").build());
  }
}
