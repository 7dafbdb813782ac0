package io.jxc.core.internal.sim;

import io.jxc.api.Actor;
import io.jxc.api.Command;
import io.jxc.api.CommandResult;
import io.jxc.api.JxcSession;
import io.jxc.api.Outcome;
import io.jxc.api.TenantId;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.inventory.ClaimStock;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.sales.PlaceOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What clients know of one tenant. All tenants use the same codes, users and request ids, so that
 * whatever is mixed up between them shows.
 */
final class House {
  static final List<String> WAREHOUSES = List.of("MAIN", "BACK");
  static final List<String> SKUS = List.of("TEA-0", "TEA-1", "TEA-2", "TEA-3", "TEA-4");
  static final String ROOT = "root";
  static final String NOBODY = "nobody";

  final TenantId tenant;
  final List<Made> orders;
  final List<Made> purchases;
  final List<Made> claims;
  private final Map<String, Long> versions = new HashMap<>();
  private final AtomicInteger requests;

  /** Rows that several commands have at least; 0 = a few commands will do. */
  private final int rows;

  /**
   * A thing that clients have made.
   *
   * @param id its id
   * @param version its version when it was made
   */
  record Made(String id, long version) {}

  House(String tenant) {
    this.tenant = TenantId.of(tenant);
    this.orders = new ArrayList<>();
    this.purchases = new ArrayList<>();
    this.claims = new ArrayList<>();
    this.requests = new AtomicInteger();
    this.rows = 0;
  }

  private House(House here, House ids, int rows) {
    this.tenant = here.tenant;
    this.orders = ids.orders;
    this.purchases = ids.purchases;
    this.claims = ids.claims;
    this.requests = here.requests;
    this.rows = rows;
  }

  /** Returns another tenant with the ids of this one, where they mean nothing. */
  House seenFrom(House other) {
    return new House(other, this, 0);
  }

  /** Returns the same tenant, whose several commands just fill a batch that is begun ahead. */
  House full() {
    return new House(this, this, 100);
  }

  private static int rows(Command command) {
    if (command instanceof ReceiveGoods receipt) {
      return 8 + 4 * receipt.lines().size();
    } else if (command instanceof IssueGoods issue) {
      return 8 + 4 * issue.lines().size();
    } else if (command instanceof ClaimStock claim) {
      return 8 + 2 * claim.lines().size();
    } else if (command instanceof PlaceOrder order) {
      return 10 + 3 * order.content().lines().size();
    } else if (command instanceof CreateProduct product) {
      return 10 + product.details().units().stream().mapToInt(unit -> unit.barcodes().size()).sum();
    }
    throw new IllegalStateException("nobody knows the rows of " + command);
  }

  Actor actor(String user) {
    return Actor.of(tenant.value(), user);
  }

  String request() {
    return "r-" + requests.incrementAndGet();
  }

  /** Remembers the version of something that has a code. */
  Consumer<Object> learn(String name) {
    return result -> versions.put(name, ((CommandResult<?>) result).version());
  }

  void learn(String name, long version) {
    versions.put(name, version);
  }

  /** Returns the version a client believes something has; sometimes an old one. */
  long version(String name, Draw draw) {
    long known = versions.getOrDefault(name, 1L);
    return draw.chance(0.15) ? Math.max(1, known - draw.between(1, 20)) : known;
  }

  /** Half of all goods are of one product. */
  static String sku(Draw draw) {
    return draw.chance(0.5) ? SKUS.get(0) : draw.chance(0.02) ? "TEA-404" : draw.one(SKUS);
  }

  static String warehouse(Draw draw) {
    return draw.chance(0.02) ? "NOWHERE" : draw.chance(0.6) ? "MAIN" : "BACK";
  }

  /** An id that is likely still open, or one that leads nowhere. */
  static Made known(List<Made> made, Draw draw) {
    return draw.recent(made).orElse(new Made("unknown", 1));
  }

  <C extends Command> Call call(
      Kind kind, String user, C command, BiFunction<JxcSession, C, ?> send) {
    return call(kind, user, command, send, result -> {});
  }

  <C extends Command> Call call(
      Kind kind,
      String user,
      C command,
      BiFunction<JxcSession, C, ?> send,
      Consumer<Object> learn) {
    return new Call(kind, actor(user), command, session -> send.apply(session, command), learn);
  }

  /** Several commands in one call, each of which can be repeated by itself. */
  <C extends Command> Call several(
      Kind kind,
      Draw draw,
      Supplier<C> next,
      BiFunction<JxcSession, List<C>, List<? extends Outcome<?>>> send,
      Consumer<Object> learn) {
    List<C> commands = new ArrayList<>();
    List<Call> parts = new ArrayList<>();
    int left = draw.between(2, 6);
    // no more than that: what is left out of a batch would be a second one
    for (int sum = 0; rows == 0 ? left > 0 : sum < rows; left--) {
      C command = next.get();
      sum += rows(command);
      commands.add(command);
      parts.add(
          call(kind, ROOT, command, (s, c) -> send.apply(s, List.of(c)).get(0).orThrow(), learn));
    }
    return new Call(
        kind, actor(ROOT), new Several(parts), session -> send.apply(session, commands), r -> {});
  }

  /** An external id now and then, sometimes a used one. */
  static Optional<String> externalId(Draw draw) {
    return draw.chance(0.1) ? Optional.of("x-" + draw.below(40)) : Optional.empty();
  }
}
