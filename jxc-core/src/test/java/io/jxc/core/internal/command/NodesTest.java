package io.jxc.core.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.error.InsufficientStockException;
import io.jxc.api.error.RequestIdReusedException;
import io.jxc.api.error.UnavailableException;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.MovementTotalsQuery;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.inventory.StockDocumentResult;
import io.jxc.core.internal.command.RoadShop.Node;
import io.jxc.core.internal.testing.Ground.Kind;
import io.jxc.core.internal.testing.Race;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several nodes write to one place. */
class NodesTest {
  private static final int NODES = 3;
  private static final int CALLERS = 4;
  private static final int TRIES = 12;
  private static final int STOCK = 100;

  @ParameterizedTest
  @EnumSource
  void nodesThatCompeteForAProductSellExactlyWhatIsThere(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, Integer.toString(STOCK))) {
      List<Node> nodes = new ArrayList<>(List.of(shop.first()));
      while (nodes.size() < NODES) {
        nodes.add(shop.node());
      }

      List<Object> outcomes =
          Race.of(NODES * CALLERS, caller -> sell(nodes.get(caller % NODES))).stream()
              .flatMap(some -> ((List<?>) some).stream())
              .map(Object.class::cast)
              .toList();

      Set<String> sold =
          outcomes.stream()
              .filter(StockDocumentResult.class::isInstance)
              .map(outcome -> ((StockDocumentResult) outcome).number())
              .collect(Collectors.toSet());
      assertThat(sold).as("numbers of what was sold").hasSize(STOCK);
      assertThat(outcomes).hasSize(NODES * CALLERS * TRIES);
      assertThat(outcomes.stream().filter(InsufficientStockException.class::isInstance))
          .as("everybody else is told that it is sold out")
          .hasSize(NODES * CALLERS * TRIES - STOCK);
      shop.requireExact("0");
      assertThat(shop.first().inventory().movementTotals(MovementTotalsQuery.all()))
          .extracting(total -> total.movements())
          .containsExactlyInAnyOrder(1L, (long) STOCK);
    }
  }

  private static List<Object> sell(Node node) {
    List<Object> outcomes = new ArrayList<>();
    while (outcomes.size() < TRIES) {
      try {
        outcomes.add(node.issue("1"));
      } catch (InsufficientStockException soldOut) {
        outcomes.add(soldOut);
      } catch (UnavailableException contended) {
        assertThat(contended.code()).isEqualTo("unavailable.contended");
        // nothing was changed: it is tried once more, as a host would
      }
    }
    return outcomes;
  }

  @ParameterizedTest
  @EnumSource
  void aDecisionThatAnotherNodeOvertakesIsMadeAnew(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "10")) {
      Node here = shop.first();
      Node there = shop.node();
      overtake(here, () -> there.issue("4"));

      StockDocumentResult ours = here.issue("5");

      assertThat(here.onHand()).isEqualTo("1");
      assertThat(ours.version()).isEqualTo(here.sequence());
      shop.requireExact("1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatAnotherNodeHasSoldMeanwhileIsNotSoldAgain(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "10")) {
      Node here = shop.first();
      Node there = shop.node();
      here.issue("1");
      overtake(here, () -> there.issue("7"));

      Object refused = Race.of(1, caller -> here.issue("3")).get(0);

      assertThat(refused)
          .isInstanceOfSatisfying(
              InsufficientStockException.class,
              e -> assertThat(e.arguments()).containsEntry("available", "2"));
      shop.requireExact("2");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRefusalFromMemoryIsProvenAgainstWhatOthersHaveCommitted(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "10")) {
      Node here = shop.first();
      Node there = shop.node();
      here.issue("10");
      there.inventory().receive(ReceiveGoods.into("MAIN").line("TEA", "5", "6.00").build());

      // by all that this node remembers nothing is left
      here.issue("2");

      shop.requireExact("3");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRequestThatOneNodeHasDoneIsAnsweredByEveryOther(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "10")) {
      Node there = shop.node();
      IssueGoods issue = RoadShop.issue("4").requestId("till-1").build();
      StockDocumentResult first = shop.first().inventory().issue(issue);
      IssueGoods other = RoadShop.issue("5").requestId("till-1").build();

      assertThat(there.inventory().issue(issue)).isEqualTo(first);
      assertThat(
              shop.refused(RequestIdReusedException.class, () -> there.inventory().issue(other))
                  .code())
          .isEqualTo("request-id.reused");
      shop.requireExact("6");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRepeatedRequestGetsItsAnswerWhereItWouldBeRefusedToday(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "10")) {
      Node there = shop.node();
      IssueGoods issue = RoadShop.issue("10").requestId("till-1").build();
      StockDocumentResult first = shop.first().inventory().issue(issue);

      // nothing is left, and this node has not answered the request itself
      assertThat(there.inventory().issue(issue)).isEqualTo(first);
      shop.requireExact("0");
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneRequestSentToAllNodesAtOnceIsDoneOnce(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "10")) {
      List<Node> nodes = List.of(shop.first(), shop.node(), shop.node());
      IssueGoods issue = RoadShop.issue("4").requestId("till-1").build();

      List<Object> answers = Race.of(9, caller -> nodes.get(caller % 3).inventory().issue(issue));

      assertThat(answers).containsOnly(answers.get(0));
      shop.requireExact("6");
    }
  }

  /** Lets somebody else go first, once, just before the next commit of a node. */
  private static void overtake(Node node, Runnable other) {
    node.store()
        .beforeCommit(
            changes -> {
              node.store().heal();
              other.run();
            });
  }
}
