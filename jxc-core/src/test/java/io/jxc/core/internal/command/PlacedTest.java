package io.jxc.core.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.Outcome;
import io.jxc.api.PageRequest;
import io.jxc.api.RequestIds;
import io.jxc.api.audit.AuditOutcome;
import io.jxc.api.audit.AuditQuery;
import io.jxc.api.error.InsufficientStockException;
import io.jxc.api.error.OutcomeUnknownException;
import io.jxc.api.error.StorageException;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.StockDocumentResult;
import io.jxc.core.internal.command.RoadShop.Node;
import io.jxc.core.internal.testing.Caller;
import io.jxc.core.internal.testing.Caller.Gate;
import io.jxc.core.internal.testing.Ground.Kind;
import io.jxc.core.internal.testing.MovingClock;
import io.jxc.spi.store.ChangeSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The next batch is sent as soon as the store says that the place of the one before it is certain;
 * whatever happens to that one afterwards, each command is done once and told so.
 */
class PlacedTest {
  /** So many commands of one line weigh enough to be decided ahead. */
  private static final int MANY = 20;

  @ParameterizedTest
  @EnumSource
  void theNextBatchIsCommittedWhileOneIsMadeDurable(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "30")) {
      Node node = shop.first();
      Gate durable = new Gate();
      Caller first = placed(node, durable, changes -> {});

      Caller second = many(node);

      assertThat(accepted(second)).isEqualTo(MANY);
      durable.open();
      assertThat(first.outcome()).isInstanceOf(StockDocumentResult.class);
      assertThat(node.store().takeCommits()).isEqualTo(2);
      shop.requireExact("2");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPlacedBatchWhoseAnswerIsLostIsFoundAndAnswered(Kind kind) {
    requireOnce(
        kind,
        changes -> {
          throw OutcomeUnknownException.ofBlock(
              changes.blockId(), new IllegalStateException("cut"));
        });
  }

  @ParameterizedTest
  @EnumSource
  void aPlacedBatchIsNeverDecidedAgain(Kind kind) {
    requireOnce(
        kind,
        changes -> {
          throw StorageException.failed("broken", new IllegalStateException("broken"));
        });
    requireOnce(
        kind,
        changes -> {
          throw StorageException.passing("deadlock", new IllegalStateException("1213"));
        });
  }

  private static void requireOnce(Kind kind, Consumer<ChangeSet> failure) {
    try (RoadShop shop = RoadShop.open(kind, "30")) {
      Node node = shop.first();
      Gate durable = new Gate();
      Caller first = placed(node, durable, failure);
      assertThat(accepted(many(node))).isEqualTo(MANY);

      durable.open();

      assertThat(first.outcome()).isInstanceOf(StockDocumentResult.class);
      shop.requireExact("2");
      node.issue("1");
      shop.requireExact("1");
    }
  }

  /** The placed batch carries them; neither the next one nor a later one does. */
  @ParameterizedTest
  @EnumSource
  void refusalsThatWereCountedAreWrittenOnce(Kind kind) {
    MovingClock clock = new MovingClock(Instant.parse("2026-03-01T08:00:00Z"));
    try (RoadShop shop = RoadShop.open(kind, "100", options -> options.clock(clock))) {
      Node node = shop.first();
      shop.refused(InsufficientStockException.class, () -> node.issue("101"));
      clock.advance(Duration.ofMinutes(1));
      Gate durable = new Gate();
      Caller first = placed(node, durable, changes -> {});
      assertThat(accepted(many(node))).isEqualTo(MANY);

      durable.open();

      first.outcome();
      node.issue("1");
      AuditQuery refused = AuditQuery.all().outcome(AuditOutcome.REFUSED);
      assertThat(node.root().audit().search(refused, PageRequest.first(10)).items())
          .singleElement()
          .matches(record -> record.count() == 1);
      shop.requireExact("71");
    }
  }

  /** Takes 8 of what there is, and holds the commit up at a gate once it is placed. */
  private static Caller placed(Node node, Gate durable, Consumer<ChangeSet> then) {
    node.store().tellPlaces();
    node.store()
        .afterCommit(
            changes -> {
              node.store().afterCommit(next -> {});
              durable.pass();
              then.accept(changes);
            });
    Caller caller = Caller.of(() -> node.issue("8"));
    durable.awaitReached();
    return caller;
  }

  private static Caller many(Node node) {
    IssueGoods.Builder one = IssueGoods.from("MAIN").reason("sold").line("TEA", "1");
    List<IssueGoods> issues =
        Stream.generate(() -> one.requestId(RequestIds.next()).build()).limit(MANY).toList();
    return Caller.of(() -> node.inventory().issueAll(issues));
  }

  @SuppressWarnings("unchecked") // only issueAll is called
  private static long accepted(Caller caller) {
    Object outcome = caller.outcome();
    assertThat(outcome).isInstanceOf(List.class);
    return ((List<Outcome<StockDocumentResult>>) outcome)
        .stream().filter(one -> one.result().isPresent()).count();
  }
}
