package io.jxc.core.internal.model;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.error.JxcException;
import io.jxc.api.inventory.ClaimResult;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.partner.CreatePartner;
import io.jxc.api.purchase.PurchaseOrderResult;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.tenant.NewTenant;
import io.jxc.core.internal.testing.MovingClock;
import io.jxc.spi.store.JxcStore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a run of commands stands on: a tenant, a clock and ids that a seed alone determines, and
 * what every command was answered.
 */
abstract class TradeRun implements AutoCloseable {
  static final List<String> WAREHOUSES = List.of("MAIN", "BACK");
  static final int PRODUCTS = 6;

  /** A command that was done, and its answer. */
  record Done(String requestId, Supplier<?> again, String answer) {}

  final MovingClock clock = new MovingClock(Instant.parse("2026-11-22T02:00:00Z"));
  final List<String> transcript = new ArrayList<>();
  final List<String> owners = new ArrayList<>();
  final List<OrderResult> orders = new ArrayList<>();
  final List<PurchaseOrderResult> purchases = new ArrayList<>();
  final List<ClaimResult> claims = new ArrayList<>();
  final List<Done> done = new ArrayList<>();
  final Random random;
  final Jxc jxc;
  final JxcSession root;
  long ids;
  int requests;

  TradeRun(JxcStore store, long seed) {
    this.random = new Random(seed);
    this.jxc = Jxc.builder().store(store).clock(clock).idGenerator(this::nextId).build();
    for (String tenant : List.of("acme", "other")) {
      jxc.provision(NewTenant.of(tenant).currency("CNY").zone("Asia/Shanghai").admin("root"));
    }
    this.root = jxc.as(Actor.of("acme", "root"));
    for (String code : WAREHOUSES) {
      root.inventory().createWarehouse(CreateWarehouse.of(code).requestId(request()).build());
    }
    root.catalog().create(CreateProduct.service("POST").requestId(request()).build());
    ReceiveGoods.Builder stock = ReceiveGoods.into("MAIN").requestId(request());
    for (int i = 0; i < PRODUCTS - 1; i++) {
      String sku = "TEA-" + i;
      root.catalog()
          .create(
              CreateProduct.goods(sku)
                  .requestId(request())
                  .listPrice("9.90")
                  .unit("BOX", 12)
                  .build());
      stock.line(sku, "100", "6.66");
    }
    root.inventory().receive(stock.build());
    root.partners().create(CreatePartner.customer("C-1").requestId(request()).build());
    root.partners().create(CreatePartner.supplier("S-1").requestId(request()).build());
  }

  UUID nextId() {
    // as UUIDs of version 7 grow, in the order they are drawn
    return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + ++ids);
  }

  String request() {
    return "r-" + ++requests;
  }

  <R> Optional<R> send(String what, String request, Supplier<R> call) {
    try {
      R answer = call.get();
      transcript.add(what + " " + request + " → " + answer);
      done.add(new Done(request, call, answer.toString()));
      return Optional.of(answer);
    } catch (JxcException e) {
      transcript.add(what + " " + request + " → " + e.code() + " " + e.getMessage());
      return Optional.empty();
    }
  }

  String sku() {
    int number = random.nextInt(4 * PRODUCTS);
    return number == 0 ? "POST" : "TEA-" + Math.min(number % PRODUCTS, PRODUCTS - 1);
  }

  String warehouse() {
    return random.nextInt(40) == 0 ? "WEST" : WAREHOUSES.get(random.nextInt(5) / 3);
  }

  String quantity(int most) {
    return BigDecimal.valueOf(random.nextInt(most * 100) + 1, random.nextInt(3)).toPlainString();
  }

  String price() {
    return BigDecimal.valueOf(random.nextInt(10_000), random.nextInt(3)).toPlainString();
  }

  <T> Optional<T> any(List<T> items) {
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(items.get(random.nextInt(items.size())));
  }

  /** Something that is likely still open. */
  <T> Optional<T> recent(List<T> items) {
    return any(items.subList(Math.max(0, items.size() - 4), items.size()));
  }

  @Override
  public void close() {
    jxc.close();
  }
}
