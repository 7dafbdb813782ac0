package io.jxc.core.internal.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.jxc.api.PageRequest;
import io.jxc.api.feed.ParkedEvent;
import io.jxc.api.feed.SubscriptionView;
import io.jxc.core.internal.feed.SubscriptionRunner.Served;
import io.jxc.core.internal.testing.Shop;
import io.jxc.spi.JxcListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One subscription, step by step: time passes only when a test lets it. */
class SubscriptionRunnerTest {
  private static final Duration LEASE = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final SubscriptionWorld world = new SubscriptionWorld();
  private final JxcListener listener = mock(JxcListener.class);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void everyEventIsDeliveredOnceAndInOrderAndThePlaceIsKept() {
    world.cause(250);
    SubscriptionWorld.Node node = world.node("a");

    node.drain();

    assertThat(world.heard).isEqualTo(world.events()).hasSizeGreaterThan(250);
    SubscriptionView view = world.view();
    assertThat(view.name()).isEqualTo("erp-sync");
    assertThat(view.waiting()).isZero();
    assertThat(view.waitingSince()).isEmpty();
    assertThat(view.parked()).isZero();
    assertThat(world.feed().read(view.delivered(), 10).events()).isEmpty();
    assertThat(node.serve()).isEqualTo(Served.IDLE);
    long head = world.store.head(SubscriptionWorld.ACME).sequence();
    assertThat(node.serve()).isEqualTo(Served.IDLE);
    assertThat(world.store.head(SubscriptionWorld.ACME).sequence())
        .as("keeping the place does not feed on itself")
        .isEqualTo(head);
  }

  @Test
  void aSubscriptionFromNowHearsOnlyOfWhatComesEvenAfterARestart() {
    world.cause(3);
    world.node("a", e -> world.heard.add(e.sequence()), s -> s.fromNow()).drain();
    assertThat(world.heard).isEmpty();
    world.cause(2);
    world.leaseClock.advance(LEASE);

    world.node("b", e -> world.heard.add(e.sequence()), s -> s.fromNow()).drain();

    List<Long> all = world.events();
    assertThat(world.heard).isEqualTo(all.subList(all.size() - 2, all.size()));
  }

  @Test
  void aFailingEventIsTriedAgainAfterPausesAndThenParkedAndTheNextOnesCome() {
    world.cause(1);
    doThrow(new IllegalStateException("target is down")).when(listener).on(any());
    SubscriptionWorld.Node node =
        world.node("a", listener, s -> s.retries(3, PAUSE, PAUSE.multipliedBy(8)));

    assertThat(node.serve()).isEqualTo(Served.LATER);
    assertThat(node.serve()).isEqualTo(Served.LATER);
    verify(listener, times(1)).on(any());
    world.shop.clock.advance(PAUSE.multipliedBy(2));
    assertThat(node.serve()).isEqualTo(Served.LATER);
    verify(listener, times(2)).on(any());
    assertThat(world.view().parked()).isZero();
    assertThat(world.view().waitingSince()).contains(Shop.OPENING);
    doNothing().when(listener).on(any());
    doThrow(new IllegalStateException("still down"))
        .when(listener)
        .on(world.feed().read(java.util.Optional.empty(), 1).events().get(0));
    world.shop.clock.advance(PAUSE.multipliedBy(8));
    node.drain();

    assertThat(world.view().parked()).isEqualTo(1);
    assertThat(world.view().waiting()).isZero();
    ParkedEvent parked = parked().get(0);
    assertThat(parked.event().sequence()).isEqualTo(world.events().get(0));
    assertThat(parked.attempts()).isEqualTo(3);
    assertThat(parked.error()).isEqualTo("java.lang.IllegalStateException: still down");
    assertThat(parked.replaying()).isFalse();
    verify(listener, times(2 + world.events().size())).on(any());
  }

  @Test
  void attemptsOfEarlierProcessesAndOtherNodesCount() {
    doThrow(new IllegalStateException("target is down")).when(listener).on(any());
    for (int process = 1; process <= 3; process++) {
      SubscriptionWorld.Node node =
          world.node("p" + process, listener, s -> s.retries(4, PAUSE, PAUSE));
      assertThat(node.serve()).isEqualTo(Served.LATER);
      assertThat(parked()).isEmpty();
      world.leaseClock.advance(LEASE);
    }
    doThrow(new IllegalStateException("target is down")).doNothing().when(listener).on(any());

    world.node("last", listener, s -> s.retries(4, PAUSE, PAUSE)).drain();

    assertThat(parked()).extracting(ParkedEvent::attempts).containsExactly(4);
    assertThat(parked().get(0).event().sequence()).isEqualTo(world.events().get(0));
  }

  @Test
  void aSuccessForgetsTheAttemptsBefore() {
    doThrow(new IllegalStateException("target is down")).when(listener).on(any());
    SubscriptionWorld.Node node = world.node("a", listener, s -> s.retries(2, PAUSE, PAUSE));
    assertThat(node.serve()).isEqualTo(Served.LATER);
    doNothing().when(listener).on(any());
    world.shop.clock.advance(PAUSE.multipliedBy(2));
    node.drain();
    world.cause(1);
    doThrow(new IllegalStateException("down again")).when(listener).on(any());
    world.leaseClock.advance(LEASE);

    SubscriptionWorld.Node next = world.node("b", listener, s -> s.retries(2, PAUSE, PAUSE));
    assertThat(next.serve()).as("the first attempt at this event").isEqualTo(Served.LATER);

    assertThat(parked()).isEmpty();
  }

  @Test
  void anErrorOfTheListenerIsAFailureLikeAnyOther() {
    for (Error error :
        List.of(new AssertionError("no"), new StackOverflowError(), new NoClassDefFoundError())) {
      doThrow(error).doNothing().when(listener).on(any());
      world.cause(1);
      world.node("a", listener, s -> s.retries(1, PAUSE, PAUSE)).drain();
    }

    assertThat(parked())
        .extracting(ParkedEvent::error)
        .containsExactly(
            "java.lang.AssertionError: no",
            "java.lang.StackOverflowError",
            "java.lang.NoClassDefFoundError");
    assertThat(world.view().waiting()).isZero();
  }

  @Test
  void whatWasHandledButNotKeptIsDeliveredAgain() {
    world.cause(3);
    SubscriptionWorld.Node crashing = world.node("a");
    crashing.cutOff = true;
    assertThat(crashing.serve()).isEqualTo(Served.LATER);
    List<Long> before = List.copyOf(world.heard);
    assertThat(before).isEqualTo(world.events());

    SubscriptionWorld.Node other = world.node("b");
    assertThat(other.serve()).isEqualTo(Served.LATER);
    world.leaseClock.advance(LEASE);
    other.drain();

    assertThat(world.heard).hasSize(2 * before.size());
    assertThat(world.heard.subList(before.size(), 2 * before.size())).isEqualTo(before);
  }

  @Test
  void aStoreThatComesBackGetsThePlaceWithoutASecondDelivery() {
    world.cause(3);
    SubscriptionWorld.Node node = world.node("a");
    node.cutOff = true;
    node.serve();
    node.cutOff = false;
    world.shop.clock.advance(LONGEST);

    node.drain();

    assertThat(world.heard).isEqualTo(world.events());
    assertThat(world.view().waiting()).isZero();
  }

  @Test
  void oneNodeDeliversAtATimeAndAnotherTakesOverWhenItsLeaseEnds() {
    SubscriptionWorld.Node first = world.node("a");
    SubscriptionWorld.Node second = world.node("b");
    first.drain();
    int before = world.heard.size();
    world.cause(2);

    assertThat(second.serve()).isEqualTo(Served.LATER);
    assertThat(world.heard).hasSize(before);
    world.leaseClock.advance(LEASE);
    second.drain();

    assertThat(world.heard).isEqualTo(world.events());
    world.cause(1);
    second.drain();
    assertThat(world.heard).isEqualTo(world.events());
  }

  @Test
  void aNodeThatWakesUpBehindItsLeaseMovesNoPlace() {
    SubscriptionWorld.Node frozen = world.node("a");
    frozen.drain();
    world.leaseClock.advance(LEASE);
    world.cause(1);
    SubscriptionWorld.Node successor = world.node("b");
    successor.drain();
    world.cause(1);
    int before = world.heard.size();

    assertThat(frozen.serve()).as("it believes in its lease").isEqualTo(Served.LATER);

    assertThat(world.heard).as("at least once").hasSize(before + 1);
    assertThat(world.view().waiting()).as("its place was refused").isEqualTo(1);
    successor.drain();
    assertThat(world.view().waiting()).isZero();
    assertThat(frozen.serve()).isEqualTo(Served.IDLE);
  }

  @Test
  void aLeaseGivenBackIsTakenAtOnce() {
    SubscriptionWorld.Node first = world.node("a");
    first.drain();
    world.cause(1);
    first.runner.stop();
    first.runner.end();

    world.node("b").drain();

    assertThat(world.heard).isEqualTo(world.events());
  }

  @Test
  void whileNearlyEverythingFailsOnlyOneAttemptIsMadeNowAndThen() {
    world.cause(3);
    doThrow(new IllegalStateException("down")).when(listener).on(any());
    SubscriptionWorld.Node node = world.node("a", listener, s -> s.retries(50, PAUSE, LONGEST));
    for (int i = 0; i < 10; i++) {
      node.serve();
      world.shop.clock.advance(LONGEST.multipliedBy(2));
    }
    verify(listener, times(10)).on(any());
    clearInvocations(listener);

    node.serve();
    verify(listener, times(1)).on(any());
    world.shop.clock.advance(LONGEST.minusSeconds(10));
    assertThat(node.serve()).isEqualTo(Served.LATER);
    verify(listener, times(1)).on(any());
    doNothing().when(listener).on(any());
    world.shop.clock.advance(LONGEST);
    node.drain();

    verify(listener, times(1 + world.events().size())).on(any());
    assertThat(world.view().parked()).isZero();
  }

  @Test
  void aListenerThatHangsIsGivenUpAndAnotherNodeTakesOverAtOnce() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    SubscriptionWorld.Node hanging =
        world.node(
            "a",
            event -> {
              awaitWhateverHappens(release);
              ended.countDown();
            },
            s -> s.timeLimit(Duration.ofMillis(20)).retries(2, PAUSE, PAUSE));

    assertThat(hanging.serve()).isEqualTo(Served.LATER);
    world.shop.clock.advance(PAUSE.multipliedBy(3));
    assertThat(hanging.serve()).isEqualTo(Served.LATER);
    assertThat(hanging.deliverer.stuck()).isTrue();
    world.node("b").drain();

    assertThat(world.heard).isEqualTo(world.events());
    release.countDown();
    assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aSlowListenerKeepsItsLease() {
    SubscriptionWorld.Node slow =
        world.node(
            "a",
            event -> {
              if (world.heard.isEmpty()) {
                outlastTheLease();
              }
              world.heard.add(event.sequence());
            },
            s -> s.lease(Duration.ofSeconds(1)));

    slow.drain();

    assertThat(world.heard).isEqualTo(world.events());
    assertThat(world.view().waiting()).isZero();
    world.cause(1);
    assertThat(world.node("b").serve())
        .as("a second later it is still held")
        .isEqualTo(Served.LATER);
  }

  /** Stays inside an event until its lease was renewed three times, while 1.8 seconds pass. */
  private void outlastTheLease() {
    world.leasesGiven.drainPermits();
    for (int i = 0; i < 3; i++) {
      try {
        assertThat(world.leasesGiven.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      world.leaseClock.advance(Duration.ofMillis(600));
    }
  }

  private List<ParkedEvent> parked() {
    return world.feed().parked(SubscriptionWorld.NAME, PageRequest.first(100)).items();
  }

  private static void awaitWhateverHappens(CountDownLatch release) {
    boolean interrupted = true;
    while (interrupted) {
      try {
        interrupted = !release.await(20, TimeUnit.SECONDS);
      } catch (InterruptedException ignored) {
        interrupted = true;
      }
    }
  }
}
