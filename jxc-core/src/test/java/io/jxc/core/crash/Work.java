package io.jxc.core.crash;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.access.GrantRoles;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.error.InsufficientStockException;
import io.jxc.api.inventory.ClaimStock;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.partner.CreatePartner;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.tenant.NewTenant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The n-th command of a client. Its content follows from the two numbers, so that another process
 * can send the same once more, and knows what it does to stock.
 *
 * @param client number of the client, from 0
 * @param number number of its command, from 1
 */
record Work(int client, int number) {
  static final String TENANT = "acme";
  static final long OPENING_STOCK = 1_000_000;
  private static final int PRODUCTS = 4;
  private static final int KINDS = 7;

  /** The codes of all products that are moved. */
  static List<String> skus() {
    return IntStream.range(0, PRODUCTS).mapToObj(i -> "P-" + i).toList();
  }

  /** Fills an empty place; done once, however often it is called. */
  static void prepare(Jxc jxc) {
    jxc.provision(NewTenant.of(TENANT).currency("CNY").zone("UTC").admin("root"));
    JxcSession root = root(jxc);
    root.inventory().createWarehouse(CreateWarehouse.of("MAIN").requestId("prepare-1").build());
    root.partners()
        .create(CreatePartner.customer("C-1").name("One").requestId("prepare-2").build());
    ReceiveGoods.Builder opening = ReceiveGoods.into("MAIN").requestId("prepare-3");
    for (String sku : skus()) {
      root.catalog()
          .create(CreateProduct.goods(sku).listPrice("10").requestId("prepare-" + sku).build());
      opening.line(sku, Long.toString(OPENING_STOCK), "6.00");
    }
    root.inventory().receive(opening.build());
  }

  static JxcSession root(Jxc jxc) {
    return jxc.as(Actor.of(TENANT, "root"));
  }

  String requestId() {
    return "c" + client + "-" + number;
  }

  /** The product that it moves. */
  String sku() {
    return skus().get((client + number / KINDS) % PRODUCTS);
  }

  /** What it adds to stock on hand, once. */
  long onHand() {
    return switch (number % KINDS) {
      case 0 -> 5;
      case 1 -> -2;
      default -> 0;
    };
  }

  /** What it adds to what is promised, once. */
  long reserved() {
    return switch (number % KINDS) {
      case 2 -> 3;
      case 3 -> 1;
      default -> 0;
    };
  }

  /** Sends it, and returns the answer as text. */
  String send(JxcSession session) {
    return switch (number % KINDS) {
      case 0 ->
          session
              .inventory()
              .receive(
                  ReceiveGoods.into("MAIN").requestId(requestId()).line(sku(), "5", "6").build())
              .toString();
      case 1 -> session.inventory().issue(issue("2")).toString();
      case 2 ->
          session
              .sales()
              .place(PlaceOrder.forCustomer("C-1").requestId(requestId()).line(sku(), "3").build())
              .toString();
      case 3 ->
          session
              .inventory()
              .claim(
                  ClaimStock.in("MAIN")
                      .requestId(requestId())
                      .owner("cart-" + requestId())
                      .firm()
                      .line(sku(), "1")
                      .build())
              .toString();
      case 4 ->
          session
              .access()
              .grant(GrantRoles.to("u-" + requestId(), "sales").withRequestId(requestId()))
              .toString();
      case 5 ->
          session
              .catalog()
              .create(CreateProduct.goods("X-" + requestId()).requestId(requestId()).build())
              .toString();
      default -> tooMuch(session);
    };
  }

  private String tooMuch(JxcSession session) {
    try {
      return session.inventory().issue(issue("900000000")).toString();
    } catch (InsufficientStockException refused) {
      return "refused " + refused.code();
    }
  }

  private IssueGoods issue(String quantity) {
    return IssueGoods.from("MAIN")
        .requestId(requestId())
        .reason("sold")
        .line(sku(), quantity)
        .build();
  }
}
