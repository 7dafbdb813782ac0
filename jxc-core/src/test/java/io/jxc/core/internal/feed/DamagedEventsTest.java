package io.jxc.core.internal.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.Cursor;
import io.jxc.api.PageRequest;
import io.jxc.api.TenantId;
import io.jxc.api.access.Grant;
import io.jxc.api.access.Permissions;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.StorageException;
import io.jxc.api.event.JxcEvent;
import io.jxc.api.event.UnknownEvent;
import io.jxc.api.feed.FeedPage;
import io.jxc.api.feed.FeedService;
import io.jxc.api.feed.ParkedEvent;
import io.jxc.api.feed.ReplayParked;
import io.jxc.api.feed.Subscription;
import io.jxc.api.feed.SubscriptionView;
import io.jxc.core.internal.testing.DamagedStore;
import io.jxc.core.internal.testing.Shop;
import io.jxc.core.internal.testing.Soon;
import io.jxc.store.memory.MemoryStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An event that cannot be read is passed by nobody unknowingly, and holds up nobody for good. */
class DamagedEventsTest {
  private static final String SECRET = "secret-of-the-shop";
  private static final String NAME = "erp-sync";

  private final MemoryStore sound = MemoryStore.create();
  private final DamagedStore store = new DamagedStore(sound);
  private final Shop shop = Shop.open(store, options -> options);
  private final List<Long> heard = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    shop.close();
    sound.close();
  }

  /** Causes some events and spoils the one before the last. */
  private List<Long> spoilt() {
    for (int i = 0; i < 4; i++) {
      shop.hire("u-" + i, "sales");
    }
    List<Long> all =
        feed().read(Optional.empty(), 100).events().stream().map(JxcEvent::sequence).toList();
    store.body("event", Long.toString(broken(all)), "{\"user\":\"" + SECRET);
    return all;
  }

  private static long broken(List<Long> all) {
    return all.get(all.size() - 2);
  }

  private static long last(List<Long> all) {
    return all.get(all.size() - 1);
  }

  private FeedService feed() {
    return shop.root().feed();
  }

  @Test
  void whoPullsGetsWhatComesBeforeItAndThenIsTold() {
    List<Long> all = spoilt();

    FeedPage page = feed().read(Optional.empty(), 100);

    assertThat(page.events().stream().map(JxcEvent::sequence))
        .containsExactlyElementsOf(all.subList(0, all.size() - 2));
    assertThat(page.more()).isTrue();
    Optional<Cursor> next = Optional.of(page.next());
    StorageException told =
        catchThrowableOfType(StorageException.class, () -> feed().read(next, 100));
    assertThat(told.errorCode()).isEqualTo(ErrorCode.STORAGE_UNREADABLE);
    assertThat(told.arguments()).containsEntry("key", Long.toString(broken(all)));
    assertThat(told.toString()).doesNotContain(SECRET);
    Cursor behind = feed().behind(Long.parseLong(told.arguments().get("key")));
    assertThat(feed().read(Optional.of(behind), 100).events())
        .extracting(JxcEvent::sequence)
        .containsExactly(last(all));

    store.heal();
    assertThat(feed().read(next, 100).events()).hasSize(2);
  }

  @Test
  void whoDoesNotSeeItIsNotHeldUp() {
    var ann = shop.hireWith("ann", Grant.own(Permissions.FEED_READ));
    List<Long> all = spoilt();

    FeedPage page = ann.feed().read(Optional.empty(), 100);

    assertThat(page.events()).isEmpty();
    FeedPage behind = ann.feed().read(Optional.of(page.next()), 100);
    assertThat(behind.events()).isEmpty();
    assertThat(behind.more()).isFalse();
    assertThat(last(all)).isPositive();
  }

  @Test
  void aListenerHearsTheRestAndItsHostHearsOfTheLoss() {
    List<JxcEvent> reported = new CopyOnWriteArrayList<>();
    try (Jxc node =
        Jxc.builder()
            .store(store)
            .clock(shop.clock)
            .listener(event -> heard.add(event.sequence()))
            .onListenerError(
                (event, failure) -> {
                  assertThat(failure).isInstanceOf(StorageException.class);
                  reported.add(event);
                })
            .build()) {
      node.as(Actor.of("acme", "root"));
      long before = sound.head(TenantId.of("acme")).sequence();
      store.body("event", Long.toString(before + 1), "{\"user\":\"" + SECRET);

      shop.hire("ann", "sales");
      shop.hire("ben", "sales");

      Soon.holds("the event behind it is heard", () -> !heard.isEmpty());
      assertThat(heard).allMatch(sequence -> sequence > before + 1);
      assertThat(reported.stream().map(JxcEvent::sequence)).containsExactly(before + 1);
      assertThat(reported.get(0))
          .isInstanceOfSatisfying(
              UnknownEvent.class,
              event -> {
                assertThat(event.type()).isNotEmpty();
                assertThat(event.payload()).isEmpty();
              });
    }
  }

  @Test
  void aSubscriptionParksItAndDeliversItWhenItIsMended() {
    try (SubscriptionWorld world = new SubscriptionWorld(sound -> store)) {
      world.cause(3);
      List<Long> all = world.events();
      store.body("event", Long.toString(broken(all)), "{\"user\":\"" + SECRET);
      SubscriptionWorld.Node node = world.node("a");

      node.drain();

      assertThat(world.heard)
          .containsExactlyElementsOf(all.stream().filter(s -> s != broken(all)).toList());
      SubscriptionView view = world.view();
      assertThat(view.parked()).isEqualTo(1);
      assertThat(view.waiting()).isZero();
      ParkedEvent parked = world.feed().parked(NAME, PageRequest.first(10)).items().get(0);
      assertThat(parked.event().sequence()).isEqualTo(broken(all));
      assertThat(parked.error()).contains("cannot be read").doesNotContain(SECRET);

      world.feed().replay(replay(all));
      node.drain();
      assertThat(world.view().parked()).as("still damaged").isEqualTo(1);

      store.heal();
      world.heard.clear();
      world.feed().replay(replay(all));
      node.drain();
      assertThat(world.heard).containsExactly(broken(all));
      assertThat(world.view().parked()).isZero();
    }
  }

  private static ReplayParked replay(List<Long> all) {
    return ReplayParked.of(NAME, broken(all));
  }

  @Test
  void whatWaitsForASubscriptionIsCountedWithIt() {
    try (SubscriptionWorld world = new SubscriptionWorld(sound -> store)) {
      SubscriptionWorld.Node node =
          world.node("a", event -> heard.add(event.sequence()), Subscription::fromNow);
      node.drain();
      world.cause(3);
      List<Long> all = world.events();
      store.body("event", Long.toString(broken(all)), "");

      assertThat(world.view().waiting()).isEqualTo(3);
    }
  }
}
