package io.jxc.core.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.Actor;
import io.jxc.api.Outcome;
import io.jxc.api.PageRequest;
import io.jxc.api.RequestIds;
import io.jxc.api.access.GrantRoles;
import io.jxc.api.access.RevokeRoles;
import io.jxc.api.access.UserResult;
import io.jxc.api.audit.AuditOutcome;
import io.jxc.api.audit.AuditQuery;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.error.InsufficientStockException;
import io.jxc.api.error.OutcomeUnknownException;
import io.jxc.api.error.StorageException;
import io.jxc.api.inventory.InventoryService;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.inventory.StockDocumentResult;
import io.jxc.core.internal.command.RoadShop.Node;
import io.jxc.core.internal.testing.Caller;
import io.jxc.core.internal.testing.Caller.Gate;
import io.jxc.core.internal.testing.Ground.Kind;
import io.jxc.core.internal.testing.MovingClock;
import io.jxc.spi.store.ChangeSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A batch is decided while the one before it is with the store, as if that one were committed;
 * where it is not, nothing of what was decided on it is left.
 */
class AheadTest {
  /** So many commands of one line weigh enough to be decided ahead. */
  private static final int MANY = 20;

  private static final GrantRoles KIM = GrantRoles.to("kim", "warehouse");

  private static final class Died extends Error {
    private static final long serialVersionUID = 1L;
  }

  @ParameterizedTest
  @EnumSource
  void whatIsDecidedAheadNeedsNothingMoreOfTheStoreButItsCommit(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "30")) {
      Node node = shop.first();
      Gate gate = new Gate();
      Caller first = held(node, gate, () -> node.issue("8"), changes -> {});
      Caller second = ahead(node);
      node.store().beforeRead(AheadTest::noRead);

      gate.open();

      assertThat(first.outcome()).isInstanceOf(StockDocumentResult.class);
      assertThat(accepted(second)).isEqualTo(MANY);
      node.store().heal();
      assertThat(node.store().takeCommits()).isEqualTo(2);
      shop.requireExact("2");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatTheBatchUnderWayDoesNotChangeIsReadMeanwhile(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "30")) {
      Node node = shop.node();
      shop.first().root().catalog().create(CreateProduct.goods("MATE").build());
      shop.first()
          .inventory()
          .receive(ReceiveGoods.into("MAIN").line("MATE", "50", "1.00").build());
      node.issue("1");
      Gate gate = new Gate();
      Caller first = held(node, gate, () -> node.issue("8"), changes -> {});
      Caller second =
          Caller.of(() -> node.inventory().issueAll(issues("MATE"))).awaitParkedOn(Flight.class);
      node.store().beforeRead(AheadTest::noRead);

      gate.open();

      assertThat(first.outcome()).isInstanceOf(StockDocumentResult.class);
      assertThat(accepted(second)).isEqualTo(MANY);
      node.store().heal();
      shop.requireExact("21");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatCannotBeReadAheadIsReadInItsTurn(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "30")) {
      Node node = shop.node();
      Gate gate = new Gate();
      Caller first = held(node, gate, () -> node.root().access().grant(KIM), changes -> {});
      node.store().beforeRead(AheadTest::unreachable);
      Caller second = ahead(node);
      node.store().beforeRead(() -> {});

      gate.open();

      first.outcome();
      assertThat(accepted(second)).isEqualTo(MANY);
      shop.requireExact("10");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoDiesWhileDecidingAheadHarmsNobodyElse(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "30")) {
      Node node = shop.node();
      Gate gate = new Gate();
      Caller first = held(node, gate, () -> node.root().access().grant(KIM), changes -> {});
      node.store()
          .beforeRead(
              () -> {
                throw new Died();
              });

      assertThat(Caller.of(() -> node.inventory().issueAll(issues("TEA"))).outcome())
          .isInstanceOf(Died.class);
      node.store().beforeRead(() -> {});
      gate.open();

      assertThat(first.outcome()).isInstanceOf(UserResult.class);
      node.issue("1");
      shop.requireExact("29");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasDecidedOnABatchThatTheStoreRefusesIsDecidedAnew(Kind kind) {
    requireAnew(
        kind,
        changes -> {
          throw StorageException.failed("broken", new IllegalStateException("broken"));
        },
        StorageException.class,
        10);
  }

  @ParameterizedTest
  @EnumSource
  void whatWasDecidedOnABatchWhoseLeaderDiesIsDecidedAnew(Kind kind) {
    requireAnew(
        kind,
        changes -> {
          throw new Died();
        },
        Died.class,
        10);
  }

  @ParameterizedTest
  @EnumSource
  void aBatchThatIsRolledBackAndSentAgainIsSentBeforeWhatWasDecidedOnIt(Kind kind) {
    requireAnew(
        kind,
        changes -> {
          throw StorageException.passing("deadlock", new IllegalStateException("1213"));
        },
        StockDocumentResult.class,
        2);
  }

  @ParameterizedTest
  @EnumSource
  void aBatchThatMayHaveArrivedIsAskedForBeforeWhatWasDecidedOnIt(Kind kind) {
    requireAnew(
        kind,
        changes -> {
          throw OutcomeUnknownException.ofBlock(
              changes.blockId(), new IllegalStateException("cut"));
        },
        StockDocumentResult.class,
        2);
  }

  /** The first takes 8 of 10 and fails as told; the second wants 20. */
  private static void requireAnew(
      Kind kind, Consumer<ChangeSet> failure, Class<?> told, int accepted) {
    try (RoadShop shop = RoadShop.open(kind, "10")) {
      Node node = shop.first();
      Gate gate = new Gate();
      Caller first = held(node, gate, () -> node.issue("8"), failure);
      Caller second = ahead(node);

      gate.open();

      assertThat(first.outcome()).isInstanceOf(told);
      assertThat(accepted(second)).isEqualTo(accepted);
      shop.requireExact("0");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whereAnotherNodeWasFasterBothAreDecidedAnew(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "10")) {
      Node node = shop.first();
      Node other = shop.node();
      Gate gate = new Gate();
      Caller first = held(node, gate, () -> node.issue("8"), changes -> other.issue("5"));
      Caller second = ahead(node);

      gate.open();

      assertThat(first.outcome()).isInstanceOf(InsufficientStockException.class);
      assertThat(accepted(second)).isEqualTo(5);
      shop.requireExact("0");
    }
  }

  /** The head is where it was expected, but by a block of another node with as many entries. */
  @ParameterizedTest
  @EnumSource
  void aBlockOfAnotherNodeIsNotTakenForTheBatchThatFailed(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "100")) {
      Node node = shop.first();
      Node other = shop.node();
      node.issue("1");
      Consumer<ChangeSet> overtaken =
          changes -> {
            other.root().access().grant(GrantRoles.to("lee", "warehouse"));
            throw StorageException.failed("broken", new IllegalStateException("broken"));
          };
      Gate gate = new Gate();
      Caller first = held(node, gate, () -> node.root().access().grant(KIM), overtaken);
      InventoryService kim = node.jxc().as(Actor.of("acme", "kim")).inventory();
      Caller second = Caller.of(() -> kim.issueAll(issues("TEA"))).awaitParkedOn(Flight.class);

      gate.open();

      assertThat(first.outcome()).isInstanceOf(StorageException.class);
      requireDenied(second);
      shop.requireExact("99");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRefusalThatWasDecidedAheadCountsOnlyIfNobodyElseHasCommitted(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "8")) {
      Node node = shop.first();
      Node other = shop.node();
      Gate gate = new Gate();
      Caller first = held(node, gate, () -> node.issue("8"), changes -> {});
      Caller second = ahead(node);
      node.store()
          .afterCommit(
              changes -> {
                node.store().heal();
                other
                    .inventory()
                    .receive(ReceiveGoods.into("MAIN").line("TEA", "7", "6.00").build());
              });

      gate.open();

      assertThat(first.outcome()).isInstanceOf(StockDocumentResult.class);
      assertThat(accepted(second)).isEqualTo(7);
      shop.requireExact("0");
    }
  }

  /** The batch under way carries them; the next one would, too, if it did not look. */
  @ParameterizedTest
  @EnumSource
  void refusalsThatWereCountedAreWrittenOnce(Kind kind) {
    MovingClock clock = new MovingClock(Instant.parse("2026-03-01T08:00:00Z"));
    try (RoadShop shop = RoadShop.open(kind, "100", options -> options.clock(clock))) {
      Node node = shop.first();
      shop.refused(InsufficientStockException.class, () -> node.issue("101"));
      clock.advance(Duration.ofMinutes(1));
      Gate gate = new Gate();
      Caller first = held(node, gate, () -> node.issue("8"), changes -> {});
      Caller second = ahead(node);

      gate.open();

      first.outcome();
      assertThat(accepted(second)).isEqualTo(MANY);
      AuditQuery refused = AuditQuery.all().outcome(AuditOutcome.REFUSED);
      assertThat(node.root().audit().search(refused, PageRequest.first(10)).items())
          .singleElement()
          .matches(record -> record.count() == 1);
      shop.requireExact("72");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRequestThatIsUnderWayIsAnsweredOnce(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "100")) {
      Node node = shop.first();
      IssueGoods same = RoadShop.issue("8").requestId("till-1").build();
      Gate gate = new Gate();
      Caller first = held(node, gate, () -> node.inventory().issue(same), changes -> {});
      List<IssueGoods> again = new ArrayList<>(issues("TEA"));
      again.add(0, same);
      Caller second = Caller.of(() -> node.inventory().issueAll(again)).awaitParkedOn(Flight.class);

      gate.open();

      Object answer = first.outcome();
      assertThat(answer).isInstanceOf(StockDocumentResult.class);
      assertThat(outcomes(second).get(0).result()).contains((StockDocumentResult) answer);
      assertThat(accepted(second)).isEqualTo(MANY + 1);
      shop.requireExact("72");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRightThatIsBeingTakenAwayIsGone(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "100")) {
      Node node = shop.first();
      node.root().access().grant(KIM);
      InventoryService kim = node.jxc().as(Actor.of("acme", "kim")).inventory();
      Gate gate = new Gate();
      Caller first =
          held(
              node,
              gate,
              () -> node.root().access().revoke(RevokeRoles.from("kim", "warehouse")),
              changes -> {});
      Caller second = Caller.of(() -> kim.issueAll(issues("TEA"))).awaitParkedOn(Flight.class);

      gate.open();

      first.outcome();
      requireDenied(second);
      shop.requireExact("100");
    }
  }

  /** Calls, and holds the call's commit up at a gate; then does what the store would. */
  private static Caller held(Node node, Gate gate, Supplier<?> call, Consumer<ChangeSet> then) {
    node.store()
        .beforeCommit(
            changes -> {
              node.store().beforeCommit(next -> {});
              gate.pass();
              then.accept(changes);
            });
    Caller caller = Caller.of(call);
    gate.awaitReached();
    return caller;
  }

  /** Sends many commands, and waits until they are decided and wait for their turn. */
  private static Caller ahead(Node node) {
    return Caller.of(() -> node.inventory().issueAll(issues("TEA"))).awaitParkedOn(Flight.class);
  }

  private static List<IssueGoods> issues(String sku) {
    IssueGoods.Builder one = IssueGoods.from("MAIN").reason("sold").line(sku, "1");
    return Stream.generate(() -> one.requestId(RequestIds.next()).build()).limit(MANY).toList();
  }

  @SuppressWarnings("unchecked") // only issueAll is called
  private static List<Outcome<StockDocumentResult>> outcomes(Caller caller) {
    Object outcome = caller.outcome();
    assertThat(outcome).isInstanceOf(List.class);
    return (List<Outcome<StockDocumentResult>>) outcome;
  }

  private static void requireDenied(Caller caller) {
    assertThat(outcomes(caller))
        .allSatisfy(
            outcome ->
                assertThat(outcome.error())
                    .hasValueSatisfying(
                        e -> assertThat(e).isInstanceOf(AccessDeniedException.class)));
  }

  private static long accepted(Caller caller) {
    return outcomes(caller).stream().filter(outcome -> outcome.result().isPresent()).count();
  }

  private static void unreachable() {
    throw StorageException.passing("no connection", new IllegalStateException("gone"));
  }

  private static void noRead() {
    throw new AssertionError("nothing more is read");
  }
}
