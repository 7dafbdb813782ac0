package io.jxc.core.internal.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.access.GrantRoles;
import io.jxc.api.access.UserResult;
import io.jxc.api.event.AccessEvent;
import io.jxc.api.event.JxcEvent;
import io.jxc.api.event.TenantEvent;
import io.jxc.core.internal.testing.Shop;
import io.jxc.store.memory.MemoryStore;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ListenersTest {
  private final BlockingQueue<JxcEvent> heard = new LinkedBlockingQueue<>();

  @Test
  void aListenerHearsEverythingFromTheProvisioningOn() throws InterruptedException {
    try (Shop shop = Shop.open(MemoryStore.create(), options -> options.listener(heard::add))) {
      shop.hire("ann", "sales");

      assertThat(next(TenantEvent.TenantProvisioned.class).currency()).isEqualTo("CNY");
      assertThat(next(AccessEvent.RolesChanged.class).user()).isEqualTo("ann");
    }
  }

  @Test
  void neitherAThrowingNorAHangingListenerHarmsACommandOrAnotherListener()
      throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    try (Shop shop =
        Shop.open(
            MemoryStore.create(),
            options ->
                options
                    .listener(
                        event -> {
                          throw new IllegalStateException("broken on purpose");
                        })
                    .listener(
                        event -> {
                          try {
                            release.await();
                          } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                          }
                        })
                    .listener(heard::add))) {
      UserResult result = shop.root().access().grant(GrantRoles.to("ann", "sales"));

      assertThat(result.roles()).containsExactly("sales");
      assertThat(next(TenantEvent.TenantProvisioned.class).currency()).isEqualTo("CNY");
      assertThat(next(AccessEvent.RolesChanged.class).user()).isEqualTo("ann");
      release.countDown();
    }
  }

  @Test
  void theHostHearsWhatItsListenersThrow() throws InterruptedException {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    try (Shop shop =
        Shop.open(
            MemoryStore.create(),
            options ->
                options
                    .listener(
                        event -> {
                          throw new AssertionError("broken on purpose");
                        })
                    .listener(heard::add)
                    .onListenerError(
                        (event, failure) -> {
                          told.add(event.sequence() + " " + failure.getMessage());
                          throw new IllegalStateException("the report fails, too");
                        }))) {
      shop.hire("ann", "sales");

      assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("1 broken on purpose");
      assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("2 broken on purpose");
      assertThat(next(AccessEvent.RolesChanged.class).user()).isEqualTo("ann");
    }
  }

  @Test
  void aListenerMayCallTheLibraryAgain() throws InterruptedException {
    CopyOnWriteArrayList<Shop> shops = new CopyOnWriteArrayList<>();
    CountDownLatch ready = new CountDownLatch(1);
    try (Shop shop =
        Shop.open(
            MemoryStore.create(),
            options ->
                options.listener(
                    event -> {
                      awaitReady(ready);
                      heard.add(event);
                      if (event instanceof AccessEvent.RolesChanged changed
                          && changed.user().equals("ann")) {
                        shops.get(0).hire("ben", "sales");
                      }
                    }))) {
      shops.add(shop);
      ready.countDown();
      shop.hire("ann", "sales");

      assertThat(next(TenantEvent.TenantProvisioned.class).currency()).isEqualTo("CNY");
      assertThat(next(AccessEvent.RolesChanged.class).user()).isEqualTo("ann");
      assertThat(next(AccessEvent.RolesChanged.class).user()).isEqualTo("ben");
    }
  }

  @Test
  void whatWasCommittedIsStillHeardWhenTheLibraryCloses() {
    List<String> users = new CopyOnWriteArrayList<>();
    try (Shop shop =
        Shop.open(
            MemoryStore.create(),
            options ->
                options.listener(
                    event -> {
                      if (event instanceof AccessEvent.RolesChanged changed) {
                        users.add(changed.user());
                      }
                    }))) {
      for (int i = 0; i < 50; i++) {
        shop.hire("u" + i, "sales");
      }
    }

    assertThat(users).hasSize(50);
  }

  @Test
  void commitsOfAnotherInstanceOverTheSameStoreAreHeard() throws InterruptedException {
    MemoryStore store = MemoryStore.create();
    try (Shop shop = Shop.open(store, options -> options);
        Jxc second = Jxc.builder().store(store).listener(heard::add).build()) {
      second.as(Actor.of("acme", "root")).tenant().settings();

      shop.hire("ann", "sales");

      assertThat(next(AccessEvent.RolesChanged.class).user()).isEqualTo("ann");
    }
  }

  /** Waits for the next event of a kind. */
  private <E extends JxcEvent> E next(Class<E> kind) throws InterruptedException {
    JxcEvent event;
    do {
      event = heard.poll(20, TimeUnit.SECONDS);
      assertThat(event).as("a %s", kind.getSimpleName()).isNotNull();
    } while (!kind.isInstance(event));
    return kind.cast(event);
  }

  private static void awaitReady(CountDownLatch ready) {
    try {
      assertThat(ready.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
