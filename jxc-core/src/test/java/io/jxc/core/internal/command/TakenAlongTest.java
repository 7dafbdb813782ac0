package io.jxc.core.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.error.InsufficientStockException;
import io.jxc.api.error.StorageException;
import io.jxc.api.inventory.StockDocumentResult;
import io.jxc.core.internal.command.RoadShop.Node;
import io.jxc.core.internal.testing.Caller;
import io.jxc.core.internal.testing.Caller.Gate;
import io.jxc.core.internal.testing.Ground.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A node that has waited for another one's commit takes along what has come meanwhile. */
class TakenAlongTest {
  private static final int LATE = 3;

  private static final class Died extends Error {
    private static final long serialVersionUID = 1L;
  }

  @ParameterizedTest
  @EnumSource
  void whatHasComeWhileTheLockWasWaitedForIsInTheSameCommit(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "30")) {
      Node node = shared(shop);
      Gate gate = new Gate();
      List<Caller> callers = waiting(node, gate, "1");

      gate.open();

      requireSold(callers);
      assertThat(node.store().takeCommits()).isEqualTo(1);
      shop.requireExact(Integer.toString(24 - LATE));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsRefusedAmongItLeavesTheOthersAlone(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "30")) {
      Node node = shared(shop);
      Gate gate = new Gate();
      List<Caller> callers = waiting(node, gate, "9");

      gate.open();

      assertThat(callers.stream().map(Caller::outcome))
          .filteredOn(InsufficientStockException.class::isInstance)
          .hasSize(1);
      assertThat(node.store().takeCommits()).isEqualTo(1);
      shop.requireExact("6");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatTheStoreRefusesTogetherIsSentInParts(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "30")) {
      Node node = shared(shop);
      Gate gate = new Gate();
      List<Caller> callers = waiting(node, gate, "1");
      node.store()
          .beforeCommit(
              changes -> {
                if (changes.documents().size() > 6) {
                  throw StorageException.failed("too many", new IllegalStateException("full"));
                }
              });

      gate.open();

      requireSold(callers);
      assertThat(node.store().takeCommits()).isBetween(2, 1 + LATE);
      node.store().heal();
      shop.requireExact(Integer.toString(24 - LATE));
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobodyIsLeftWaitingWhenTheLeaderDies(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "30")) {
      Node node = shared(shop);
      Gate gate = new Gate();
      List<Caller> callers = waiting(node, gate, "1");
      node.store()
          .beforeCommit(
              changes -> {
                throw new Died();
              });

      gate.open();

      assertThat(callers)
          .allSatisfy(
              caller ->
                  assertThat(caller.outcome())
                      .satisfiesAnyOf(
                          died -> assertThat(died).isInstanceOf(Died.class),
                          told -> assertThat((Throwable) told).hasRootCauseInstanceOf(Died.class)));
      node.store().heal();
      shop.requireExact("25");
    }
  }

  private static void requireSold(List<Caller> callers) {
    assertThat(callers)
        .extracting(Caller::outcome)
        .hasSize(1 + LATE)
        .hasOnlyElementsOfType(StockDocumentResult.class);
  }

  /** Returns a node that has been overtaken by another one, and is again; 5 are sold. */
  private static Node shared(RoadShop shop) {
    Node node = shop.first();
    Node other = shop.node();
    for (int i = 0; i < 2; i++) {
      other.issue("1");
      node.issue("1");
    }
    other.issue("1");
    node.store().takeCommits();
    return node;
  }

  /** Has one caller hold the tenant's lock at a gate with nothing decided, and others wait. */
  private static List<Caller> waiting(Node node, Gate gate, String quantity) {
    node.store()
        .whenLocked(
            () -> {
              node.store().whenLocked(() -> {});
              gate.pass();
            });
    List<Caller> callers = new ArrayList<>();
    callers.add(Caller.of(() -> node.issue("1")));
    gate.awaitReached();
    while (callers.size() <= LATE) {
      callers.add(Caller.of(() -> node.issue(quantity)).awaitParkedOn(Lane.class));
    }
    return callers;
  }
}
