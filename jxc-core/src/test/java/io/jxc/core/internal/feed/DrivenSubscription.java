package io.jxc.core.internal.feed;

import io.jxc.api.TenantId;
import io.jxc.api.event.JxcEvent;
import io.jxc.api.feed.Subscription;
import java.time.Duration;
import java.util.Optional;

/** A node's part of a durable subscription without threads: a simulator makes every step. */
public final class DrivenSubscription {
  private final SubscriptionRunner runner;

  /** The host's listener, as the simulator plays it. */
  public interface Ear {
    /**
     * Hears an event and returns what went wrong.
     *
     * @param meanwhile what the node does while its listener works
     */
    Optional<Throwable> hear(JxcEvent event, Runnable meanwhile);

    /** Tells whether it is still inside an event that was given up. */
    boolean hangs();
  }

  /** Serves a subscription on a node. */
  public DrivenSubscription(Subscription subscription, SubscriptionHub.Node node, Ear ear) {
    Delivery delivery =
        new Delivery() {
          @Override
          public Optional<Throwable> deliver(JxcEvent event, Duration every, Runnable meanwhile) {
            return ear.hear(event, meanwhile);
          }

          @Override
          public boolean stuck() {
            return ear.hangs();
          }
        };
    runner =
        new SubscriptionRunner(subscription, node, delivery, new Waiting(node.outside().clock()));
  }

  /** Makes a step for a tenant; true when it has nothing more to do there. */
  public boolean serve(TenantId tenant) {
    try {
      return runner.serve(tenant) == SubscriptionRunner.Served.IDLE;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
