package io.jxc.core.internal.sim;

import io.jxc.api.Money;
import io.jxc.api.PageRequest;
import io.jxc.api.access.BuiltInRoles;
import io.jxc.api.access.GrantRoles;
import io.jxc.api.approval.ApprovableTypes;
import io.jxc.api.approval.DefineApprovalFlow;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.error.UnavailableException;
import io.jxc.api.feed.ParkedEvent;
import io.jxc.api.feed.ReplayParked;
import io.jxc.api.feed.Subscription;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.partner.CreatePartner;
import io.jxc.api.tenant.NewTenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Runs one seed: opens a world, lets it go on under faults, clears up and checks everything. */
final class Simulation {
  private static final int CHECKED_EVERY = 50;
  private static final int ROUNDS = 400;

  private final World world;
  private final Checks checks;
  private long asides = 1_000_000_000L;

  private Simulation(long seed, boolean tracing) {
    world = new World(seed, tracing);
    checks = new Checks(world);
  }

  /**
   * What came of a seed.
   *
   * @param seed the seed
   * @param violation what did not hold
   * @param hash gives the hash of everything it has come to
   * @param coverage what was hit
   * @param trace what happened
   */
  record Result(
      long seed,
      Optional<Throwable> violation,
      Supplier<String> hash,
      Coverage coverage,
      List<String> trace) {}

  /**
   * Runs a seed.
   *
   * @param steps how many steps clients make
   * @param left steps that are left out
   */
  static Result run(long seed, int steps, Set<Integer> left, boolean tracing) {
    Simulation simulation = new Simulation(seed, tracing);
    Optional<Throwable> violation = Optional.empty();
    try {
      simulation.run(steps, left);
    } catch (Violation | AssertionError e) {
      violation = Optional.of(e);
    } catch (RuntimeException e) {
      violation = Optional.of(new Violation("the simulation broke", e));
    }
    World world = simulation.world;
    Supplier<String> hash = () -> StateHash.of(world);
    return new Result(seed, violation, hash, world.coverage, world.trace);
  }

  private void run(int steps, Set<Integer> left) {
    world.houses.forEach(house -> aside(() -> open(house)));
    world.weather.calm = false;
    for (int step = 1; step <= steps; step++) {
      if (!left.contains(step)) {
        world.step(step);
        world.requireSound();
      }
      if (step % CHECKED_EVERY == 0) {
        boolean calm = world.weather.calm;
        world.weather.calm = true;
        House one = world.houses.get(step / CHECKED_EVERY % world.houses.size());
        aside(() -> checks.often(one));
        world.weather.calm = calm;
      }
    }
    clearUp();
    world.houses.forEach(house -> aside(() -> checks.atTheEnd(house)));
  }

  private void aside(Runnable work) {
    world.aside(asides++, work);
  }

  private void open(House house) {
    SimNode node = world.anyNode();
    node.provision(
        NewTenant.of(house.tenant.value()).currency("CNY").zone("Asia/Shanghai").admin(House.ROOT));
    house.learn("settings", node.as(house.actor(House.ROOT)).tenant().settings().version());
    for (String code : House.WAREHOUSES) {
      setUp(house, CreateWarehouse.of(code).requestId(house.request()).build());
    }
    ReceiveGoods.Builder stock = ReceiveGoods.into("MAIN").requestId(house.request());
    for (String sku : House.SKUS) {
      CreateProduct product =
          CreateProduct.goods(sku)
              .requestId(house.request())
              .listPrice("9.90")
              .unit("BOX", 12)
              .build();
      send(house.call(Kind.CATALOG, House.ROOT, product, (s, c) -> s.catalog().create(c)));
      stock.line(sku, sku.equals(House.SKUS.get(0)) ? "150" : "400", "6.66");
    }
    send(house.call(Kind.STOCK, House.ROOT, stock.build(), (s, c) -> s.inventory().receive(c)));
    for (CreatePartner partner :
        List.of(
            CreatePartner.customer("C-1").requestId(house.request()).build(),
            CreatePartner.supplier("S-1").requestId(house.request()).build())) {
      send(house.call(Kind.PARTNER, House.ROOT, partner, (s, c) -> s.partners().create(c)));
    }
    Map.of(
            "fay", BuiltInRoles.FINANCE,
            "keeper", BuiltInRoles.WAREHOUSE,
            "seller", BuiltInRoles.SALES,
            "buyer", BuiltInRoles.PURCHASING)
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            user ->
                send(
                    house.call(
                        Kind.ACCESS,
                        House.ROOT,
                        new GrantRoles(house.request(), user.getKey(), List.of(user.getValue())),
                        (s, c) -> s.access().grant(c))));
    if (!house.tenant.value().equals("acme")) {
      DefineApprovalFlow flow =
          DefineApprovalFlow.of(ApprovableTypes.SALES_ORDER)
              .requestId(house.request())
              .step(BuiltInRoles.FINANCE, Money.of("100", "CNY"))
              .build();
      send(house.call(Kind.APPROVAL, House.ROOT, flow, (s, c) -> s.approvals().defineFlow(c)));
    }
  }

  private void setUp(House house, CreateWarehouse command) {
    send(
        house.call(
            Kind.WAREHOUSE, House.ROOT, command, (s, c) -> s.inventory().createWarehouse(c)));
  }

  private void send(Call call) {
    world.send(world.anyNode(), call);
  }

  /** Faults stop: everything unknown is asked about, everything parked is replayed and heard. */
  private void clearUp() {
    world.weather.clearUp();
    world.nodes().forEach(node -> node.clockOffset = Duration.ZERO);
    world.houses.forEach(house -> aside(() -> listen(house)));
    aside(world::restart);
    for (Call call : world.answers.unknown()) {
      aside(() -> send(call));
    }
    Violation.unless(
        world.answers.unknown().isEmpty(), "nobody can tell: %s", world.answers.unknown());
    world.houses.forEach(house -> aside(() -> drain(house)));
    world.houses.forEach(house -> aside(() -> replayParked(house)));
    world.houses.forEach(house -> aside(() -> drain(house)));
    world.houses.forEach(house -> aside(() -> listen(house)));
  }

  private void listen(House house) {
    for (SimNode node : world.nodes()) {
      boolean idle;
      do {
        idle = patiently(node, house);
      } while (!idle);
    }
  }

  /** A node that could not read keeps everybody from the store for some seconds more. */
  private boolean patiently(SimNode node, House house) {
    for (int tries = 1; ; tries++) {
      try {
        return node.listen(house.tenant);
      } catch (UnavailableException closed) {
        Violation.unless(tries < 3, "%s lets nobody read any more: %s", node, closed);
        world.time.pass(Duration.ofSeconds(20));
      }
    }
  }

  private void drain(House house) {
    for (Subscription subscription : Deliveries.SUBSCRIPTIONS) {
      int rounds = 0;
      boolean idle;
      do {
        idle = true;
        for (SimNode node : world.nodes()) {
          idle &= node.subscription(subscription.name()).serve(house.tenant);
        }
        world.time.pass(Duration.ofSeconds(20));
        Violation.unless(
            ++rounds < ROUNDS, "%s of %s never ends", subscription.name(), house.tenant);
      } while (!idle);
    }
  }

  private void replayParked(House house) {
    for (Subscription subscription : Deliveries.SUBSCRIPTIONS) {
      List<ParkedEvent> parked =
          world
              .anyNode()
              .as(house.actor(House.ROOT))
              .feed()
              .parked(subscription.name(), PageRequest.first(500))
              .items();
      for (ParkedEvent event : parked) {
        send(
            house.call(
                Kind.FEED,
                House.ROOT,
                ReplayParked.of(subscription.name(), event.event().sequence())
                    .requestId(house.request()),
                (s, c) -> s.feed().replay(c)));
      }
    }
  }
}
