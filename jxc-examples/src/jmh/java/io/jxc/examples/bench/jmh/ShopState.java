package io.jxc.examples.bench.jmh;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.partner.CreatePartner;
import io.jxc.api.tenant.NewTenant;
import io.jxc.store.memory.MemoryStore;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A shop in memory with three products, ten of each, and a customer. */
@State(Scope.Benchmark)
public class ShopState {
  private final Jxc jxc = Jxc.builder().store(MemoryStore.create()).build();
  private final JxcSession session = jxc.as(Actor.of("acme", "root"));

  /** Opens the shop. */
  @Setup(Level.Trial)
  public void open() {
    jxc.provision(NewTenant.of("acme").currency("CNY").zone("Asia/Shanghai").admin("root"));
    session.inventory().createWarehouse(CreateWarehouse.of("MAIN").build());
    session.partners().create(CreatePartner.customer("C-1").name("Corner shop").build());
    ReceiveGoods.Builder receipt = ReceiveGoods.into("MAIN");
    for (int i = 1; i <= 3; i++) {
      String sku = "P-" + i;
      session.catalog().create(CreateProduct.goods(sku).listPrice("9.90").build());
      receipt.line(sku, "10", "6.00");
    }
    session.inventory().receive(receipt.build());
  }

  /** Returns a session of the administrator. */
  JxcSession session() {
    return session;
  }

  /** Closes the shop. */
  @TearDown(Level.Trial)
  public void close() {
    jxc.close();
  }
}
