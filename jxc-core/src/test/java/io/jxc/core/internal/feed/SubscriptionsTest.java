package io.jxc.core.internal.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.access.GrantRoles;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.event.AccessEvent;
import io.jxc.api.event.JxcEvent;
import io.jxc.api.feed.Subscription;
import io.jxc.core.internal.testing.ForwardingStore;
import io.jxc.core.internal.testing.Shop;
import io.jxc.spi.JxcListener;
import io.jxc.spi.store.JxcStore;
import io.jxc.store.jdbc.JdbcStore;
import io.jxc.store.memory.MemoryStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Durable subscriptions of whole instances, with their threads. */
class SubscriptionsTest {
  private static final Duration SOON = Duration.ofMillis(1);

  private final BlockingQueue<JxcEvent> heard = new LinkedBlockingQueue<>();

  @Test
  void whatHappensWhileNobodyListensIsDeliveredAfterTheRestart(@TempDir Path folder)
      throws InterruptedException {
    Subscription erp = Subscription.named("erp-sync").listener(heard::add).tenants("acme");
    try (Shop shop = Shop.open(h2(folder), options -> options.subscription(erp))) {
      shop.hire("ann", "sales");
      assertThat(nextUser()).isEqualTo("ann");
    }
    try (Jxc deaf = Jxc.builder().store(h2(folder)).build()) {
      root(deaf).access().grant(GrantRoles.to("ben", "sales"));
    }
    List<JxcEvent> before = new ArrayList<>();
    heard.drainTo(before);

    try (Jxc again = Jxc.builder().store(h2(folder)).subscription(erp).build()) {
      assertThat(nextUser()).isEqualTo("ben");
      assertThat(heard).isEmpty();
      assertThat(again.health().up()).isTrue();
    }
  }

  @Test
  void neitherAFailingNorAHangingListenerHarmsACommandOrAnotherSubscription()
      throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    Subscription failing =
        Subscription.named("failing")
            .listener(
                event -> {
                  throw new StackOverflowError();
                })
            .retries(2, SOON, SOON);
    Subscription hanging =
        Subscription.named("hanging")
            .listener(event -> untilReleased(release))
            .timeLimit(Duration.ofMillis(10));
    Subscription good = Subscription.named("good").listener(heard::add);
    try (Shop shop =
        Shop.open(
            MemoryStore.create(),
            options -> options.subscription(failing).subscription(hanging).subscription(good))) {
      for (int i = 0; i < 20; i++) {
        assertThat(shop.root().access().grant(GrantRoles.to("u" + i, "sales")).roles())
            .containsExactly("sales");
      }
      for (int i = 0; i < 20; i++) {
        assertThat(nextUser()).isEqualTo("u" + i);
      }
      release.countDown();
    }
  }

  @Test
  void aClockThatIsPutBackDoesNotMakeAPauseLonger() throws InterruptedException {
    AtomicReference<Shop> open = new AtomicReference<>();
    CountDownLatch ready = new CountDownLatch(1);
    AtomicInteger failures = new AtomicInteger();
    JxcListener failingOnce =
        event -> {
          await(ready);
          if (failures.getAndIncrement() == 0) {
            open.get().clock.advance(Duration.ofDays(-1));
            throw new IllegalStateException("once");
          }
          heard.add(event);
        };
    Subscription erp = Subscription.named("erp").listener(failingOnce).retries(5, SOON, SOON);
    try (Shop shop = Shop.open(MemoryStore.create(), options -> options.subscription(erp))) {
      open.set(shop);
      shop.hire("ann", "sales");
      ready.countDown();

      assertThat(nextUser()).isEqualTo("ann");
    }
  }

  @Test
  void aListenerMayCallTheLibraryAgainAndCloseIt() throws InterruptedException {
    AtomicReference<Jxc> instance = new AtomicReference<>();
    CountDownLatch ready = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    JxcListener busy =
        event -> {
          await(ready);
          if (event instanceof AccessEvent.RolesChanged changed) {
            if (changed.user().equals("ann")) {
              root(instance.get()).access().grant(GrantRoles.to("ben", "sales"));
            } else {
              instance.get().close();
              closed.countDown();
            }
          }
        };
    Shop shop =
        Shop.open(
            MemoryStore.create(),
            options -> options.subscription(Subscription.named("busy").listener(busy)));
    instance.set(shop.jxc);
    shop.hire("ann", "sales");

    ready.countDown();

    assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void twoSubscriptionsOfOneNameAreRefused() {
    Subscription one = Subscription.named("erp").listener(heard::add);

    assertThatThrownBy(() -> Jxc.builder().subscription(one).subscription(one))
        .isInstanceOf(DuplicateKeyException.class)
        .hasMessageContaining("erp");
  }

  @Test
  void aClosingInstanceKeepsItsPlaceAndHandsOver() throws InterruptedException {
    MemoryStore store = MemoryStore.create();
    Subscription erp = Subscription.named("erp").listener(heard::add).tenants("acme");
    JxcStore shared = ForwardingStore.outlasting(store);
    try (Shop shop = Shop.open(shared, options -> options.subscription(erp))) {
      shop.hire("ann", "sales");
      assertThat(nextUser()).isEqualTo("ann");
    }
    try (Jxc second = Jxc.builder().store(store).subscription(erp).build()) {
      root(second).access().grant(GrantRoles.to("ben", "sales"));

      // the lease lasts 15 seconds: hearing of it sooner shows that it was given back
      assertThat(nextUser()).isEqualTo("ben");
    }
  }

  /** Id order is not commit order: a reader that trusts ids skips what commits late, for ever. */
  @Test
  void noEventOfManyWritersOnTwoNodesIsLostOrOutOfOrder(@TempDir Path folder)
      throws InterruptedException {
    int writers = 8;
    int each = 12;
    JxcStore store = h2(folder);
    Subscription erp = Subscription.named("erp").listener(heard::add);
    try (Shop shop = Shop.open(store, options -> options.subscription(erp));
        Jxc second = Jxc.builder().store(ForwardingStore.outlasting(store)).build()) {
      List<Thread> threads = new ArrayList<>();
      for (int w = 0; w < writers; w++) {
        JxcSession session = w % 2 == 0 ? shop.root() : root(second);
        String prefix = "w" + w + "-";
        Thread thread =
            new Thread(
                () -> {
                  for (int i = 0; i < each; i++) {
                    session.access().grant(GrantRoles.to(prefix + i, "sales"));
                  }
                });
        threads.add(thread);
        thread.start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
      List<Long> all =
          shop.root().feed().read(Optional.empty(), 1_000).events().stream()
              .map(JxcEvent::sequence)
              .toList();
      assertThat(all).hasSizeGreaterThan(writers * each);

      List<Long> delivered = new ArrayList<>();
      while (delivered.size() < all.size()) {
        JxcEvent event = heard.poll(30, TimeUnit.SECONDS);
        assertThat(event).as("after %d events", delivered.size()).isNotNull();
        delivered.add(event.sequence());
      }
      assertThat(delivered).isEqualTo(all);
    }
  }

  @Test
  void aSubscriptionServesEachTenantOnItsOwn() throws InterruptedException {
    Subscription erp =
        Subscription.named("erp")
            .listener(
                event -> {
                  if (event.tenant().value().equals("acme")) {
                    throw new IllegalStateException("acme's target is down");
                  }
                  heard.add(event);
                })
            .retries(1_000, Duration.ofHours(1), Duration.ofHours(1));
    try (Shop shop = Shop.open(MemoryStore.create(), options -> options.subscription(erp))) {
      shop.provision("other");
      JxcSession other = shop.jxc.as(Actor.of("other", "root"));
      other.access().grant(GrantRoles.to("ann", "sales"));

      assertThat(nextUser()).isEqualTo("ann");
    }
  }

  private static JxcStore h2(Path folder) {
    return JdbcStore.h2(folder).build();
  }

  private static JxcSession root(Jxc jxc) {
    return jxc.as(Actor.of("acme", "root"));
  }

  /** Waits for the next user whose roles were changed. */
  private String nextUser() throws InterruptedException {
    while (true) {
      JxcEvent event = heard.poll(20, TimeUnit.SECONDS);
      assertThat(event).as("a delivery").isNotNull();
      if (event instanceof AccessEvent.RolesChanged changed) {
        return changed.user();
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void untilReleased(CountDownLatch release) {
    boolean released = false;
    while (!released) {
      try {
        released = release.await(20, TimeUnit.SECONDS);
      } catch (InterruptedException ignored) {
        // it hangs, whatever is done to it
      }
    }
  }
}
