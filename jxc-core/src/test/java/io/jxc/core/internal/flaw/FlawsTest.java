package io.jxc.core.internal.flaw;

import static io.jxc.core.internal.flaw.Flaw.SIMULATOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.core.internal.flaw.Flaw.Change;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each flaw is caught by the test that is named beside it. */
class FlawsTest {
  private static final Map<Flaw, Future<Optional<String>>> FOUND = new HashMap<>();

  /** Each takes a second or two of one core: two at a time. */
  @BeforeAll
  static void look() {
    ExecutorService workers = Executors.newFixedThreadPool(2);
    for (Flaw flaw : flaws().toList()) {
      FOUND.put(flaw, workers.submit(() -> new Killers(FlawedLoader.of(flaw)).run(flaw.killer())));
    }
    workers.shutdown();
  }

  static Stream<Flaw> flaws() {
    return Stream.of(road(), rules(), feed(), store()).flatMap(List::stream);
  }

  private static List<Flaw> road() {
    return List.of(
        Flaw.of(
            "the fence is skipped when a fate is unknown",
            "command/Committer.java",
            new Change(
                "store.commit(ChangeSet.builder(tenant, changes.basedOn(), ids.get(),"
                    + " changes.at()).build());",
                ""),
            SIMULATOR),
        Flaw.of(
            "callers are woken before the commit",
            "command/Committer.java",
            new Change(
                "answer = send(flight, sending.get());",
                "commands.forEach(p -> p.finish(decided.changes().lastSequence()));"
                    + " answer = send(flight, sending.get());"),
            SIMULATOR),
        Flaw.of(
            "an unknown fate is taken for a failure",
            "command/Committer.java",
            new Change(
                "commands.forEach(p -> p.fail(OutcomeUnknownException.ofRequest(p.requestId,"
                    + " unknown)));",
                "commands.forEach(p -> p.fail(StorageException.passing(\"failed\", unknown)));"),
            SIMULATOR),
        Flaw.of(
            "what is cached outlives the commit of another node",
            "command/RowCache.java",
            new Change("      epoch++;\n", ""),
            "command.NodesTest#aRefusalFromMemoryIsProvenAgainstWhatOthersHaveCommitted"),
        Flaw.of(
            "the cache forgets whose row it is",
            "command/RowCache.java",
            new Change("this.lane = lane;", "this.lane = 1;"),
            SIMULATOR),
        Flaw.of(
            "rows of another head are read as if they were of ours",
            "command/Decider.java",
            new Change("if (base.sequence() != working.basedOn()) {", "if (false) {"),
            "command.NodesTest#aRefusalFromMemoryIsProvenAgainstWhatOthersHaveCommitted"),
        Flaw.of(
            "what was decided on a batch outlives its failure",
            "command/Decider.java",
            new Change("draft != null && draft.epoch == epoch;", "draft != null;"),
            "command.AheadTest#aBlockOfAnotherNodeIsNotTakenForTheBatchThatFailed"),
        Flaw.of(
            "a request id is trusted though the store refused it",
            "command/Committer.java",
            new Change("trusted.inValues() && refused instanceof DuplicateKeyException", "false"),
            "command.NodesTest#aRequestThatOneNodeHasDoneIsAnsweredByEveryOther"),
        Flaw.of(
            "a repeated id with other content is answered as if it were the same",
            "command/Batch.java",
            new Change("if (!same) {", "if (false) {"),
            SIMULATOR),
        Flaw.of(
            "a repeated request is done again",
            "command/Batch.java",
            new Change("if (earlier.isPresent()) {", "if (false) {"),
            SIMULATOR),
        Flaw.of(
            "an audit entry is dropped",
            "command/Batch.java",
            new Change("entries.addAll(AuditWriter.entries(committed(pending, objects)));", ""),
            SIMULATOR),
        Flaw.of(
            "what a helper has not ended is left out of the log",
            "command/Traces.java",
            new Change(
                "entries.addAll(some == null ? traces.get(i).entries() : some);",
                "entries.addAll(some == null ? List.of() : some);"),
            "command.TracesTest#whatAHelperIsStillAtIsWrittenWithoutIt"),
        Flaw.of(
            "a refused command stands in the log as done",
            "command/Batch.java",
            new Change("        AuditOutcome.REFUSED,", "        AuditOutcome.OK,"),
            SIMULATOR),
        Flaw.of(
            "permissions are not asked for",
            "command/Batch.java",
            new Change("      rights.require(pending.type.permission());", ""),
            SIMULATOR),
        Flaw.of(
            "the time of a decision runs back with the clock",
            "command/Decider.java",
            new Change("return now.isBefore(last) ? last : now;", "return now;"),
            SIMULATOR),
        Flaw.of(
            "balances are set instead of moved",
            "command/Assembly.java",
            new Change("after.subtract(before)", "after"),
            SIMULATOR));
  }

  private static List<Flaw> rules() {
    return List.of(
        Flaw.of(
            "nobody looks whether goods are there",
            "inventory/StockRules.java",
            new Change(
                "    if (!mayGoBelow) {\n      Availability.require(changes, context,"
                    + " move.warehouse(), demand(move.lines()));\n    }\n",
                ""),
            SIMULATOR),
        Flaw.of(
            "a claim that is taken from keeps its reservation",
            "inventory/ClaimRules.java",
            new Change("reserve(changes, claim.warehouse(), line.sku(), take.negate());", ""),
            SIMULATOR),
        Flaw.of(
            "a claim that ends keeps its reservation",
            "inventory/ClaimRules.java",
            new Change(
                "reserve(changes, claim.warehouse(), line.sku(), line.open().negate());", ""),
            SIMULATOR),
        Flaw.of(
            "an order is cancelled and keeps its claims",
            "sales/SalesStock.java",
            new Change(
                "order.claims().forEach(claim -> ClaimRules.release(changes, context,"
                    + " claim.id()));",
                ""),
            SIMULATOR),
        Flaw.of(
            "more is shipped than was ordered",
            "sales/Shipping.java",
            new Change("    parts.forEach(part -> requireOpen(head, part));\n", ""),
            SIMULATOR),
        Flaw.of(
            "a version is not compared",
            "sales/OrderSteps.java",
            new Change("expected.isPresent() && expected.get() != version", "false"),
            "sales.OrderLifeTest#anUpdateOfAnOldVersionIsRefused"));
  }

  private static List<Flaw> feed() {
    return List.of(
        Flaw.of(
            "the lease is not looked at",
            "feed/SubscriptionRunner.java",
            new Change("    return lease.isPresent();", "    return true;"),
            SIMULATOR),
        Flaw.of(
            "the token of a lost lease still counts",
            "feed/SubscriptionRules.java",
            new Change("if (now.token() > fence.token()) {", "if (false) {"),
            "feed.SubscriptionRunnerTest#aNodeThatWakesUpBehindItsLeaseMovesNoPlace"),
        Flaw.of(
            "what is parked is skipped",
            "feed/SubscriptionRunner.java",
            new Change(
                "track.failures.add(new Progress.Failure(event, track.attempts, text(failure)));",
                ""),
            SIMULATOR),
        Flaw.of(
            "a listener goes on behind what it has not read",
            "feed/ListenerRunner.java",
            new Change(".orElse(batch.readTo());", ".orElse(batch.head().sequence() + 1);"),
            SIMULATOR),
        Flaw.of(
            "an event counts as delivered before it is",
            "feed/SubscriptionRunner.java",
            new Change(
                "  private boolean deliver(TenantId tenant, Track track, JxcEvent event)\n"
                    + "      throws InterruptedException {",
                "  private boolean deliver(TenantId tenant, Track track, JxcEvent event) throws"
                    + " InterruptedException {track.delivered(event.sequence());"),
            SIMULATOR),
        Flaw.of(
            "the place is lost with the node",
            "feed/SubscriptionReader.java",
            new Change(
                "track.sequence = begin && kept.isPresent() ? reached",
                "track.sequence = begin && kept.isPresent() ? head.sequence()"),
            SIMULATOR));
  }

  private static List<Flaw> store() {
    String memory = "jxc-store-memory/src/main/java/io/jxc/store/memory/";
    return List.of(
        new Flaw(
            "a commit ignores what it is based on",
            memory + "TenantLog.java",
            "head.sequence() != changes.basedOn()",
            "head.sequence() < changes.basedOn()",
            SIMULATOR),
        new Flaw(
            "a unique value is given twice",
            memory + "Preconditions.java",
            "if (taken || !come",
            "if (!come",
            SIMULATOR),
        new Flaw(
            "blocks are not linked",
            "jxc-api/src/main/java/io/jxc/spi/store/Chain.java",
            "        blockHash(\n            head.blockHash(),",
            "        blockHash(\n            genesis(changes.tenant()),",
            SIMULATOR));
  }

  static Stream<String> killers() {
    return flaws().map(Flaw::killer).filter(killer -> !killer.equals(SIMULATOR)).distinct();
  }

  @ParameterizedTest
  @MethodSource("killers")
  void soundCodePasses(String killer) throws Exception {
    assertThat(new Killers(FlawedLoader.sound()).run(killer)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("flaws")
  void isCaught(Flaw flaw) throws Exception {
    Optional<String> found = Objects.requireNonNull(FOUND.get(flaw)).get();

    System.out.println(flaw + ": " + found.orElse("NOT CAUGHT").lines().findFirst().orElse(""));
    assertThat(found).as("what %s says of: %s", flaw.killer(), flaw.name()).isPresent();
  }
}
