package io.jxc.core.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jxc.api.RequestIds;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.InsufficientStockException;
import io.jxc.api.error.OutcomeUnknownException;
import io.jxc.api.error.StorageException;
import io.jxc.api.error.UnavailableException;
import io.jxc.api.health.FeedLag;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.StockDocumentResult;
import io.jxc.core.internal.command.RoadShop.Node;
import io.jxc.core.internal.testing.Caller;
import io.jxc.core.internal.testing.Caller.Gate;
import io.jxc.core.internal.testing.Ground.Kind;
import io.jxc.core.internal.testing.Soon;
import io.jxc.spi.JxcMetrics;
import io.jxc.spi.store.ChangeSet;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the host's metrics hear of the road, and that they harm nobody whatever they do. */
class MetricsTest {
  private static final String ISSUE = "inventory.issue";

  /** Writes down what it hears. */
  private static final class Heard implements JxcMetrics {
    final ConcurrentLinkedQueue<String> outcomes = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<Duration> waits = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<Batch> batches = new ConcurrentLinkedQueue<>();
    final AtomicInteger opened = new AtomicInteger();
    volatile int settled;

    @Override
    public void command(String action, Outcome outcome, Duration waited) {
      if (action.equals(ISSUE)) {
        outcomes.add(outcome.name());
        waits.add(waited);
      }
    }

    @Override
    public void batch(Batch batch) {
      batches.add(batch);
      settled = waits.size();
    }

    @Override
    public void opened(Supplier<List<FeedLag>> feed) {
      opened.incrementAndGet();
    }

    /** Waits for so many commands, and returns the batch of the last one. */
    Batch last(int commands) {
      Soon.holds(commands + " commands and their batches", () -> settled >= commands);
      return batches.stream().reduce((first, second) -> second).orElseThrow();
    }
  }

  private final Heard heard = new Heard();

  private RoadShop shop() {
    return RoadShop.open(Kind.MEMORY, "1000", options -> options.metrics(heard));
  }

  private static IssueGoods issue() {
    return RoadShop.issue("1").requestId(RequestIds.next()).build();
  }

  @Test
  void everyCommandIsToldWithItsOutcome() {
    try (RoadShop shop = shop()) {
      Node node = shop.first();
      IssueGoods twice = issue();
      node.inventory().issue(twice);
      node.inventory().issue(twice);
      assertThatThrownBy(() -> node.issue("5000")).isInstanceOf(InsufficientStockException.class);
      node.store().beforeCommit(changes -> fail(away()));
      assertThatThrownBy(() -> node.issue("1")).isInstanceOf(StorageException.class);
      node.store().heal();
      node.store()
          .beforeCommit(
              changes -> {
                node.store().beforeCommit(next -> fail(away()));
                node.store().beforeRead(() -> fail(away()));
                fail(lost(changes));
              });
      assertThatThrownBy(() -> node.issue("1")).isInstanceOf(OutcomeUnknownException.class);
      node.store().heal();
      node.store().neverStandStill();
      assertThatThrownBy(() -> node.issue("1")).isInstanceOf(UnavailableException.class);
      node.store().heal();
    }

    assertThat(heard.outcomes)
        .containsExactly(
            "COMMITTED", "REPLAYED", "REJECTED", "FAILED", "UNKNOWN", "CONFLICT_EXHAUSTED");
    assertThat(heard.opened).hasValue(1);
  }

  @Test
  void whatNoBatchHasTakenIsToldToo() {
    AtomicInteger vetoes = new AtomicInteger(1);
    RoadShop shop =
        RoadShop.open(
            Kind.MEMORY,
            "1000",
            options ->
                options
                    .metrics(heard)
                    .maxWaiting(1)
                    .interceptor(
                        info -> {
                          if (info.action().equals(ISSUE) && vetoes.getAndDecrement() > 0) {
                            throw info.veto("not now");
                          }
                        }));
    try (shop) {
      Node node = shop.first();
      assertThat(catchThrowable(() -> node.issue("1"))).isNotNull();
      Gate gate = holdNextCommit(node);
      Caller leader = Caller.of(() -> node.issue("1"));
      gate.awaitReached();
      Caller waiting = Caller.of(() -> node.issue("1")).awaitParked();
      assertThatThrownBy(() -> node.issue("1")).isInstanceOf(UnavailableException.class);
      gate.open();
      assertThat(leader.outcome()).isInstanceOf(StockDocumentResult.class);
      assertThat(waiting.outcome()).isInstanceOf(StockDocumentResult.class);
    }

    assertThat(heard.outcomes).containsExactly("REJECTED", "FAILED", "COMMITTED", "COMMITTED");
  }

  @Test
  void aBatchIsToldWithItsSizeItsWeightAndTheWait() {
    try (RoadShop shop = shop()) {
      Node node = shop.first();
      Gate gate = holdNextCommit(node);
      Caller leader = Caller.of(() -> node.issue("1"));
      gate.awaitReached();
      List<Caller> callers =
          IntStream.range(0, 5).mapToObj(i -> Caller.of(() -> node.issue("1"))).toList();
      callers.forEach(Caller::awaitParked);
      gate.open();
      callers.forEach(Caller::outcome);
      leader.outcome();
    }

    JxcMetrics.Batch batch = heard.last(6);
    assertThat(batch.tenant()).isEqualTo("acme");
    assertThat(batch.commands()).isEqualTo(5);
    assertThat(batch.weight()).isGreaterThanOrEqualTo(5);
    assertThat(batch.rounds()).isEqualTo(1);
    assertThat(batch.redecisions()).isEqualTo(new JxcMetrics.Redecisions(0, 0, 0));
    assertThat(batch.cacheHits()).isPositive();
    assertThat(batch.deciding()).isPositive();
    assertThat(batch.committing()).isPositive();
    assertThat(heard.waits).allMatch(wait -> wait.compareTo(Duration.ofMinutes(1)) < 0);
    assertThat(heard.waits).noneMatch(Duration::isNegative);
  }

  @Test
  void redecisionsAreToldByTheirCause() {
    try (RoadShop shop = shop()) {
      Node node = shop.first();
      node.issue("1");
      shop.node().issue("1");
      node.issue("1");
      assertThat(heard.last(2).redecisions().of(JxcMetrics.Redecision.HEAD_MOVED)).isEqualTo(1);

      AtomicInteger refusals = new AtomicInteger(1);
      node.store().beforeCommit(once(refusals, new DuplicateKeyException("document", "x")));
      node.issue("1");
      assertThat(heard.last(3).redecisions().of(JxcMetrics.Redecision.DISTRUSTED)).isEqualTo(1);

      refusals.set(1);
      node.store().beforeCommit(once(refusals, StorageException.failed("x", new IOException())));
      node.inventory().issueAll(List.of(issue(), issue()));
      assertThat(heard.last(5).redecisions().of(JxcMetrics.Redecision.SPLIT)).isEqualTo(1);
    }
  }

  @Test
  void metricsThatHangHoldUpNoCommandAndNotTheClosing() {
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger heardOf = new AtomicInteger();
    JxcMetrics hanging =
        new JxcMetrics() {
          @Override
          public void batch(Batch batch) {
            heardOf.incrementAndGet();
            await(release);
          }
        };
    RoadShop shop = RoadShop.open(Kind.MEMORY, "10000", options -> options.metrics(hanging));
    for (int i = 0; i < Meter.MOST + 100; i++) {
      shop.first().issue("1");
    }
    shop.first().jxc().close();
    release.countDown();

    assertThat(heardOf).as("it was inside the first report all the time").hasValueLessThan(3);
  }

  @Test
  void metricsThatThrowHearOfTheNextReport() {
    AtomicInteger calls = new AtomicInteger();
    JxcMetrics throwing =
        new JxcMetrics() {
          @Override
          public void batch(Batch batch) {
            if (calls.incrementAndGet() % 2 == 0) {
              throw new StackOverflowError();
            }
            throw new IllegalStateException("broken on purpose");
          }
        };
    try (RoadShop shop = RoadShop.open(Kind.MEMORY, "100", options -> options.metrics(throwing))) {
      int before = calls.get();
      shop.first().issue("1");
      shop.first().issue("1");
      shop.requireExact("98");
      Soon.holds("both are heard of", () -> calls.get() >= before + 2);
    }
  }

  @Test
  void metricsMayCallTheLibraryAgain() {
    CountDownLatch asked = new CountDownLatch(1);
    JxcMetrics curious =
        new JxcMetrics() {
          @Override
          public void opened(Supplier<List<FeedLag>> feed) {
            assertThat(feed.get()).isEmpty();
            asked.countDown();
          }
        };
    RoadShop.open(Kind.MEMORY, "100", options -> options.metrics(curious)).close();
    await(asked);
    assertThat(asked.getCount()).isZero();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Gate holdNextCommit(Node node) {
    Gate gate = new Gate();
    node.store()
        .beforeCommit(
            changes -> {
              node.store().heal();
              gate.pass();
            });
    return gate;
  }

  private static Consumer<ChangeSet> once(AtomicInteger left, RuntimeException fault) {
    return changes -> {
      if (left.getAndDecrement() > 0) {
        throw fault;
      }
    };
  }

  private static RuntimeException lost(ChangeSet changes) {
    return OutcomeUnknownException.ofBlock(changes.blockId(), new IllegalStateException("cut"));
  }

  private static RuntimeException away() {
    return StorageException.passing("away", new IOException());
  }

  private static void fail(RuntimeException fault) {
    throw fault;
  }
}
