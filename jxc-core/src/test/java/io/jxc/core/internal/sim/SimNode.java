package io.jxc.core.internal.sim;

import com.google.inject.Guice;
import com.google.inject.Stage;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.TenantId;
import io.jxc.api.tenant.NewTenant;
import io.jxc.core.internal.command.LaneLimits;
import io.jxc.core.internal.command.Meter;
import io.jxc.core.internal.feed.DrivenListener;
import io.jxc.core.internal.feed.DrivenSubscription;
import io.jxc.core.internal.feed.Outside;
import io.jxc.core.internal.feed.SubscriptionHub;
import io.jxc.core.internal.session.DefaultSession;
import io.jxc.core.internal.session.Features;
import io.jxc.core.internal.session.GuardedStore;
import io.jxc.core.internal.session.KernelModule;
import io.jxc.core.internal.session.ReadWatch;
import io.jxc.core.internal.session.SessionParts;
import io.jxc.core.internal.tenant.TenantRules;
import io.jxc.spi.JxcMetrics;
import io.jxc.spi.store.JxcStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One instance of the library as {@code Jxc} puts it together, but without threads: the simulator
 * serves its subscriptions. What it knows is gone when it crashes.
 */
final class SimNode {
  private static final LaneLimits USUAL = LaneLimits.DEFAULT;

  /** As usual, but nobody is too late where the machine is slow: that would not be in the seed. */
  private static final LaneLimits LIMITS =
      new LaneLimits(
          USUAL.queue(), USUAL.batchCommands(), USUAL.batchWeight(), Duration.ofHours(1));

  final int number;
  private final World world;
  private final int life;
  private final SessionParts parts;
  private final DrivenListener listener;
  private final Map<String, DrivenSubscription> subscriptions = new TreeMap<>();

  /** How wrong its clock is. */
  Duration clockOffset = Duration.ZERO;

  /** Virtual time until which it cannot reach the store. */
  long refusedUntil;

  /** Virtual time until which its listener hangs. */
  long hangsUntil;

  /** Whether it has died: whatever still runs on it ends at its next call of the store. */
  boolean dead;

  /** Whether something runs on it: it can then do nothing else. */
  boolean busy;

  SimNode(World world, int number, int life) {
    this.world = world;
    this.number = number;
    this.life = life;
    JxcStore store =
        new GuardedStore(
            new SimStore(world, this), world.time.steady(), new ReadWatch(ReadWatch.LIMIT));
    store.register(Features.schema());
    KernelModule.Kernel kernel =
        new KernelModule.Kernel(
            store,
            world.time.wrongBy(() -> clockOffset),
            world::nextId,
            LIMITS,
            64L << 20,
            List.of(),
            new Meter(JxcMetrics.NONE),
            tenant -> {},
            () -> false);
    parts =
        Guice.createInjector(Stage.PRODUCTION, Features.modules(new KernelModule(kernel)))
            .getInstance(SessionParts.class);
    SubscriptionHub.Node node =
        new SubscriptionHub.Node(
            store,
            parts.road(),
            new Outside(
                world.time.steady(), world.time::nanos, world::nextId, () -> world.draw().share()),
            "node-" + number + "-" + life,
            new Meter(JxcMetrics.NONE));
    listener = new DrivenListener(world.hearings.ear(this), store, world.time.steady());
    for (House house : world.houses) {
      long from = world.store.head(house.tenant).sequence();
      world.hearings.begin(this, house.tenant, from);
      listener.watch(house.tenant, from);
    }
    Deliveries.SUBSCRIPTIONS.forEach(
        subscription ->
            subscriptions.put(
                subscription.name(),
                new DrivenSubscription(
                    subscription, node, world.deliveries.ear(this, subscription.name()))));
  }

  /** Lets its listener hear what waits; true when nothing more does. */
  boolean listen(TenantId tenant) {
    boolean idle = listener.serve(tenant);
    if (idle && world.weather.calm) {
      world.hearings.idle(this, tenant);
    }
    return idle;
  }

  /** The node that takes its place after a crash. */
  SimNode successor() {
    return new SimNode(world, number, life + 1);
  }

  JxcSession as(Actor actor) {
    return new DefaultSession(actor, parts);
  }

  void provision(NewTenant tenant) {
    Actor system = Actor.of(tenant.tenant().value(), TenantRules.SYSTEM);
    parts.road().execute(system, TenantRules.PROVISION, tenant);
  }

  DrivenSubscription subscription(String name) {
    return World.required(subscriptions.get(name));
  }

  @Override
  public String toString() {
    return "n" + number + (life == 0 ? "" : "." + life);
  }
}
