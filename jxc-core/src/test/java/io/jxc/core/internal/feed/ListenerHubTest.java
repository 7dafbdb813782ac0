package io.jxc.core.internal.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.TenantId;
import io.jxc.api.error.StorageException;
import io.jxc.api.event.EventHeader;
import io.jxc.api.event.JxcEvent;
import io.jxc.api.event.TenantEvent;
import io.jxc.spi.JxcListener;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.Head;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListenerHubTest {
  private static final TenantId ACME = TenantId.of("acme");
  private static final TenantId OTHER = TenantId.of("other");
  private static final Duration NEVER = Duration.ofHours(1);
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final FakeLog log = new FakeLog();
  private final List<ListenerHub> hubs = new ArrayList<>();

  @AfterEach
  void closeHubs() {
    hubs.forEach(ListenerHub::close);
  }

  @Test
  void eventsFromTheFirstWatchOnComeInOrder() throws InterruptedException {
    Heard heard = new Heard();
    log.append(ACME, 3);
    ListenerHub hub = hub(NEVER, heard);
    hub.watch(ACME);

    log.append(ACME, 500);
    hub.committed(ACME);

    assertThat(heard.take(500)).containsExactlyElementsOf(range(4, 503));
  }

  @Test
  void aThrowingListenerMissesNothingAndHarmsNobody() throws InterruptedException {
    Heard broken = new Heard();
    Heard whole = new Heard();
    ListenerHub hub =
        hub(
            NEVER,
            event -> {
              broken.on(event);
              throw new IllegalStateException("broken on purpose");
            },
            event -> {
              whole.on(event);
              throw new AssertionError("even an error");
            },
            whole);
    hub.watchNew(ACME);

    log.append(ACME, 3);
    hub.committed(ACME);

    assertThat(broken.take(3)).containsExactly(1L, 2L, 3L);
    assertThat(whole.take(6)).containsExactlyInAnyOrder(1L, 1L, 2L, 2L, 3L, 3L);
  }

  @Test
  void aHangingListenerDelaysNeitherCommitsNorTheOthers() throws InterruptedException {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Heard heard = new Heard();
    ListenerHub hub =
        hub(
            NEVER,
            event -> {
              inside.countDown();
              awaitQuietly(release);
            },
            heard);
    hub.watchNew(ACME);

    log.append(ACME, 1);
    hub.committed(ACME);
    assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
    log.append(ACME, 2);
    hub.committed(ACME);

    assertThat(heard.take(3)).containsExactly(1L, 2L, 3L);
    release.countDown();
  }

  @Test
  void commitsOfOtherNodesAreFoundByLookingAgain() throws InterruptedException {
    Heard heard = new Heard();
    log.append(ACME, 1);
    ListenerHub hub = hub(Duration.ofMillis(1), heard);
    hub.watch(ACME);

    log.append(ACME, 2);

    assertThat(heard.take(2)).containsExactly(2L, 3L);
  }

  @Test
  void tenantsDoNotMix() throws InterruptedException {
    Heard heard = new Heard();
    ListenerHub hub = hub(NEVER, event -> heard.on(event));
    hub.watchNew(ACME);
    log.append(OTHER, 5);
    hub.committed(OTHER);
    hub.watch(OTHER);

    log.append(ACME, 1);
    log.append(OTHER, 1);
    hub.committed(ACME);
    hub.committed(OTHER);

    assertThat(heard.take(2)).containsExactlyInAnyOrder(1L, 6L);
  }

  @Test
  void aTenantThatDoesNotExistIsNotRemembered() throws InterruptedException {
    Heard heard = new Heard();
    ListenerHub hub = hub(NEVER, heard);
    hub.watch(ACME);
    log.append(ACME, 2);

    hub.watch(ACME);
    log.append(ACME, 1);
    hub.committed(ACME);

    assertThat(heard.take(1)).containsExactly(3L);
  }

  @Test
  void whatWasCommittedBeforeClosingIsStillDelivered() {
    List<Long> heard = new CopyOnWriteArrayList<>();
    CountDownLatch release = new CountDownLatch(1);
    ListenerHub hub =
        hub(
            NEVER,
            event -> {
              awaitQuietly(release);
              heard.add(event.sequence());
            });
    hub.watchNew(ACME);
    log.append(ACME, 450);
    hub.committed(ACME);

    release.countDown();
    hub.close();

    assertThat(heard).containsExactlyElementsOf(range(1, 450));
  }

  @Test
  void closingDoesNotWaitForEverForAListenerThatHangs() throws InterruptedException {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    ListenerHub hub =
        new ListenerHub(
            List.of(
                event -> {
                  inside.countDown();
                  try {
                    new CountDownLatch(1).await();
                  } catch (InterruptedException e) {
                    interrupted.countDown();
                  }
                }),
            log,
            waits(NEVER, Duration.ofMillis(1)));
    hub.watchNew(ACME);
    log.append(ACME, 1);
    hub.committed(ACME);
    assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();

    hub.close();

    assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aListenerMayCloseTheLibrary() throws InterruptedException {
    AtomicReference<ListenerHub> hub = new AtomicReference<>();
    CountDownLatch closed = new CountDownLatch(1);
    hub.set(
        hub(
            NEVER,
            event -> {
              hub.get().close();
              closed.countDown();
            }));
    hub.get().watchNew(ACME);
    log.append(ACME, 1);
    hub.get().committed(ACME);

    assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aStoreThatCannotReadIsAskedAgain() throws InterruptedException {
    Heard heard = new Heard();
    ListenerHub hub = hub(Duration.ofMillis(1), heard);
    // before anything is read: a read under way would not count as one that could fail
    log.failures.put(ACME, 3);
    hub.watchNew(ACME);
    log.append(ACME, 1);
    hub.committed(ACME);

    assertThat(heard.take(1)).containsExactly(1L);
    assertThat(log.failures).containsEntry(ACME, -1);
  }

  @Test
  void afterARestoreItGoesOnAtTheEnd() throws InterruptedException {
    Heard heard = new Heard();
    ListenerHub hub = hub(Duration.ofMillis(1), heard);
    hub.watchNew(ACME);
    log.append(ACME, 5);
    hub.committed(ACME);
    assertThat(heard.take(5)).hasSize(5);

    CountDownLatch seen = log.restoreTo(ACME, 2);
    assertThat(seen.await(20, TimeUnit.SECONDS)).isTrue();
    log.append(ACME, 1);

    assertThat(heard.take(1)).containsExactly(3L);
  }

  private ListenerHub hub(Duration poll, JxcListener... listeners) {
    ListenerHub hub = new ListenerHub(List.of(listeners), log, waits(poll, GRACE));
    hubs.add(hub);
    return hub;
  }

  private static ListenerHub.Waits waits(Duration poll, Duration grace) {
    return new ListenerHub.Waits(poll, grace, Clock.systemUTC());
  }

  private static List<Long> range(long from, long to) {
    return java.util.stream.LongStream.rangeClosed(from, to).boxed().toList();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Collects sequences. */
  private static final class Heard implements JxcListener {
    private final BlockingQueue<Long> sequences = new LinkedBlockingQueue<>();

    @Override
    public void on(JxcEvent event) {
      sequences.add(event.sequence());
    }

    List<Long> take(int count) throws InterruptedException {
      List<Long> taken = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Long next = sequences.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("event %d of %d", i + 1, count).isNotNull();
        taken.add(next);
      }
      return taken;
    }
  }

  /** A log of numbered events per tenant. */
  private static final class FakeLog implements EventReader {
    private final Map<TenantId, Head> heads = new ConcurrentHashMap<>();
    private final Map<TenantId, Integer> failures = new ConcurrentHashMap<>();
    private final Map<TenantId, CountDownLatch> restored = new ConcurrentHashMap<>();

    void append(TenantId tenant, int events) {
      heads.merge(
          tenant,
          head(tenant, events, new UUID(7, 7)),
          (old, added) -> head(tenant, old.sequence() + added.sequence(), old.incarnation()));
    }

    CountDownLatch restoreTo(TenantId tenant, long sequence) {
      CountDownLatch seen = new CountDownLatch(1);
      restored.put(tenant, seen);
      heads.put(tenant, head(tenant, sequence, new UUID(8, 8)));
      return seen;
    }

    private static Head head(TenantId tenant, long sequence, UUID incarnation) {
      return new Head(tenant, sequence, incarnation, Bytes.EMPTY, Instant.EPOCH);
    }

    @Override
    public Head head(TenantId tenant) {
      return heads.getOrDefault(tenant, Head.absent(tenant));
    }

    @Override
    public Batch after(TenantId tenant, long sequence, int limit) {
      Integer left = failures.computeIfPresent(tenant, (t, n) -> Math.max(-1, n - 1));
      if (left != null && left >= 0) {
        throw StorageException.passing("on purpose", new IllegalStateException());
      }
      Head head = head(tenant);
      long to = Math.min(head.sequence(), sequence + limit);
      List<JxcEvent> events = new ArrayList<>();
      for (long next = sequence + 1; next <= to; next++) {
        events.add(
            new TenantEvent.SettingsChanged(new EventHeader(tenant, "root", next, Instant.EPOCH)));
      }
      if (restored.containsKey(tenant)) {
        restored.get(tenant).countDown();
      }
      return new Batch(head, events, Math.max(to, sequence), Optional.empty());
    }
  }
}
