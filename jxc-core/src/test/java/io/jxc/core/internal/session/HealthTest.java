package io.jxc.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.Jxc;
import io.jxc.api.event.AccessEvent;
import io.jxc.api.feed.Subscription;
import io.jxc.api.health.FeedLag;
import io.jxc.api.health.JxcHealth;
import io.jxc.core.internal.testing.Caller;
import io.jxc.core.internal.testing.ForwardingStore;
import io.jxc.core.internal.testing.Shop;
import io.jxc.core.internal.testing.Soon;
import io.jxc.spi.JxcListener;
import io.jxc.spi.store.Durability;
import io.jxc.spi.store.StoreHealth;
import io.jxc.store.jdbc.JdbcStore;
import io.jxc.store.memory.MemoryStore;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Health never throws, is bounded in time, and tells the truth about store, commits and feed. */
class HealthTest {
  private static final Duration SHORT = Duration.ofMillis(20);
  private static final StoreHealth FINE =
      new StoreHealth(true, Durability.POWER_LOSS, 7, "a store");

  @Test
  void anInstanceTellsOfItsStoreAndItsLastCommit() {
    try (Shop shop = Shop.open()) {
      JxcHealth opened = shop.jxc.health();
      shop.clock.advance(Duration.ofMinutes(1));
      shop.hire("ann", "sales");

      assertThat(opened.up()).isTrue();
      assertThat(opened.store().durability()).isEqualTo(Durability.MEMORY);
      assertThat(opened.lastCommit()).contains(Shop.OPENING);
      assertThat(opened.feed()).isEmpty();
      assertThat(shop.jxc.health().lastCommit()).contains(Shop.OPENING.plusSeconds(60));
    }
  }

  @Test
  void anInstanceThatHasCommittedNothingSaysSo() {
    try (Jxc jxc = Jxc.builder().store(MemoryStore.create()).build()) {
      assertThat(jxc.health().lastCommit()).isEmpty();
    }
  }

  @Test
  void aClosedInstanceIsDownWhateverItsStoreSays() {
    Shop shop = Shop.open(ForwardingStore.outlasting(MemoryStore.create()), options -> options);
    shop.close();

    assertThat(shop.jxc.health().up()).isFalse();
    assertThat(shop.jxc.health().store().detail()).contains("closed");
  }

  @Test
  void aDatabaseThatIsGoneIsReportedWithWhatWasKnownAndRecoversWithoutARestart(
      @TempDir Path folder) {
    AtomicBoolean gone = new AtomicBoolean();
    DataSource source = source("jdbc:h2:async:" + folder.resolve("shop"), gone);
    try (Shop shop = Shop.open(JdbcStore.using(source).migrate().build(), options -> options)) {
      int schema = shop.jxc.health().store().schemaVersion();
      gone.set(true);
      JxcHealth down = shop.jxc.health();
      gone.set(false);

      assertThat(schema).isPositive();
      assertThat(down.up()).isFalse();
      assertThat(down.store().detail()).startsWith("down: ").doesNotContain("\n");
      assertThat(down.store().schemaVersion()).isEqualTo(schema);
      assertThat(down.store().durability()).isEqualTo(shop.jxc.health().store().durability());
      assertThat(down.lastCommit()).contains(Shop.OPENING);
      assertThat(shop.jxc.health().up()).isTrue();
    }
  }

  private static DataSource source(String url, AtomicBoolean gone) {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              if (gone.get()) {
                throw new SQLException("connection refused\nby a test", "08001");
              }
              return method.getName().equals("getConnection")
                  ? DriverManager.getConnection(url)
                  : null;
            });
  }

  @Test
  void aStoreThatThrowsWhenAskedIsDownWithTheLastKnownSchema() {
    List<Supplier<StoreHealth>> answers = new ArrayList<>();
    HealthProbe probe = new HealthProbe(() -> answers.remove(0).get(), HealthProbe.TIME_LIMIT);
    answers.add(() -> FINE);
    answers.add(
        () -> {
          throw new IllegalStateException("a driver's\ndefect");
        });
    answers.add(
        () -> {
          throw new StackOverflowError();
        });
    answers.add(() -> FINE);

    assertThat(probe.ask()).isEqualTo(FINE);
    StoreHealth failed = probe.ask();
    assertThat(failed.up()).isFalse();
    assertThat(failed.schemaVersion()).isEqualTo(7);
    assertThat(failed.durability()).isEqualTo(Durability.POWER_LOSS);
    assertThat(failed.detail()).contains("a driver's defect").doesNotContain("\n");
    assertThat(probe.ask().up()).isFalse();
    assertThat(probe.ask()).isEqualTo(FINE);
  }

  @Test
  void aStoreThatHangsIsAskedOnceAndGivenUpInTime() {
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    HealthProbe probe =
        new HealthProbe(
            () -> {
              asked.incrementAndGet();
              untilReleased(release);
              return FINE;
            },
            SHORT);

    for (int i = 0; i < 20; i++) {
      assertThat(probe.ask().up()).isFalse();
    }
    assertThat(asked).hasValue(1);
    assertThat(probe.ask().detail()).isEqualTo("down: no answer within 20 ms");
    release.countDown();
    Soon.holds("it answers again", () -> probe.ask().up());
  }

  @Test
  void anInterruptedCallerGetsTheAnswerAndStaysInterrupted() {
    CountDownLatch release = new CountDownLatch(1);
    HealthProbe probe =
        new HealthProbe(
            () -> {
              untilReleased(release);
              return FINE;
            },
            Duration.ofMinutes(1));
    Caller caller = Caller.of(probe::ask).awaitParked();

    caller.interrupt();
    release.countDown();

    assertThat(caller.outcome()).isEqualTo(FINE);
    assertThat(caller.interruptedAfterwards()).isTrue();
  }

  @Test
  void aListenerThatHangsShowsHowLongItsEventsWait() throws InterruptedException {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    JxcListener slow =
        event -> {
          if (event instanceof AccessEvent.RolesChanged) {
            inside.countDown();
            untilReleased(release);
          }
        };
    try (Shop shop =
        Shop.open(MemoryStore.create(), options -> options.listener(slow).listener(event -> {}))) {
      Soon.holds("all is delivered", () -> settled(shop));
      shop.clock.advance(Duration.ofMinutes(1));
      shop.hire("ann", "sales");
      assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
      shop.clock.advance(Duration.ofMinutes(9));
      shop.hire("ben", "sales");

      FeedLag lag = shop.jxc.health().feed().get(0);
      assertThat(lag.name()).isEqualTo("listener-1");
      assertThat(lag.durable()).isFalse();
      assertThat(lag.tenants()).isEqualTo(1);
      assertThat(lag.behind()).isEqualTo(1);
      assertThat(lag.waitingSince()).contains(Shop.OPENING.plusSeconds(60));
      assertThat(lag.age(shop.clock.instant())).isEqualTo(Duration.ofMinutes(9));
      release.countDown();
      Soon.holds("all is delivered", () -> settled(shop));
      assertThat(shop.jxc.health().feed().get(0).age(shop.clock.instant())).isZero();
    }
  }

  @Test
  void aSubscriptionShowsWhatWaitsAndWhatIsParked() {
    AtomicBoolean down = new AtomicBoolean();
    Subscription patient =
        Subscription.named("patient")
            .listener(event -> failWhile(down))
            .retries(1_000, Duration.ofHours(1), Duration.ofHours(1));
    Subscription hasty =
        Subscription.named("hasty")
            .listener(event -> failWhile(down))
            .retries(1, Duration.ofMillis(1), Duration.ofMillis(1));
    try (Shop shop =
        Shop.open(
            MemoryStore.create(), options -> options.subscription(patient).subscription(hasty))) {
      Soon.holds("all is delivered", () -> settled(shop));
      down.set(true);
      shop.hire("ann", "sales");
      Soon.holds("one is parked", () -> lag(shop, 1).parked() == 1);
      shop.clock.advance(Duration.ofMinutes(3));

      FeedLag waiting = lag(shop, 0);
      assertThat(waiting.name()).isEqualTo("patient");
      assertThat(waiting.durable()).isTrue();
      assertThat(waiting.behind()).isEqualTo(1);
      assertThat(waiting.parked()).isZero();
      assertThat(waiting.age(shop.clock.instant())).isEqualTo(Duration.ofMinutes(3));
      Soon.holds("the others were delivered", () -> lag(shop, 1).behind() == 0);
    }
  }

  private static boolean settled(Shop shop) {
    return shop.jxc.health().feed().stream().allMatch(lag -> lag.behind() == 0);
  }

  private static FeedLag lag(Shop shop, int index) {
    return shop.jxc.health().feed().get(index);
  }

  private static void failWhile(AtomicBoolean down) {
    if (down.get()) {
      throw new IllegalStateException("the target is down");
    }
  }

  private static void untilReleased(CountDownLatch release) {
    try {
      assertThat(release.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
