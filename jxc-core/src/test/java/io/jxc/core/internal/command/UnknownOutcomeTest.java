package io.jxc.core.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.error.JxcException;
import io.jxc.api.error.OutcomeUnknownException;
import io.jxc.api.error.StorageException;
import io.jxc.api.error.UnavailableException;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.StockDocumentResult;
import io.jxc.core.internal.command.RoadShop.Node;
import io.jxc.core.internal.testing.Caller;
import io.jxc.core.internal.testing.FaultStore;
import io.jxc.core.internal.testing.Ground.Kind;
import io.jxc.spi.store.ChangeSet;
import io.jxc.store.jdbc.JdbcStore;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A store that fails around a commit: whoever sent a command learns the truth, and it is once. */
class UnknownOutcomeTest {
  private static final IssueGoods ISSUE = RoadShop.issue("4").requestId("till-1").build();

  @ParameterizedTest
  @EnumSource
  void aCommitWhoseAnswerIsLostIsFoundAndAnswered(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "10")) {
      Node node = shop.first();
      node.store().afterCommit(once(node, UnknownOutcomeTest::lost));

      StockDocumentResult result = node.inventory().issue(ISSUE);

      assertThat(node.store().takeCommits()).isEqualTo(1);
      assertThat(result.version()).isEqualTo(node.sequence());
      assertThat(node.inventory().issue(ISSUE)).isEqualTo(result);
      shop.requireExact("6");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCommitThatNeverArrivedIsMadeAgain(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "10")) {
      Node node = shop.first();
      node.store().beforeCommit(once(node, UnknownOutcomeTest::lost));

      StockDocumentResult result = node.inventory().issue(ISSUE);

      assertThat(node.store().takeCommits()).isEqualTo(1);
      assertThat(node.inventory().issue(ISSUE)).isEqualTo(result);
      shop.requireExact("6");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCommitThatTheStoreRolledBackIsDecidedAndSentAgain(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "10")) {
      Node node = shop.first();
      Node other = shop.node();
      node.store()
          .beforeCommit(
              once(
                  node,
                  changes -> {
                    other.issue("5");
                    throw StorageException.passing("deadlock", new IllegalStateException("1213"));
                  }));

      StockDocumentResult result = node.inventory().issue(ISSUE);

      assertThat(result.version()).isEqualTo(node.sequence());
      shop.requireExact("1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLostAnswerUnderTheLockIsFoundToo(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "10")) {
      Node node = shop.first();
      Node other = shop.node();
      node.store()
          .beforeCommit(
              changes -> {
                node.store().heal();
                other.issue("1");
                // the next commit is the one under the lock
                node.store().afterCommit(once(node, UnknownOutcomeTest::lost, 2));
              });

      node.inventory().issue(ISSUE);

      shop.requireExact("5");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whileNobodyCanTellTheCallerIsToldSoAndLearnsItLater(Kind kind) {
    for (boolean committed : new boolean[] {true, false}) {
      try (RoadShop shop = RoadShop.open(kind, "10")) {
        Node node = shop.first();
        Consumer<ChangeSet> gone =
            changes -> {
              node.store().beforeCommit(next -> unreachable());
              node.store().beforeRead(UnknownOutcomeTest::unreachable);
              lost(changes);
            };
        if (committed) {
          node.store().afterCommit(gone);
        } else {
          node.store().beforeCommit(gone);
        }

        Object told = Caller.of(() -> node.inventory().issue(ISSUE)).outcome();

        assertThat(told)
            .isInstanceOfSatisfying(
                OutcomeUnknownException.class,
                e -> {
                  assertThat(e.code()).isEqualTo("outcome.unknown");
                  assertThat(e.requestId()).isEqualTo("till-1");
                  assertThat(e.retryable()).isTrue();
                });
        node.store().heal();
        assertThat(node.onHand()).isEqualTo(committed ? "6" : "10");
        node.inventory().issue(ISSUE);
        shop.requireExact("6");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStoreThatIsAwayIsNamedAndNothingIsRememberedOfIt(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "10")) {
      Node node = shop.first();
      node.store().beforeCommit(changes -> unreachable());
      requireStorageFailed(shop.refused(StorageException.class, () -> node.issue("1")));
      node.store().heal();
      node.store().beforeRead(UnknownOutcomeTest::unreachable);
      requireStorageFailed(away(() -> node.issue("100")));
      requireStorageFailed(away(node::onHand));
      requireStorageFailed(away(() -> node.root().previewing().inventory().issue(ISSUE)));
      node.store().heal();

      node.inventory().issue(ISSUE);

      shop.requireExact("6");
    }
  }

  @Test
  void aTenantThatNeverStandsStillIsGivenUpWithNothingDone() {
    try (RoadShop shop = RoadShop.open(Kind.MEMORY, "10")) {
      Node node = shop.first();
      node.store().neverStandStill();

      UnavailableException refused =
          shop.refused(UnavailableException.class, () -> node.inventory().issue(ISSUE));

      assertThat(refused.code()).isEqualTo("unavailable.contended");
      assertThat(refused.retryable()).isTrue();
      node.store().heal();
      node.inventory().issue(ISSUE);
      shop.requireExact("6");
    }
  }

  @Test
  void aServerThatIsNotThereIsNamedWhenTheStoreIsOpened() {
    JdbcStore.Builder nowhere =
        JdbcStore.mysql("jdbc:mysql://127.0.0.1:1/none?connectTimeout=2000", "jxc", "");

    requireStorageFailed(away(nowhere::build));
  }

  private static JxcException away(java.util.function.Supplier<?> call) {
    return (JxcException) Caller.of(call).outcome();
  }

  private static void requireStorageFailed(JxcException thrown) {
    assertThat(thrown).isInstanceOf(StorageException.class);
    assertThat(thrown.code()).isEqualTo("storage.failed");
    assertThat(thrown.retryable()).isTrue();
    assertThat(thrown.getMessage()).startsWith("The store failed: ");
  }

  private static void lost(ChangeSet changes) {
    throw OutcomeUnknownException.ofBlock(changes.blockId(), new IllegalStateException("cut"));
  }

  private static void unreachable() {
    throw StorageException.passing("away", new IllegalStateException("cut"));
  }

  private static Consumer<ChangeSet> once(Node node, Consumer<ChangeSet> fault) {
    return once(node, fault, 1);
  }

  /** Does something at the n-th call, and nothing before or after. */
  private static Consumer<ChangeSet> once(Node node, Consumer<ChangeSet> fault, int at) {
    FaultStore store = node.store();
    int[] calls = new int[1];
    return changes -> {
      calls[0]++;
      if (calls[0] == at) {
        store.heal();
        fault.accept(changes);
      }
    };
  }
}
