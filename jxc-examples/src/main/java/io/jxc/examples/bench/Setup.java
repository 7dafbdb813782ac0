package io.jxc.examples.bench;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.Outcome;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.partner.CreatePartner;
import io.jxc.api.tenant.NewTenant;
import java.util.ArrayList;
import java.util.List;

/** Gives a tenant what is sold and from where; both sides start from the same. */
final class Setup {
  static final String USER = "root";
  private static final int PRODUCTS = 500;
  private static final int LINES = 250;

  private Setup() {}

  /** Furnishes a new tenant and returns a session of it. */
  static JxcSession furnish(Jxc jxc, String tenant, Goods goods) {
    jxc.provision(NewTenant.of(tenant).currency("CNY").zone("Asia/Shanghai").admin(USER));
    JxcSession session = jxc.as(Actor.of(tenant, USER));
    session.inventory().createWarehouse(CreateWarehouse.of(Goods.WAREHOUSE).build());
    session.partners().create(CreatePartner.customer(Goods.CUSTOMER).name("Corner shop").build());
    List<String> skus = goods.skus();
    for (int from = 0; from < skus.size(); from += PRODUCTS) {
      List<String> some = skus.subList(from, Math.min(skus.size(), from + PRODUCTS));
      create(session, some);
      receive(session, some);
    }
    return session;
  }

  private static void create(JxcSession session, List<String> skus) {
    List<CreateProduct> create = new ArrayList<>();
    for (String sku : skus) {
      create.add(CreateProduct.goods(sku).name(name(sku)).listPrice(Goods.PRICE).build());
    }
    session.catalog().createAll(create).forEach(Outcome::orThrow);
  }

  /** Returns what a product is called. */
  static String name(String sku) {
    return "Product " + sku;
  }

  private static void receive(JxcSession session, List<String> skus) {
    List<ReceiveGoods> receipts = new ArrayList<>();
    for (int from = 0; from < skus.size(); from += LINES) {
      ReceiveGoods.Builder receipt = ReceiveGoods.into(Goods.WAREHOUSE);
      for (String sku : skus.subList(from, Math.min(skus.size(), from + LINES))) {
        receipt.line(sku, Goods.stock(sku), "6.00");
      }
      receipts.add(receipt.build());
    }
    session.inventory().receiveAll(receipts).forEach(Outcome::orThrow);
  }
}
