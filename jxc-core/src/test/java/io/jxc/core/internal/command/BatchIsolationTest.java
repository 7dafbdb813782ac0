package io.jxc.core.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.Actor;
import io.jxc.api.Outcome;
import io.jxc.api.PageRequest;
import io.jxc.api.audit.AuditOutcome;
import io.jxc.api.audit.AuditQuery;
import io.jxc.api.audit.AuditRecord;
import io.jxc.api.error.AccessDeniedException;
import io.jxc.api.error.ChangeRefusedException;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.JxcException;
import io.jxc.api.error.StorageException;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.inventory.StockDocumentResult;
import io.jxc.core.internal.command.RoadShop.Node;
import io.jxc.core.internal.testing.Caller;
import io.jxc.core.internal.testing.FaultStore;
import io.jxc.core.internal.testing.Ground.Kind;
import io.jxc.core.internal.testing.MovingClock;
import io.jxc.spi.store.ChangeSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands share a commit and nothing else. */
class BatchIsolationTest {
  @ParameterizedTest
  @EnumSource
  void whatIsRefusedInABatchDoesNotDisturbTheOthers(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "10")) {
      Node node = shop.first();
      node.inventory().issue(RoadShop.issue("1").requestId("known").build());
      node.store().takeCommits();

      List<Outcome<StockDocumentResult>> outcomes =
          node.inventory()
              .issueAll(
                  List.of(
                      named("a", "2"),
                      named("b", "100"),
                      IssueGoods.from("MAIN").reason("sold").line("COFFEE", "1").build(),
                      named("known", "1"),
                      named("known", "2"),
                      named("c", "7"),
                      named("c", "7"),
                      named("d", "1")));

      assertThat(outcomes.stream().map(BatchIsolationTest::told))
          .containsExactly(
              "done",
              "stock.insufficient",
              "reference.unknown",
              "done",
              "request-id.reused",
              "done",
              "done",
              "stock.insufficient");
      assertThat(outcomes.get(6)).as("repeated within the batch").isEqualTo(outcomes.get(5));
      assertThat(node.store().takeCommits()).isEqualTo(1);
      shop.requireExact("0");
    }
  }

  @Test
  void aBatchThatTheStoreRefusesIsSplitUntilTheCulpritIsAlone() {
    for (JxcException refusal :
        List.of(
            new DuplicateKeyException("number", "X"),
            StorageException.failed("disk", new IllegalStateException("odd")),
            new ChangeRefusedException(ChangeRefusedException.Reason.FLOOR, "stock", "X"))) {
      try (RoadShop shop = RoadShop.open(Kind.MEMORY, "100")) {
        Node node = shop.first();
        node.store().beforeCommit(changes -> refuseIfItHas(changes, "culprit", refusal));

        List<Outcome<StockDocumentResult>> outcomes =
            node.inventory()
                .issueAll(
                    IntStream.range(0, 20)
                        .mapToObj(i -> named(i == 13 ? "culprit" : "good-" + i, "1"))
                        .toList());

        for (int i = 0; i < outcomes.size(); i++) {
          assertThat(told(outcomes.get(i))).isEqualTo(i == 13 ? refusal.code() : "done");
        }
        shop.requireExact("81");
      }
    }
  }

  private static void refuseIfItHas(ChangeSet changes, String request, JxcException refusal) {
    boolean has =
        changes.documents().stream().anyMatch(document -> document.key().endsWith(request));
    if (has) {
      throw refusal;
    }
  }

  @ParameterizedTest
  @EnumSource
  void aQuantityThatNoStoreCanAddUpFailsItsOwnCommandOnly(Kind kind) {
    try (RoadShop shop = RoadShop.open(kind, "1")) {
      Node node = shop.first();
      List<Outcome<StockDocumentResult>> outcomes =
          node.inventory()
              .receiveAll(List.of(received("1"), received("999999999999999999"), received("2")));

      assertThat(outcomes.stream().map(BatchIsolationTest::told))
          .containsExactly("done", "limit.exceeded", "done");
      assertThat(node.store().takeCommits()).isEqualTo(1);
      shop.requireExact("4");
    }
  }

  private static ReceiveGoods received(String quantity) {
    return ReceiveGoods.into("MAIN").line("TEA", quantity, "0").build();
  }

  @Test
  void whatAnInterceptorVetoesOfABulkCallIsThatCommandOnly() {
    try (RoadShop shop =
        RoadShop.open(
            Kind.MEMORY,
            "10",
            options ->
                options.interceptor(
                    info -> {
                      if (info.command().requestId().equals("odd")) {
                        throw info.veto("not today");
                      }
                    }))) {
      List<Outcome<StockDocumentResult>> outcomes =
          shop.first()
              .inventory()
              .issueAll(List.of(named("even", "1"), named("odd", "1"), named("also-even", "1")));

      assertThat(outcomes.stream().map(BatchIsolationTest::told))
          .containsExactly("done", "interceptor.veto", "done");
      shop.requireExact("8");
    }
  }

  @Test
  void aBulkCallOfMoreThanAThousandIsRefusedWhole() {
    try (RoadShop shop = RoadShop.open(Kind.MEMORY, "2000")) {
      List<IssueGoods> commands =
          IntStream.range(0, 1_001).mapToObj(i -> named("r-" + i, "1")).toList();

      InvalidCommandException refused =
          shop.refused(
              InvalidCommandException.class, () -> shop.first().inventory().issueAll(commands));

      assertThat(refused.code()).isEqualTo("lines.count");
      assertThat(refused.arguments())
          .containsEntry("expected", "0..1000")
          .containsEntry("found", "1001");
    }
  }

  @Test
  void aBulkCallOfNothingIsAnsweredWithNothing() {
    try (RoadShop shop = RoadShop.open(Kind.MEMORY, "1")) {
      assertThat(shop.first().inventory().issueAll(List.of())).isEmpty();
      assertThat(shop.first().root().previewing().inventory().issueAll(List.of())).isEmpty();
    }
  }

  @Test
  void refusalsByRulesAreCountedByTheMinuteAndTakenAlongByTheNextCommit() {
    MovingClock clock = new MovingClock(Instant.parse("2026-11-22T02:00:10Z"));
    try (RoadShop shop = RoadShop.open(Kind.MEMORY, "10", options -> options.clock(clock))) {
      Node node = shop.first();
      for (int i = 0; i < 3; i++) {
        shop.refused(JxcException.class, () -> node.issue("11"));
      }
      node.issue("1");
      assertThat(refusals(node)).as("the minute is not over").isEmpty();
      clock.advance(Duration.ofMinutes(1));
      shop.refused(JxcException.class, () -> node.issue("11"));
      node.issue("1");
      node.issue("1");

      assertThat(refusals(node))
          .singleElement()
          .satisfies(
              record -> {
                assertThat(record.count()).isEqualTo(3);
                assertThat(record.action()).isEqualTo("inventory.issue");
                assertThat(record.code()).contains("stock.insufficient");
                assertThat(record.at()).isEqualTo(Instant.parse("2026-11-22T02:00:00Z"));
              });
      shop.requireExact("7");
    }
  }

  @Test
  void countedRefusalsSurviveACommitThatFailsAndAreWrittenOnce() {
    MovingClock clock = new MovingClock(Instant.parse("2026-11-22T02:00:10Z"));
    try (RoadShop shop = RoadShop.open(Kind.MEMORY, "10", options -> options.clock(clock))) {
      Node node = shop.first();
      shop.refused(JxcException.class, () -> node.issue("11"));
      clock.advance(Duration.ofMinutes(1));
      FaultStore store = node.store();
      // what is refused as taken is decided once more, and everything is looked up for it
      store.beforeCommit(
          changes -> {
            throw new DuplicateKeyException("number", "X");
          });
      shop.refused(DuplicateKeyException.class, () -> node.issue("1"));
      store.heal();
      assertThat(refusals(node)).isEmpty();

      node.issue("1");
      node.issue("1");

      assertThat(refusals(node)).hasSize(1);
    }
  }

  @Test
  void aLackOfPermissionIsRecordedInTheCommitOfTheOthers() {
    try (RoadShop shop = RoadShop.open(Kind.MEMORY, "10")) {
      Node node = shop.first();
      Supplier<StockDocumentResult> stranger =
          () -> node.jxc().as(Actor.of("acme", "nobody")).inventory().issue(named("x", "1"));

      assertThat(Caller.of(stranger).outcome()).isInstanceOf(AccessDeniedException.class);

      assertThat(node.store().takeCommits()).as("the refusal has a block").isEqualTo(1);
      assertThat(refusals(node))
          .singleElement()
          .satisfies(record -> assertThat(record.permission()).contains("stock.issue"));
      shop.requireExact("10");
    }
  }

  private static List<AuditRecord> refusals(Node node) {
    return node.root().audit().search(AuditQuery.all(), PageRequest.first(100)).items().stream()
        .filter(record -> record.outcome() == AuditOutcome.REFUSED)
        .toList();
  }

  private static IssueGoods named(String request, String quantity) {
    return RoadShop.issue(quantity).requestId(request).build();
  }

  private static String told(Outcome<?> outcome) {
    return outcome.error().map(JxcException::code).orElse("done");
  }
}
