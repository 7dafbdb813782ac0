package io.jxc.core.internal.model;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.Outcome;
import io.jxc.api.TenantId;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.error.JxcException;
import io.jxc.api.inventory.AdjustStock;
import io.jxc.api.inventory.ClaimResult;
import io.jxc.api.inventory.ClaimStock;
import io.jxc.api.inventory.ConfirmClaim;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.ExtendClaim;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.inventory.ReleaseClaim;
import io.jxc.api.partner.CreatePartner;
import io.jxc.api.purchase.CancelPurchaseOrder;
import io.jxc.api.purchase.ClosePurchaseOrder;
import io.jxc.api.purchase.EnterPurchaseOrder;
import io.jxc.api.purchase.PurchaseOrderResult;
import io.jxc.api.purchase.ReceivePurchaseOrder;
import io.jxc.api.sales.CancelOrder;
import io.jxc.api.sales.Discount;
import io.jxc.api.sales.OrderLine;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.sales.QuickSale;
import io.jxc.api.sales.ReturnGoods;
import io.jxc.api.sales.ReturnShipped;
import io.jxc.api.sales.ShipOrder;
import io.jxc.api.tenant.NewTenant;
import io.jxc.core.internal.testing.MovingClock;
import io.jxc.spi.store.JxcStore;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A run of public commands that a seed alone determines: what is sent, when, under which ids. It
 * keeps what every command was answered.
 */
final class Trade implements AutoCloseable {
  static final TenantId ACME = TenantId.of("acme");
  static final List<String> WAREHOUSES = List.of("MAIN", "BACK");
  private static final int PRODUCTS = 6;

  /** A command that was done, and its answer. */
  private record Done(String requestId, Supplier<?> again, String answer) {}

  final MovingClock clock = new MovingClock(Instant.parse("2026-11-22T02:00:00Z"));
  final JxcStore store;
  final List<String> transcript = new ArrayList<>();
  final List<String> owners = new ArrayList<>();
  final List<OrderResult> orders = new ArrayList<>();
  private final List<PurchaseOrderResult> purchases = new ArrayList<>();
  private final List<ClaimResult> claims = new ArrayList<>();
  private final List<Done> done = new ArrayList<>();
  private final Random random;
  private final Jxc jxc;
  final JxcSession root;
  private long ids;
  private int requests;

  Trade(JxcStore store, long seed) {
    this.store = store;
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

  private UUID nextId() {
    // as UUIDs of version 7 grow, in the order they are drawn
    return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + ++ids);
  }

  private String request() {
    return "r-" + ++requests;
  }

  /** Sends one command and lets some time pass. */
  void step() {
    switch (random.nextInt(23)) {
      case 0 -> product();
      case 1, 2, 3, 4 -> receive();
      case 5 -> issue();
      case 6 -> adjust();
      case 7, 8, 9 -> place();
      case 10, 11, 12 -> ship();
      case 13 -> returnShipped();
      case 14 -> returnGoods();
      case 15 -> purchase();
      case 16 -> receivePurchase();
      case 17, 18 -> claim();
      case 19 -> changeClaim();
      case 20 -> issueMany();
      case 21 -> cancel();
      default -> misuse();
    }
    clock.advance(Duration.ofMillis(random.nextInt(90_000)));
  }

  private <R> Optional<R> send(String what, String request, Supplier<R> call) {
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

  private String sku() {
    int number = random.nextInt(4 * PRODUCTS);
    return number == 0 ? "POST" : "TEA-" + Math.min(number % PRODUCTS, PRODUCTS - 1);
  }

  private String warehouse() {
    return random.nextInt(40) == 0 ? "WEST" : WAREHOUSES.get(random.nextInt(5) / 3);
  }

  private String quantity(int most) {
    return BigDecimal.valueOf(random.nextInt(most * 100) + 1, random.nextInt(3)).toPlainString();
  }

  private String price() {
    return BigDecimal.valueOf(random.nextInt(10_000), random.nextInt(3)).toPlainString();
  }

  private <T> Optional<T> any(List<T> items) {
    return items.isEmpty() ? Optional.empty() : Optional.of(items.get(random.nextInt(items.size())));
  }

  /** Something that is likely still open. */
  private <T> Optional<T> recent(List<T> items) {
    return any(items.subList(Math.max(0, items.size() - 4), items.size()));
  }

  private void product() {
    String request = request();
    CreateProduct.Builder product =
        CreateProduct.goods("TEA-" + random.nextInt(PRODUCTS))
            .requestId(request)
            .unit("BOX", 12)
            .barcode("690" + random.nextInt(PRODUCTS));
    if (random.nextBoolean()) {
      product.listPrice(price());
    }
    CreateProduct command = product.build();
    send("product", request, () -> root.catalog().create(command));
  }

  private void receive() {
    String request = request();
    ReceiveGoods.Builder receipt = ReceiveGoods.into(warehouse()).requestId(request);
    for (int lines = random.nextInt(4); lines >= 0; lines--) {
      if (random.nextInt(4) == 0) {
        receipt.line(sku(), quantity(5), "BOX", price());
      } else {
        receipt.line(sku(), quantity(60), price());
      }
    }
    ReceiveGoods command = receipt.build();
    send("receive", request, () -> root.inventory().receive(command));
  }

  private IssueGoods issueOf(String request) {
    return IssueGoods.from(warehouse())
        .requestId(request)
        .reason("used")
        .line(sku(), quantity(10))
        .build();
  }

  private void issue() {
    IssueGoods command = issueOf(request());
    send("issue", command.requestId(), () -> root.inventory().issue(command));
  }

  private void issueMany() {
    List<IssueGoods> commands = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      commands.add(issueOf(request()));
    }
    List<? extends Outcome<?>> outcomes = root.inventory().issueAll(commands);
    outcomes.forEach(
        outcome ->
            transcript.add(
                "issueAll → "
                    + outcome.error().map(JxcException::getMessage).orElseGet(outcome::toString)));
  }

  private void adjust() {
    String request = request();
    AdjustStock command =
        AdjustStock.in(warehouse())
            .requestId(request)
            .reason("counted")
            .line(sku(), (random.nextBoolean() ? "-" : "") + quantity(5))
            .build();
    send("adjust", request, () -> root.inventory().adjust(command));
  }

  private void place() {
    String request = request();
    PlaceOrder.Builder order =
        PlaceOrder.forCustomer(random.nextInt(15) == 0 ? "C-404" : "C-1")
            .requestId(request)
            .warehouse(warehouse());
    for (int lines = random.nextInt(3); lines >= 0; lines--) {
      OrderLine.Builder line = OrderLine.of(sku(), quantity(8));
      if (random.nextInt(4) > 0) {
        line.price(price());
      }
      if (random.nextInt(5) == 0) {
        line.unit("BOX");
      }
      order.line(line);
    }
    if (random.nextInt(4) == 0) {
      order.discount(Discount.percent(Integer.toString(random.nextInt(30) + 1)));
    }
    if (random.nextInt(6) == 0) {
      QuickSale quick = quick(request);
      send("quickSale", request, () -> root.sales().quickSale(quick)).ifPresent(orders::add);
    } else {
      PlaceOrder command = order.build();
      send("place", request, () -> root.sales().place(command)).ifPresent(orders::add);
    }
  }

  private QuickSale quick(String request) {
    return QuickSale.forCustomer("C-1")
        .requestId(request)
        .warehouse(warehouse())
        .line(sku(), quantity(3), price())
        .build();
  }

  private void ship() {
    recent(orders)
        .ifPresent(
            order -> {
              String request = request();
              boolean all = random.nextBoolean();
              ShipOrder command =
                  all
                      ? ShipOrder.all(order.id()).requestId(request).build()
                      : ShipOrder.of(order.id())
                          .requestId(request)
                          .line(1 + random.nextInt(5) / 3, quantity(4))
                          .build();
              send("ship", request, () -> root.sales().ship(command));
            });
  }

  private void cancel() {
    recent(orders)
        .ifPresent(
            order -> {
              String request = request();
              CancelOrder.Builder cancel =
                  CancelOrder.of(order.id(), "changed my mind").requestId(request);
              CancelOrder command =
                  (random.nextInt(4) == 0 ? cancel.expectedVersion(order.version()) : cancel).build();
              send("cancel", request, () -> root.sales().cancel(command));
            });
  }

  private void returnShipped() {
    recent(orders)
        .ifPresent(
            order -> {
              String request = request();
              ReturnShipped command =
                  ReturnShipped.of(order.id(), "defect")
                      .requestId(request)
                      .line(1 + random.nextInt(5) / 3, quantity(3))
                      .build();
              send("returnShipped", request, () -> root.sales().returnShipped(command));
            });
  }

  private void returnGoods() {
    String request = request();
    ReturnGoods command =
        ReturnGoods.from("C-1", "defect")
            .requestId(request)
            .warehouse(warehouse())
            .line(sku(), quantity(2), price())
            .build();
    send("returnGoods", request, () -> root.sales().returnGoods(command));
  }

  private void purchase() {
    String request = request();
    EnterPurchaseOrder command =
        EnterPurchaseOrder.from("S-1")
            .into(warehouse())
            .requestId(request)
            .line(sku(), quantity(40), price())
            .line(sku(), quantity(40), price())
            .build();
    send("purchase", request, () -> root.purchase().place(command)).ifPresent(purchases::add);
  }

  private void receivePurchase() {
    recent(purchases)
        .ifPresent(
            order -> {
              String id = order.orderId();
              String request = request();
              switch (random.nextInt(5)) {
                case 0 -> {
                  CancelPurchaseOrder command =
                      CancelPurchaseOrder.of(id, order.version()).requestId(request);
                  send("cancelPurchase", request, () -> root.purchase().cancel(command));
                }
                case 1 -> {
                  ClosePurchaseOrder command =
                      ClosePurchaseOrder.of(id, order.version()).requestId(request);
                  send("closePurchase", request, () -> root.purchase().close(command));
                }
                case 2 -> {
                  ReceivePurchaseOrder command =
                      ReceivePurchaseOrder.allOf(id).requestId(request).build();
                  send("receiveAll", request, () -> root.purchase().receive(command));
                }
                default -> {
                  ReceivePurchaseOrder command =
                      ReceivePurchaseOrder.of(id)
                          .requestId(request)
                          .line(1 + random.nextInt(2), quantity(20))
                          .build();
                  send("receivePurchase", request, () -> root.purchase().receive(command));
                }
              }
            });
  }

  private void claim() {
    String request = request();
    String owner = "cart-" + random.nextInt(5);
    owners.add(owner);
    ClaimStock.Builder claim =
        ClaimStock.in(warehouse()).requestId(request).owner(owner).line(sku(), quantity(4));
    ClaimStock command =
        (random.nextInt(3) == 0
                ? claim.firm()
                : claim.holdFor(Duration.ofSeconds(1 + random.nextInt(600))))
            .build();
    send("claim", request, () -> root.inventory().claim(command)).ifPresent(claims::add);
  }

  private void changeClaim() {
    recent(claims)
        .ifPresent(
            claim -> {
              String request = request();
              switch (random.nextInt(3)) {
                case 0 -> {
                  ExtendClaim command =
                      ExtendClaim.of(claim.id())
                          .holdFor(Duration.ofSeconds(1 + random.nextInt(600)))
                          .requestId(request);
                  send("extend", request, () -> root.inventory().extendClaim(command));
                }
                case 1 -> {
                  ConfirmClaim command = ConfirmClaim.of(claim.id()).requestId(request);
                  send("confirm", request, () -> root.inventory().confirmClaim(command));
                }
                default -> {
                  ReleaseClaim command = ReleaseClaim.of(claim.id()).requestId(request);
                  send("release", request, () -> root.inventory().releaseClaim(command));
                }
              }
            });
  }

  /** Repeats what was done, uses its id for something else, and comes from where it must not. */
  private void misuse() {
    any(done)
        .ifPresent(
            earlier -> {
              String again = earlier.again().get().toString();
              if (!again.equals(earlier.answer())) {
                throw new AssertionError(
                    earlier.requestId() + " said " + earlier.answer() + ", then " + again);
              }
              IssueGoods reused =
                  IssueGoods.from("MAIN")
                      .requestId(earlier.requestId())
                      .reason("something else")
                      .line("TEA-0", "1")
                      .build();
              send("reuse", earlier.requestId(), () -> root.inventory().issue(reused));
            });
    IssueGoods command = issueOf(request());
    JxcSession nobody = jxc.as(Actor.of("acme", "nobody"));
    send("denied", command.requestId(), () -> nobody.inventory().issue(command));
    JxcSession other = jxc.as(Actor.of("other", "root"));
    send("other", command.requestId(), () -> other.inventory().issue(command));
    any(orders)
        .ifPresent(
            order -> send("foreign", order.id(), () -> other.sales().get(order.id())));
  }

  @Override
  public void close() {
    jxc.close();
  }
}
