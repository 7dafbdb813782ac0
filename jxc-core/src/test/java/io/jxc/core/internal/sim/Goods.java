package io.jxc.core.internal.sim;

import io.jxc.api.inventory.AdjustStock;
import io.jxc.api.inventory.ClaimResult;
import io.jxc.api.inventory.ClaimStock;
import io.jxc.api.inventory.ConfirmClaim;
import io.jxc.api.inventory.ExtendClaim;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.OpenStock;
import io.jxc.api.inventory.RebuildStock;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.inventory.ReleaseClaim;
import java.time.Duration;

/** Draws commands on stock and claims. */
final class Goods {
  private final House house;
  private final Draw draw;

  Goods(House house, Draw draw) {
    this.house = house;
    this.draw = draw;
  }

  Call stock() {
    return switch (draw.below(8)) {
      case 0, 1, 2 ->
          house.call(Kind.STOCK, keeper(), receipt(), (s, c) -> s.inventory().receive(c));
      case 3, 4, 5 -> house.call(Kind.STOCK, keeper(), issue(), (s, c) -> s.inventory().issue(c));
      case 6 ->
          house.call(
              Kind.STOCK,
              keeper(),
              AdjustStock.in(House.warehouse(draw))
                  .requestId(house.request())
                  .reason("counted")
                  .line(House.sku(draw), (draw.chance(0.5) ? "-" : "") + draw.quantity(5))
                  .build(),
              (s, c) -> s.inventory().adjust(c));
      default -> draw.chance(0.5) ? opening() : rebuild();
    };
  }

  private Call opening() {
    return house.call(
        Kind.STOCK,
        House.ROOT,
        OpenStock.of(House.warehouse(draw))
            .requestId(house.request())
            .line("NEW-" + draw.below(30), draw.quantity(20), draw.price())
            .build(),
        (s, c) -> s.inventory().open(c));
  }

  /** There is never anything to repair: it must be refused, or change nothing. */
  private Call rebuild() {
    return house.call(
        Kind.STOCK,
        House.ROOT,
        new RebuildStock(house.request(), "no such plan", "because"),
        (s, c) -> s.inventory().rebuild(c));
  }

  private String keeper() {
    return draw.chance(0.5) ? House.ROOT : "keeper";
  }

  private ReceiveGoods receipt() {
    ReceiveGoods.Builder receipt =
        ReceiveGoods.into(House.warehouse(draw)).requestId(house.request());
    House.externalId(draw).ifPresent(receipt::externalId);
    for (int lines = draw.below(3); lines >= 0; lines--) {
      receipt.line(House.sku(draw), draw.quantity(30), draw.price());
    }
    return receipt.build();
  }

  private IssueGoods issue() {
    IssueGoods.Builder issue =
        IssueGoods.from(House.warehouse(draw)).requestId(house.request()).reason("used");
    House.externalId(draw).ifPresent(issue::externalId);
    for (int lines = draw.below(3); lines >= 0; lines--) {
      issue.line(House.sku(draw), draw.quantity(15));
    }
    return issue.build();
  }

  private ClaimStock claimOf() {
    ClaimStock.Builder claim =
        ClaimStock.in(House.warehouse(draw))
            .requestId(house.request())
            .owner("cart-" + draw.below(6))
            .line(House.sku(draw), draw.quantity(8));
    return (draw.chance(0.4)
            ? claim.firm()
            : claim.holdFor(Duration.ofSeconds(draw.between(1, 900))))
        .build();
  }

  Call claim() {
    if (draw.chance(0.5)) {
      return house.call(
          Kind.CLAIM, keeper(), claimOf(), (s, c) -> s.inventory().claim(c), this::learnClaim);
    }
    String id = House.known(house.claims, draw).id();
    return switch (draw.below(3)) {
      case 0 ->
          house.call(
              Kind.CLAIM,
              keeper(),
              ExtendClaim.of(id)
                  .holdFor(Duration.ofSeconds(draw.between(1, 900)))
                  .requestId(house.request()),
              (s, c) -> s.inventory().extendClaim(c));
      case 1 ->
          house.call(
              Kind.CLAIM,
              keeper(),
              ConfirmClaim.of(id).requestId(house.request()),
              (s, c) -> s.inventory().confirmClaim(c));
      default -> release();
    };
  }

  Call release() {
    return house.call(
        Kind.CLAIM,
        keeper(),
        ReleaseClaim.of(House.known(house.claims, draw).id()).requestId(house.request()),
        (s, c) -> s.inventory().releaseClaim(c));
  }

  private void learnClaim(Object result) {
    ClaimResult claim = (ClaimResult) result;
    house.claims.add(new House.Made(claim.id(), claim.version()));
  }

  /** Several commands in one call, which are decided in one batch. */
  Call several() {
    return switch (draw.below(3)) {
      case 0 ->
          house.several(
              Kind.BULK,
              draw,
              this::receipt,
              (s, all) -> s.inventory().receiveAll(all),
              result -> {});
      case 1 ->
          house.several(
              Kind.BULK, draw, this::issue, (s, all) -> s.inventory().issueAll(all), result -> {});
      default ->
          house.several(
              Kind.BULK,
              draw,
              this::claimOf,
              (s, all) -> s.inventory().claimAll(all),
              this::learnClaim);
    };
  }
}
