package io.jxc.core.internal.model;

import io.jxc.api.Outcome;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.error.JxcException;
import io.jxc.api.inventory.AdjustStock;
import io.jxc.api.inventory.ClaimStock;
import io.jxc.api.inventory.ConfirmClaim;
import io.jxc.api.inventory.ExtendClaim;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.inventory.ReleaseClaim;
import io.jxc.spi.store.JxcStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Commands on products, stock and claims. */
abstract class StockTrade extends TradeRun {
  StockTrade(JxcStore store, long seed) {
    super(store, seed);
  }

  void product() {
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

  void receive() {
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

  IssueGoods issueOf(String request) {
    return IssueGoods.from(warehouse())
        .requestId(request)
        .reason("used")
        .line(sku(), quantity(10))
        .build();
  }

  void issue() {
    IssueGoods command = issueOf(request());
    send("issue", command.requestId(), () -> root.inventory().issue(command));
  }

  void issueMany() {
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

  void adjust() {
    String request = request();
    AdjustStock command =
        AdjustStock.in(warehouse())
            .requestId(request)
            .reason("counted")
            .line(sku(), (random.nextBoolean() ? "-" : "") + quantity(5))
            .build();
    send("adjust", request, () -> root.inventory().adjust(command));
  }

  void claim() {
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

  void changeClaim() {
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
}
