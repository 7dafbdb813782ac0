package io.jxc.core.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jxc.api.Outcome;
import io.jxc.api.RequestIds;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.UnavailableException;
import io.jxc.api.error.Violation;
import io.jxc.api.inventory.InventoryService;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.StockDocumentResult;
import io.jxc.core.internal.command.RoadShop.Node;
import io.jxc.core.internal.testing.Caller;
import io.jxc.core.internal.testing.Caller.Gate;
import io.jxc.core.internal.testing.Ground.Kind;
import io.jxc.core.internal.testing.Soon;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Callers of one tenant queue up: they share commits, give up in time, and survive each other. */
class LaneTest {
  /** Something that no code of ours throws. */
  private static final class Died extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** So few commands are not decided ahead. */
  private static final int FEW = 8;

  @Test
  void whoWaitsWhileABatchIsCommittedIsInTheNextOne() {
    try (RoadShop shop = RoadShop.open(Kind.MEMORY, "100")) {
      Node node = shop.first();
      Gate gate = holdNextCommit(node);
      Caller leader = Caller.of(() -> node.issue("1"));
      gate.awaitReached();
      List<Caller> waiting =
          IntStream.range(0, FEW).mapToObj(i -> Caller.of(() -> node.issue("1"))).toList();
      waiting.forEach(Caller::awaitParked);

      gate.open();

      List<Object> outcomes =
          Stream.concat(Stream.of(leader), waiting.stream()).map(Caller::outcome).toList();
      assertThat(outcomes).hasOnlyElementsOfType(StockDocumentResult.class);
      assertThat(node.store().takeCommits())
          .as("one of the leader, one of all others")
          .isEqualTo(2);
      shop.requireExact("91");
    }
  }

  @Test
  void whoWaitsLongerThanTheDeadlineIsRefusedAndNothingOfItHappens() {
    try (RoadShop shop = RoadShop.open(Kind.MEMORY, "100")) {
      Node node = shop.first();
      Gate gate = holdNextCommit(node);
      Caller leader = Caller.of(() -> node.issue("1"));
      gate.awaitReached();
      InventoryService hurried = node.root().within(Duration.ofMillis(50)).inventory();

      Object late = Caller.of(() -> hurried.issue(RoadShop.issue("30").build())).outcome();

      assertThat(late)
          .isInstanceOfSatisfying(
              UnavailableException.class,
              e -> {
                assertThat(e.code()).isEqualTo("unavailable.deadline");
                assertThat(e.arguments()).containsEntry("limit", "PT0.05S");
                assertThat(e.retryable()).isTrue();
              });
      gate.open();
      assertThat(leader.outcome())
          .as("a command in a batch is not given up")
          .isInstanceOf(StockDocumentResult.class);
      node.issue("2");
      shop.requireExact("97");
    }
  }

  /** Its caller cannot withdraw it in time: it is busy with an earlier command of the same call. */
  @Test
  void aCommandThatIsTooLateWhenItsBatchBeginsIsRefusedAndNothingOfItHappens() {
    try (RoadShop shop = RoadShop.open(Kind.MEMORY, "10000")) {
      Node node = shop.first();
      Duration limit = Duration.ofMillis(200);
      node.store()
          .beforeCommit(
              changes -> {
                node.store().heal();
                long end = System.nanoTime() + limit.toNanos();
                Soon.holds("the deadline has passed", () -> System.nanoTime() > end);
              });

      List<Outcome<StockDocumentResult>> outcomes =
          node.root().within(limit).inventory().issueAll(List.of(lines(2_000), lines(1)));

      assertThat(outcomes.get(0).result()).as("it was in a batch in time").isPresent();
      assertThat(outcomes.get(1).error())
          .hasValueSatisfying(e -> assertThat(e.code()).isEqualTo("unavailable.deadline"));
      shop.requireExact("8000");
    }
  }

  @Test
  void aDeadlineHasBounds() {
    try (RoadShop shop = RoadShop.open(Kind.MEMORY, "1")) {
      for (Duration limit : List.of(Duration.ZERO, Duration.ofMinutes(11))) {
        assertThatThrownBy(() -> shop.first().root().within(limit))
            .isInstanceOfSatisfying(
                InvalidCommandException.class,
                e -> assertThat(e.violations()).extracting(Violation::path).contains("limit"));
      }
      shop.first().root().within(Duration.ofMinutes(10)).previewing().tenant().settings();
    }
  }

  @Test
  void moreThanMayWaitAreRefusedAtOnce() {
    try (RoadShop shop = RoadShop.open(Kind.MEMORY, "100", options -> options.maxWaiting(2))) {
      Node node = shop.first();
      Gate gate = holdNextCommit(node);
      Caller leader = Caller.of(() -> node.issue("1"));
      gate.awaitReached();
      List<Caller> waiting =
          List.of(
              Caller.of(() -> node.issue("1")).awaitParked(),
              Caller.of(() -> node.issue("1")).awaitParked());

      Throwable refused = catchThrowable(() -> node.issue("30"));

      assertThat(refused)
          .isInstanceOfSatisfying(
              UnavailableException.class,
              e -> {
                assertThat(e.code()).isEqualTo("unavailable.overloaded");
                assertThat(e.retryable()).isTrue();
                assertThat(e.arguments()).containsEntry("waiting", "2");
              });
      gate.open();
      assertThat(leader.outcome()).isInstanceOf(StockDocumentResult.class);
      waiting.forEach(
          caller -> assertThat(caller.outcome()).isInstanceOf(StockDocumentResult.class));
      node.issue("1");
      shop.requireExact("96");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptReachesItsCallerAfterTheCommandOnly(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "10")) {
      Node node = shop.first();
      Caller interrupted =
          Caller.of(
              () -> {
                Thread.currentThread().interrupt();
                return node.issue("1");
              });

      assertThat(interrupted.outcome()).isInstanceOf(StockDocumentResult.class);
      assertThat(interrupted.interruptedAfterwards()).isTrue();
      node.issue("1");
      shop.requireExact("8");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptInTheMiddleOfACommitHarmsNobody(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "10")) {
      Node node = shop.first();
      node.store()
          .beforeCommit(
              changes -> {
                node.store().heal();
                Thread.currentThread().interrupt();
              });
      Caller interrupted = Caller.of(() -> node.issue("1"));

      assertThat(interrupted.outcome()).isInstanceOf(StockDocumentResult.class);
      assertThat(interrupted.interruptedAfterwards()).isTrue();
      node.issue("1");
      shop.requireExact("8");
    }
  }

  @Test
  void anInterruptTearsNobodyOutOfTheQueue() {
    try (RoadShop shop = RoadShop.open(Kind.MEMORY, "10")) {
      Node node = shop.first();
      Gate gate = holdNextCommit(node);
      Caller leader = Caller.of(() -> node.issue("1"));
      gate.awaitReached();
      Caller waiting = Caller.of(() -> node.issue("1")).awaitParked();

      waiting.interrupt();
      leader.interrupt();
      gate.open();

      assertThat(waiting.outcome()).isInstanceOf(StockDocumentResult.class);
      assertThat(leader.outcome()).isInstanceOf(StockDocumentResult.class);
      assertThat(waiting.interruptedAfterwards()).isTrue();
      assertThat(leader.interruptedAfterwards()).isTrue();
      shop.requireExact("8");
    }
  }

  @Test
  void aLeaderThatDiesFailsItsBatchAndTheLaneGoesOn() {
    try (RoadShop shop = RoadShop.open(Kind.MEMORY, "100")) {
      Node node = shop.first();
      Gate gate = new Gate();
      node.store()
          .beforeCommit(
              changes -> {
                node.store().beforeCommit(next -> dieOnce(node));
                gate.pass();
              });
      Caller first = Caller.of(() -> node.issue("1"));
      gate.awaitReached();
      List<Caller> batch =
          IntStream.range(0, 5).mapToObj(i -> Caller.of(() -> node.issue("10"))).toList();
      batch.forEach(Caller::awaitParked);

      gate.open();

      assertThat(first.outcome()).isInstanceOf(StockDocumentResult.class);
      batch.forEach(caller -> assertThat(caller.outcome()).isInstanceOf(Died.class));
      node.issue("1");
      shop.requireExact("98");
    }
  }

  @Test
  void whatACallerThatDiedHadStillWaitingIsNotDoneLater() {
    try (RoadShop shop = RoadShop.open(Kind.MEMORY, "1000")) {
      Node node = shop.first();
      node.store().beforeCommit(changes -> dieOnce(node));

      assertThat(catchThrowable(() -> node.inventory().issueAll(issues(300))))
          .isInstanceOf(Died.class);
      node.issue("1");

      shop.requireExact("999");
    }
  }

  @Test
  void aDefectFailsItsCommandAndTheLaneGoesOn() {
    AtomicBoolean broken = new AtomicBoolean();
    Supplier<UUID> ids =
        () -> {
          if (broken.get() && Thread.currentThread().getName().equals("caller")) {
            throw new IllegalStateException("no more ids");
          }
          return UUID.randomUUID();
        };
    try (RoadShop shop = RoadShop.open(Kind.MEMORY, "10", options -> options.idGenerator(ids))) {
      broken.set(true);

      assertThat(Caller.of(() -> shop.first().issue("1")).outcome())
          .isInstanceOf(IllegalStateException.class);
      shop.first().issue("1");

      shop.requireExact("9");
    }
  }

  @Test
  void closingEndsTheBatchUnderWayAndRefusesWhatStillWaits() {
    try (RoadShop shop = RoadShop.open(Kind.MEMORY, "100")) {
      Node node = shop.node();
      Gate gate = holdNextCommit(node);
      Caller leader = Caller.of(() -> node.issue("1"));
      gate.awaitReached();
      Caller waiting = Caller.of(() -> node.issue("30")).awaitParked();
      CompletableFuture<Boolean> closed = new CompletableFuture<>();
      Caller closing =
          Caller.of(
              () -> {
                node.jxc().close();
                return closed.complete(true);
              });

      assertThat(waiting.outcome())
          .isInstanceOfSatisfying(
              UnavailableException.class,
              e -> assertThat(e.code()).isEqualTo("unavailable.closed"));
      assertThat(closed).as("closing waits for the batch").isNotDone();
      gate.open();

      assertThat(leader.outcome()).isInstanceOf(StockDocumentResult.class);
      assertThat(closing.outcome()).isEqualTo(true);
      shop.requireExact("99");
    }
  }

  @Test
  void aBulkCallOfMoreThanMayWaitIsTakenWhereNobodyElseWaits() {
    try (RoadShop shop = RoadShop.open(Kind.MEMORY, "100", options -> options.maxWaiting(2))) {
      Node node = shop.first();
      assertThat(node.inventory().issueAll(issues(5)))
          .allMatch(outcome -> outcome.result().isPresent());
      Gate gate = holdNextCommit(node);
      Caller leader = Caller.of(() -> node.issue("1"));
      gate.awaitReached();
      Caller waiting = Caller.of(() -> node.issue("1")).awaitParked();

      assertThat(catchThrowable(() -> node.inventory().issueAll(issues(5))))
          .isInstanceOf(UnavailableException.class);
      gate.open();

      assertThat(leader.outcome()).isInstanceOf(StockDocumentResult.class);
      assertThat(waiting.outcome()).isInstanceOf(StockDocumentResult.class);
      shop.requireExact("93");
    }
  }

  @Test
  void aBulkCallSharesCommitsOfAtMostAHundredAndTwentyEight() {
    try (RoadShop shop = RoadShop.open(Kind.MEMORY, "1000")) {
      List<Outcome<StockDocumentResult>> outcomes = shop.first().inventory().issueAll(issues(300));

      assertThat(outcomes).allMatch(outcome -> outcome.result().isPresent());
      assertThat(shop.first().store().takeCommits()).isEqualTo(3);
      shop.requireExact("700");
    }
  }

  @Test
  void aBatchIsNoHeavierThanItsLimitUnlessOneCommandIs() {
    try (RoadShop shop = RoadShop.open(Kind.MEMORY, "10000")) {
      List<IssueGoods> commands = new ArrayList<>(issues(3));
      commands.add(1, lines(2_000));

      List<Outcome<StockDocumentResult>> outcomes = shop.first().inventory().issueAll(commands);

      assertThat(outcomes).allMatch(outcome -> outcome.result().isPresent());
      assertThat(shop.first().store().takeCommits())
          .as("light before, the heavy one alone, light after")
          .isEqualTo(3);
      shop.requireExact("7997");
    }
  }

  private static List<IssueGoods> issues(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> RoadShop.issue("1").requestId(RequestIds.next()).build())
        .toList();
  }

  private static IssueGoods lines(int count) {
    IssueGoods.Builder issue = IssueGoods.from("MAIN").reason("sold");
    for (int i = 0; i < count; i++) {
      issue.line("TEA", "1");
    }
    return issue.build();
  }

  /** Holds up the next commit of a node, and no other. */
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

  private static void dieOnce(Node node) {
    node.store().heal();
    throw new Died();
  }
}
