package io.jxc.core.internal.feed;

import io.jxc.api.TenantId;
import io.jxc.api.feed.Subscription;
import io.jxc.api.health.FeedLag;
import io.jxc.core.internal.command.Meter;
import io.jxc.core.internal.command.Road;
import io.jxc.spi.store.JxcStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Serves the host's durable subscriptions, each with threads of its own. */
public final class SubscriptionHub implements AutoCloseable {
  private final List<SubscriptionThread> threads;
  private final JxcStore store;
  private final Set<TenantId> known = ConcurrentHashMap.newKeySet();

  /**
   * Starts the threads.
   *
   * @param waits how long they wait; closing waits for the event under way
   */
  public static SubscriptionHub start(
      List<Subscription> subscriptions, Node node, ListenerHub.Waits waits) {
    List<SubscriptionThread> made = new ArrayList<>();
    for (Subscription subscription : subscriptions) {
      made.add(thread(subscription, node, waits));
    }
    made.forEach(SubscriptionThread::start);
    return new SubscriptionHub(made, node.store());
  }

  /**
   * What the subscriptions of a node share.
   *
   * @param store where events are read and leases are taken
   * @param road where places are kept
   * @param outside time, ids and chance
   * @param holder names the node
   * @param meter told of parked events
   */
  public record Node(JxcStore store, Road road, Outside outside, String holder, Meter meter) {}

  private SubscriptionHub(List<SubscriptionThread> threads, JxcStore store) {
    this.threads = List.copyOf(threads);
    this.store = store;
  }

  private static SubscriptionThread thread(
      Subscription subscription, Node node, ListenerHub.Waits waits) {
    Deliverer deliverer =
        new Deliverer(subscription.name(), subscription.listener(), subscription.timeLimit());
    Waiting waiting = new Waiting(waits.clock());
    SubscriptionRunner runner = new SubscriptionRunner(subscription, node, deliverer, waiting);
    SubscriptionThread thread =
        new SubscriptionThread(subscription.name(), runner, deliverer, waiting, waits);
    subscription.tenants().forEach(thread::watch);
    return thread;
  }

  /**
   * Serves a tenant that somebody begins to work with, if it exists: made-up names must not fill
   * the memory.
   */
  public void watchKnown(TenantId tenant) {
    if (!threads.isEmpty() && !known.contains(tenant) && store.head(tenant).sequence() > 0) {
      watch(tenant);
    }
  }

  /** Serves a tenant from now on. */
  public void watch(TenantId tenant) {
    known.add(tenant);
    threads.forEach(thread -> thread.watch(tenant));
  }

  /** Hears that this node committed. */
  public void committed(TenantId tenant) {
    threads.forEach(thread -> thread.committed(tenant));
  }

  /** Tells how far behind each subscription is. */
  public List<FeedLag> lags() {
    return threads.stream().map(SubscriptionThread::lag).toList();
  }

  /** Ends after the events under way, keeps the places and gives the leases back. */
  @Override
  public void close() {
    threads.forEach(SubscriptionThread::stop);
    threads.forEach(SubscriptionThread::awaitEnd);
  }
}
