package io.jxc.core.internal.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.Actor;
import io.jxc.api.Command;
import io.jxc.api.CommandResult;
import io.jxc.api.Outcome;
import io.jxc.api.PageRequest;
import io.jxc.api.TenantId;
import io.jxc.api.error.StorageException;
import io.jxc.api.event.JxcEvent;
import io.jxc.api.feed.FeedService;
import io.jxc.api.feed.Subscription;
import io.jxc.api.feed.SubscriptionView;
import io.jxc.core.internal.command.Admission;
import io.jxc.core.internal.command.CommandType;
import io.jxc.core.internal.command.DirectRoad;
import io.jxc.core.internal.command.Meter;
import io.jxc.core.internal.command.Refusals;
import io.jxc.core.internal.command.Road;
import io.jxc.core.internal.feed.SubscriptionRunner.Served;
import io.jxc.core.internal.testing.ForwardingStore;
import io.jxc.core.internal.testing.MovingClock;
import io.jxc.core.internal.testing.Shop;
import io.jxc.spi.JxcListener;
import io.jxc.spi.JxcMetrics;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.Lease;
import io.jxc.store.memory.MemoryStore;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;

/** Nodes that serve a subscription step by step, on a clock and a lease clock that tests move. */
final class SubscriptionWorld implements AutoCloseable {
  static final TenantId ACME = TenantId.of("acme");
  static final String NAME = "erp-sync";

  final MovingClock leaseClock = new MovingClock(Shop.OPENING);
  final Semaphore leasesGiven = new Semaphore(0);
  final JxcStore store;
  final Shop shop;
  final List<Long> heard = new ArrayList<>();
  private final List<Deliverer> deliverers = new ArrayList<>();

  SubscriptionWorld() {
    this(store -> store);
  }

  /** Shows the nodes a store through what may spoil it. */
  SubscriptionWorld(UnaryOperator<JxcStore> over) {
    MemoryStore memory = MemoryStore.builder().clock(leaseClock).build();
    store =
        new ForwardingStore(over.apply(memory)) {
          @Override
          public Optional<Lease> lease(String name, String holder, Duration timeToLive) {
            Optional<Lease> lease = super.lease(name, holder, timeToLive);
            lease.ifPresent(given -> leasesGiven.release());
            return lease;
          }
        };
    shop = Shop.open(store, options -> options);
  }

  /** A node, which may lose its connection for writing. */
  final class Node implements Road {
    final SubscriptionRunner runner;
    final Deliverer deliverer;
    boolean cutOff;
    private final Road road =
        new DirectRoad(
            store,
            new Admission(List.of(), () -> false),
            shop.clock,
            UUID::randomUUID,
            new Refusals());

    private Node(String name, Subscription subscription) {
      deliverer =
          new Deliverer(subscription.name(), subscription.listener(), subscription.timeLimit());
      deliverers.add(deliverer);
      Outside outside = new Outside(shop.clock, System::nanoTime, UUID::randomUUID, () -> 0.5);
      runner =
          new SubscriptionRunner(
              subscription,
              new SubscriptionHub.Node(store, this, outside, name, new Meter(JxcMetrics.NONE)),
              deliverer,
              new Waiting(shop.clock));
    }

    Served serve() {
      try {
        return runner.serve(ACME);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    /** Serves until nothing waits. */
    void drain() {
      Served served;
      do {
        served = serve();
        assertThat(served).isNotEqualTo(Served.LATER);
      } while (served == Served.MORE);
    }

    @Override
    public <C extends Command, R extends CommandResult<R>> R execute(
        Actor actor, CommandType<C, R> type, C command) {
      if (cutOff) {
        throw StorageException.passing("cut off", new IOException());
      }
      return road.execute(actor, type, command);
    }

    @Override
    public <C extends Command, R extends CommandResult<R>> List<Outcome<R>> executeAll(
        Actor actor, CommandType<C, R> type, List<C> commands) {
      return road.executeAll(actor, type, commands);
    }
  }

  Node node(String name) {
    return node(name, event -> heard.add(event.sequence()), options -> options);
  }

  Node node(String name, JxcListener listener, UnaryOperator<Subscription> options) {
    return new Node(name, options.apply(Subscription.named(NAME).listener(listener)));
  }

  /** Causes so many events. */
  void cause(int events) {
    for (int i = 0; i < events; i++) {
      shop.hire("u-" + UUID.randomUUID().toString().substring(0, 8), "sales");
    }
  }

  FeedService feed() {
    return shop.root().feed();
  }

  List<Long> events() {
    return feed().read(Optional.empty(), 1_000).events().stream().map(JxcEvent::sequence).toList();
  }

  SubscriptionView view() {
    List<SubscriptionView> all = feed().subscriptions(PageRequest.first(10)).items();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  @Override
  public void close() {
    deliverers.forEach(Deliverer::close);
    shop.close();
  }
}
