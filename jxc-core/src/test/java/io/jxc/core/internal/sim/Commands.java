package io.jxc.core.internal.sim;

import io.jxc.api.inventory.IssueGoods;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Draws what a client does next: commands of all kinds, and misuse of every sort. */
final class Commands {
  private final List<House> houses;
  private final Answers answers;
  private final List<Call> bulks = new ArrayList<>();

  Commands(List<House> houses, Answers answers) {
    this.houses = houses;
    this.answers = answers;
  }

  Call next(House house, Draw draw) {
    double share = draw.share();
    if (share < 0.10 && !answers.sent().isEmpty()) {
      return again(draw);
    } else if (share < 0.13 && !answers.sent().isEmpty()) {
      return other(draw);
    } else if (share < 0.18) {
      Call call = sound(house, draw);
      return new Call(
          Kind.UNAUTHORISED,
          house.actor(House.NOBODY),
          call.command(),
          call.send(),
          result -> {
            throw new Violation(call + " was done by somebody who may nothing");
          });
    } else if (share < 0.23) {
      return foreign(house, draw);
    }
    return sound(house, draw);
  }

  private Call sound(House house, Draw draw) {
    Goods goods = new Goods(house, draw);
    Registers registers = new Registers(house, draw);
    Trade trade = new Trade(house, draw);
    return switch (draw.below(30)) {
      case 0, 1 -> registers.product();
      case 2 -> registers.partner();
      case 3 -> registers.warehouse();
      case 4 -> registers.access();
      case 5 -> registers.settings();
      case 6 -> registers.feed();
      case 7, 8, 9, 10, 11, 12 -> goods.stock();
      case 13, 14, 15 -> goods.claim();
      case 16, 17, 18 -> new Buying(house, draw).purchase();
      case 19, 20, 21, 22 -> trade.order();
      case 23, 24, 25 -> trade.ship();
      case 26 -> trade.giveBack();
      default -> trade.approval();
    };
  }

  /** Returns a command that goes through a lane once. */
  Call single(House house, Draw draw) {
    Call call = next(house, draw);
    while (call.takesTwo()) {
      call = next(house, draw);
    }
    return call;
  }

  /** Returns a sound command, of one of these kinds if that is drawn soon. */
  Call of(Set<Kind> kinds, House house, Draw draw) {
    Call call = sound(house, draw);
    for (int tries = 10; tries > 0 && !kinds.contains(call.kind()); tries--) {
      call = sound(house, draw);
    }
    return call;
  }

  /** Several commands in one call, now and then a call that was sent before. */
  Call several(House house, Draw draw) {
    if (!bulks.isEmpty() && draw.chance(0.25)) {
      return draw.one(bulks).as(Kind.BULK_REPLAY);
    }
    return fresh(house, draw);
  }

  private Call fresh(House house, Draw draw) {
    Call call =
        switch (draw.below(4)) {
          case 0 -> new Trade(house, draw).several();
          case 1 -> new Registers(house, draw).several();
          default -> new Goods(house, draw).several();
        };
    bulks.add(call);
    return call;
  }

  /** What is sent while a batch of the same tenant is with the store: mostly enough for one. */
  Call besides(House house, Draw draw) {
    double share = draw.share();
    if (share < 0.1) {
      return single(house, draw);
    } else if (share < 0.3) {
      return of(EnumSet.of(Kind.SALES, Kind.SHIP, Kind.PURCHASE, Kind.RETURN), house, draw);
    }
    List<Call> theirs =
        bulks.stream().filter(call -> call.actor().tenant().equals(house.tenant)).toList();
    return share < 0.45 && !theirs.isEmpty()
        ? draw.recent(theirs).orElseThrow().as(Kind.BULK_REPLAY)
        : fresh(house.full(), draw);
  }

  private Call again(Draw draw) {
    List<Call> sent = answers.sent();
    return (draw.chance(0.5) ? draw.one(sent) : draw.recent(sent).orElseThrow()).as(Kind.REPLAY);
  }

  private Call other(Draw draw) {
    Call used = draw.one(answers.sent());
    IssueGoods command =
        IssueGoods.from("MAIN")
            .requestId(used.command().requestId())
            .reason("something else " + draw.below(3))
            .line(House.sku(draw), "1")
            .build();
    return new Call(
        Kind.REUSED_ID,
        used.actor(),
        command,
        session -> session.inventory().issue(command),
        result -> {});
  }

  /** A command on things of another tenant, whose ids mean nothing here. */
  private Call foreign(House house, Draw draw) {
    House other = draw.one(houses.stream().filter(one -> one != house).toList());
    House here = other.seenFrom(house);
    Call call =
        switch (draw.below(4)) {
          case 0 -> new Goods(here, draw).release();
          case 1 -> new Buying(here, draw).receive();
          case 2 -> new Trade(here, draw).decision();
          default -> new Trade(here, draw).ship();
        };
    return new Call(
        Kind.FOREIGN,
        call.actor(),
        call.command(),
        call.send(),
        result -> {
          throw new Violation(call + " was done on another tenant's id");
        });
  }
}
