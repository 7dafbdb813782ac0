package io.jxc.core.internal.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.jxc.api.Actor;
import io.jxc.api.Cursor;
import io.jxc.api.PageRequest;
import io.jxc.api.access.Grant;
import io.jxc.api.access.Permissions;
import io.jxc.api.audit.AuditQuery;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.feed.ParkedEvent;
import io.jxc.api.feed.ReplayFrom;
import io.jxc.api.feed.ReplayParked;
import io.jxc.core.internal.feed.SubscriptionRunner.Served;
import io.jxc.core.internal.tenant.TenantRules;
import io.jxc.spi.JxcListener;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was given up or is wanted again is delivered again, by command and on the record. */
class SubscriptionReplayTest {
  private static final String NAME = SubscriptionWorld.NAME;

  private final SubscriptionWorld world = new SubscriptionWorld();
  private final JxcListener listener = mock(JxcListener.class);
  private final SubscriptionWorld.Node node =
      world.node("a", listener, s -> s.retries(1, Duration.ofSeconds(1), Duration.ofSeconds(1)));

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aParkedEventIsReplayedOnceAndIsGone() {
    long sequence = parkTheFirst();
    doNothing().when(listener).on(any());

    world.feed().replay(ReplayParked.of(NAME, sequence));
    assertThat(parked()).extracting(ParkedEvent::replaying).containsExactly(true);
    node.drain();

    verify(listener, times(1)).on(world.feed().read(Optional.empty(), 1).events().get(0));
    assertThat(parked()).isEmpty();
    assertThat(world.view().parked()).isZero();
    clearInvocations(listener);
    assertThat(node.serve()).isEqualTo(Served.IDLE);
    verify(listener, never()).on(any());
    assertThatThrownBy(() -> world.feed().replay(ReplayParked.of(NAME, sequence)))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void aReplayThatFailsLeavesTheEventParked() {
    long sequence = parkTheFirst();
    doThrow(new IllegalArgumentException("again")).when(listener).on(any());

    world.feed().replay(ReplayParked.of(NAME, sequence));
    node.drain();

    ParkedEvent parked = parked().get(0);
    assertThat(parked.error()).contains("again");
    assertThat(parked.replaying()).isFalse();
    assertThat(world.view().parked()).isEqualTo(1);
    assertThat(node.serve()).as("once only").isEqualTo(Served.IDLE);
  }

  @Test
  void everythingIsDeliveredAgainFromTheStartOrFromACursor() {
    world.cause(4);
    node.drain();
    Cursor half = world.feed().read(Optional.empty(), 3).next();
    int all = world.events().size();
    verify(listener, times(all)).on(any());
    clearInvocations(listener);

    world.feed().replay(ReplayFrom.start(NAME));
    assertThat(world.view().waiting()).isEqualTo(all);
    node.drain();
    verify(listener, times(all)).on(any());
    clearInvocations(listener);

    world.feed().replay(ReplayFrom.after(NAME, half));
    node.drain();
    verify(listener, times(all - 3)).on(any());
    assertThat(world.view().waiting()).isZero();
  }

  @Test
  void workBegunBeforeAReplayDoesNotUndoIt() {
    node.drain();
    world.cause(3);
    List<Long> all = world.events();
    long last = all.get(all.size() - 1);
    SubscriptionWorld.Node asked =
        world.node(
            "a",
            event -> {
              world.heard.add(event.sequence());
              if (event.sequence() == last && world.heard.size() == 3) {
                world.feed().replay(ReplayFrom.start(NAME));
              }
            },
            s -> s);

    assertThat(asked.serve()).as("its place is void").isEqualTo(Served.LATER);
    asked.drain();

    assertThat(world.heard.subList(0, 3)).isEqualTo(all.subList(all.size() - 3, all.size()));
    assertThat(world.heard.subList(3, world.heard.size())).isEqualTo(all);
    assertThat(world.view().waiting()).isZero();
  }

  @Test
  void afterARestoredHistoryNothingIsDeliveredUntilSomebodySaysWhereToGoOn() {
    world.cause(2);
    world.store.head(SubscriptionWorld.ACME);
    node.execute(
        Actor.of("acme", TenantRules.SYSTEM),
        SubscriptionRules.PROGRESS,
        new Progress(
            "restored",
            NAME,
            new Progress.Fence(UUID.randomUUID().toString(), 0, 1),
            3,
            new Progress.Trying(0, 0),
            List.of(),
            List.of()));

    assertThat(node.serve()).isEqualTo(Served.IDLE);
    verify(listener, never()).on(any());
    assertThat(world.view().historyChanged()).isTrue();
    assertThat(world.view().delivered()).isEmpty();

    world.feed().replay(ReplayFrom.start(NAME));
    node.drain();
    verify(listener, times(world.events().size())).on(any());
    assertThat(world.view().historyChanged()).isFalse();
  }

  @Test
  void replaysAreForWhoMayAndStandInTheLog() {
    long sequence = parkTheFirst();
    world.shop.hireWith("ann", Grant.all(Permissions.FEED_READ));
    assertThatThrownBy(() -> world.shop.as("ann").feed().replay(ReplayParked.of(NAME, sequence)))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> world.feed().replay(ReplayFrom.start("unknown")))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> world.feed().replay(ReplayFrom.after(NAME, new Cursor("x"))))
        .isInstanceOf(InvalidCommandException.class);

    world.feed().replay(ReplayParked.of(NAME, sequence));

    assertThat(
            world
                .shop
                .root()
                .audit()
                .search(
                    AuditQuery.all().action("feed.replay-parked").actor("root"),
                    PageRequest.first(10))
                .items())
        .hasSize(1);
    assertThat(world.shop.root().audit().verify().ok()).isTrue();
  }

  private long parkTheFirst() {
    doThrow(new IllegalStateException("poison")).doNothing().when(listener).on(any());
    node.drain();
    assertThat(parked()).hasSize(1);
    clearInvocations(listener);
    return parked().get(0).event().sequence();
  }

  private List<ParkedEvent> parked() {
    return world.feed().parked(NAME, PageRequest.first(10)).items();
  }
}
