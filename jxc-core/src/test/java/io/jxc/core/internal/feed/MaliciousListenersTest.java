package io.jxc.core.internal.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.PageRequest;
import io.jxc.api.access.GrantRoles;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.UnavailableException;
import io.jxc.api.event.AccessEvent;
import io.jxc.api.event.JxcEvent;
import io.jxc.api.feed.FeedService;
import io.jxc.api.feed.ParkedEvent;
import io.jxc.api.feed.Subscription;
import io.jxc.core.internal.command.Meter;
import io.jxc.core.internal.testing.Shop;
import io.jxc.core.internal.testing.Soon;
import io.jxc.spi.JxcListener;
import io.jxc.spi.JxcMetrics;
import io.jxc.spi.store.JxcStore;
import io.jxc.store.jdbc.JdbcStore;
import io.jxc.store.memory.MemoryStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Listeners that do the worst they can: commands and the other listeners go on. */
class MaliciousListenersTest {
  private static final int USERS = Integer.getInteger("jxc.test.malicious.users", 6);
  private static final int ATTEMPTS = 2;
  private static final Duration SOON = Duration.ofMillis(1);
  private static final Duration AMPLE = Duration.ofSeconds(30);

  private final BlockingQueue<JxcEvent> heard = new LinkedBlockingQueue<>();
  private final CountDownLatch othersHeard = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicReference<Jxc> instance = new AtomicReference<>();
  private final JxcListener good =
      event -> {
        heard.add(event);
        if (isOfUser(event, Mischief.FIRST_USER)) {
          othersHeard.countDown();
        }
      };

  @AfterEach
  void letEverybodyGo() {
    end.countDown();
    othersHeard.countDown();
  }

  @ParameterizedTest
  @EnumSource
  void aDurableSubscriptionHarmsNobodyAndItsEventsAreTriedAgainAndParked(Mischief mischief)
      throws InterruptedException {
    Mischief.World world = world();
    Subscription bad =
        Subscription.named("bad")
            .listener(mischief.in(world))
            .timeLimit(timeLimit(mischief))
            .retries(ATTEMPTS, SOON, SOON);
    Subscription other = Subscription.named("good").listener(good);
    try (Shop shop = open(MemoryStore.create(), o -> o.subscription(bad).subscription(other))) {
      commandsGoOn();
      theGoodOneHearsAll();
      if (mischief == Mischief.IS_DEAF_TO_INTERRUPTS) {
        assertThat(world.ignored().await(AMPLE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        end.countDown();
      }
      Soon.holds("the bad one is through", () -> world.calls().get() > 0 && through("bad"));
      theGoodOneHearsAll();

      List<ParkedEvent> parked = parked("bad");
      assertThat(parked).hasSize(mischief.parkedFor().isPresent() ? USERS : 0);
      for (ParkedEvent event : parked) {
        assertThat(event.error()).contains(mischief.parkedFor().orElseThrow());
        assertThat(event.attempts()).isEqualTo(ATTEMPTS);
      }
      assertThat(parked("good")).isEmpty();
      assertThat(root().audit().verify().ok()).isTrue();
      closesInTime(shop);
    }
  }

  /** All at once. Those that throw are called for every event: their threads go on. */
  @Test
  void plainListenersHarmNobodyAndHearOfTheNextEvent() throws InterruptedException {
    Map<Mischief, Mischief.World> worlds = new EnumMap<>(Mischief.class);
    UnaryOperator<Jxc.Builder> all =
        options -> {
          for (Mischief mischief : Mischief.values()) {
            Mischief.World world = world();
            worlds.put(mischief, world);
            options.listener(mischief.in(world));
          }
          return options.listener(good);
        };
    try (Shop shop = open(MemoryStore.create(), all)) {
      commandsGoOn();
      theGoodOneHearsAll();
      worlds.forEach(
          (mischief, world) -> {
            boolean hangs =
                mischief == Mischief.HANGS || mischief == Mischief.IS_DEAF_TO_INTERRUPTS;
            int calls = hangs ? 1 : USERS;
            Soon.holds(mischief + " was called", () -> world.calls().get() == calls);
          });
      theGoodOneHearsAll();
      assertThat(root().audit().verify().ok()).isTrue();
      closesInTime(shop);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aListenerThatClosesTheLibraryEndsItForAllInOrder(boolean durable)
      throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    JxcListener closing =
        event -> {
          if (isOfUser(event, Mischief.FIRST_USER)) {
            Mischief.await(othersHeard);
            instance.get().close();
            closed.countDown();
          }
        };
    Shop shop = open(MemoryStore.create(), o -> both(o, durable, closing));
    root().access().grant(GrantRoles.to(Mischief.FIRST_USER, "sales"));

    assertThat(closed.await(AMPLE.toSeconds(), TimeUnit.SECONDS)).isTrue();

    assertThat(heard).extracting(JxcEvent::sequence).isSorted().doesNotHaveDuplicates();
    assertThat(heard).anyMatch(event -> isOfUser(event, Mischief.FIRST_USER));
    assertThatThrownBy(this::root).isInstanceOf(UnavailableException.class);
    closesInTime(shop);
  }

  @Test
  void aListenerThatMeddlesWithTheConnectionsOfTheHostTearsNoCommitApart(@TempDir Path folder)
      throws InterruptedException {
    AtomicInteger meddled = new AtomicInteger();
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:async:" + folder.toAbsolutePath() + "/host;LOCK_TIMEOUT=5000");
    config.setMaximumPoolSize(6);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      JxcListener meddling =
          event -> {
            meddle(pool);
            meddled.incrementAndGet();
          };
      try (Shop shop =
          open(
              JdbcStore.using(pool).migrate().build(),
              options -> both(options.listener(meddling), true, meddling))) {
        commandsGoOn();
        theGoodOneHearsAll();
        Soon.holds("it meddled", () -> meddled.get() >= 2 * USERS);
        assertThat(root().audit().verify().ok()).isTrue();
        closesInTime(shop);
      }
    }
  }

  @Test
  void aSecondOneOfTheSameNameIsRefused() {
    Subscription one = Subscription.named("good").listener(good);
    Subscription other = Subscription.named("good").listener(event -> {});

    assertThatThrownBy(() -> Jxc.builder().subscription(one).subscription(other))
        .isInstanceOf(DuplicateKeyException.class)
        .hasMessageContaining("good");
  }

  @Test
  void manyThatHangShareTheTimeForClosing() throws InterruptedException {
    int many = 10;
    Duration grace = Duration.ofMillis(500);
    CountDownLatch inside = new CountDownLatch(many);
    CountDownLatch interrupted = new CountDownLatch(many);
    List<Subscription> hanging = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      hanging.add(
          Subscription.named("hanging-" + i)
              .listener(
                  event -> {
                    inside.countDown();
                    Mischief.await(end);
                    interrupted.countDown();
                  })
              .tenants("acme")
              .timeLimit(Duration.ofHours(1)));
    }
    try (SubscriptionWorld world = new SubscriptionWorld()) {
      SubscriptionHub hub =
          SubscriptionHub.start(
              hanging,
              new SubscriptionHub.Node(
                  world.store,
                  world.node("a"),
                  Outside.real(UUID::randomUUID),
                  "a",
                  new Meter(JxcMetrics.NONE)),
              new ListenerHub.Waits(SOON, grace, Clock.systemUTC()));
      assertThat(inside.await(AMPLE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      long start = System.nanoTime();

      hub.close();

      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isLessThan(grace.multipliedBy(many / 2));
      assertThat(interrupted.await(AMPLE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
  }

  private Shop open(JxcStore store, UnaryOperator<Jxc.Builder> options) {
    Shop shop = Shop.open(store, options);
    instance.set(shop.jxc);
    return shop;
  }

  private Jxc.Builder both(Jxc.Builder options, boolean durable, JxcListener bad) {
    return durable
        ? options
            .subscription(Subscription.named("bad").listener(bad))
            .subscription(Subscription.named("good").listener(good))
        : options.listener(bad).listener(good);
  }

  private Mischief.World world() {
    return new Mischief.World(
        this::root, othersHeard, end, new CountDownLatch(1), new AtomicInteger());
  }

  private static Duration timeLimit(Mischief mischief) {
    return switch (mischief) {
      case HANGS -> Duration.ofMillis(10);
      case IS_DEAF_TO_INTERRUPTS -> Duration.ofMillis(300);
      default -> AMPLE;
    };
  }

  private JxcSession root() {
    return instance.get().as(Actor.of("acme", "root"));
  }

  private void commandsGoOn() {
    for (int i = 0; i < USERS; i++) {
      assertThat(root().access().grant(GrantRoles.to(Mischief.USER + i, "sales")).roles())
          .containsExactly("sales");
    }
  }

  /** Waits until it has heard of all that is in the log by now, each once and in order. */
  private void theGoodOneHearsAll() {
    List<Long> log =
        root().feed().read(Optional.empty(), FeedService.MAX_LIMIT).events().stream()
            .map(JxcEvent::sequence)
            .toList();
    assertThat(log).hasSizeGreaterThan(USERS);
    Soon.holds("the good one has heard all", () -> heard.size() >= log.size());
    assertThat(heard).extracting(JxcEvent::sequence).startsWith(log.toArray(Long[]::new));
    assertThat(heard).extracting(JxcEvent::sequence).isSorted().doesNotHaveDuplicates();
    assertThat(heard)
        .filteredOn(event -> isOfUser(event, Mischief.FIRST_USER))
        .first(InstanceOfAssertFactories.type(AccessEvent.RolesChanged.class))
        .extracting(AccessEvent.RolesChanged::after)
        .isEqualTo(List.of("sales"));
  }

  private boolean through(String name) {
    return root().feed().subscriptions(PageRequest.first(10)).items().stream()
        .anyMatch(view -> view.name().equals(name) && view.waiting() == 0);
  }

  private List<ParkedEvent> parked(String name) {
    return root().feed().parked(name, PageRequest.first(100)).items();
  }

  private static void closesInTime(Shop shop) throws InterruptedException {
    Thread closing = new Thread(shop::close);
    closing.start();
    closing.join(AMPLE.toMillis());
    assertThat(closing.isAlive()).as("closing").isFalse();
  }

  private static boolean isOfUser(JxcEvent event, String user) {
    return event instanceof AccessEvent.RolesChanged changed && changed.user().equals(user);
  }

  private static void meddle(DataSource pool) {
    try {
      Connection first = pool.getConnection();
      first.setAutoCommit(false);
      first.commit();
      first.close();
      first.close();
      Connection second = pool.getConnection();
      second.setAutoCommit(false);
      second.setReadOnly(true);
      second.rollback();
      second.close();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
