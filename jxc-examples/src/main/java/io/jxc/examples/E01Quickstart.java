package io.jxc.examples;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.access.BuiltInRoles;
import io.jxc.api.access.GrantRoles;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.event.JxcEvent;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.partner.CreatePartner;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.sales.ShipOrder;
import io.jxc.api.tenant.NewTenant;
import io.jxc.store.jdbc.JdbcStore;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** From nothing to a shop that has sold something, kept in a folder. */
public final class E01Quickstart {
  private E01Quickstart() {}

  /** Runs the example; an argument names a new folder to keep the shop in. */
  public static void main(String[] args) {
    try (TemporaryFolder temporary = TemporaryFolder.create()) {
      Path folder = args.length > 0 ? Path.of(args[0]) : temporary.path();
      trade(folder);
      // what was committed is there when the shop opens again
      try (Jxc jxc = Jxc.builder().store(JdbcStore.h2(folder).build()).build()) {
        Expect.same("7", Shop.root(jxc).inventory().stock("TEA-01").total().onHand());
      }
    }
  }

  private static void trade(Path folder) {
    // readme:start
    Queue<JxcEvent> inbox = new ConcurrentLinkedQueue<>(); // yours; told of all that happens
    try (Jxc jxc = Jxc.builder().store(JdbcStore.h2(folder).build()).listener(inbox::add).build()) {
      jxc.provision(NewTenant.of("acme").currency("CNY").zone("Asia/Shanghai").admin("root"));

      JxcSession root = jxc.as(Actor.of("acme", "root"));
      root.inventory().createWarehouse(CreateWarehouse.of("MAIN").build());
      root.catalog().create(CreateProduct.goods("TEA-01").name("Tea").listPrice("9.90").build());
      root.partners().create(CreatePartner.customer("C-1").name("Corner shop").build());
      root.access().grant(GrantRoles.to("alice", BuiltInRoles.WAREHOUSE, BuiltInRoles.SALES));

      JxcSession alice = jxc.as(Actor.of("acme", "alice"));
      alice.inventory().receive(ReceiveGoods.into("MAIN").line("TEA-01", "10", "6.00").build());
      PlaceOrder wish = PlaceOrder.forCustomer("C-1").line("TEA-01", "3").build();
      OrderResult order = alice.sales().place(wish); // 3 of 10 are reserved now
      alice.sales().ship(ShipOrder.allOf(order.id()).build());
      System.out.println(alice.inventory().stock("TEA-01").total().onHand()); // 7
    }
    // readme:end
  }
}
