package io.jxc.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedMethod;

import io.jxc.spi.store.JxcStore;
import io.jxc.tck.StoreConformance;
import io.jxc.tck.StoreFixture;
import io.jxc.tck.Tampering;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The conformance kit is worth what it catches: each of these stores is wrong in one way, and the
 * named test of the kit fails on it, while it passes on the sound store.
 */
class BrokenStoresTest {
  /** A way to be wrong, and the test that shows it: suite, dot, method. */
  record Defect(String name, UnaryOperator<JxcStore> breaks, String caughtBy) {
    @Override
    public String toString() {
      return name + " → " + caughtBy;
    }
  }

  static Stream<Defect> defects() {
    return Stream.concat(commitDefects(), readDefects());
  }

  private static Stream<Defect> commitDefects() {
    return Stream.of(
        new Defect(
            "forgets floors", BrokenCommits::forgetsFloors, "Balances.floorThatAChangeNamesIsKept"),
        new Defect(
            "ignores the versions of balances",
            BrokenCommits::ignoresBalanceVersions,
            "Balances.staleVersionIsRefused"),
        new Defect("rounds decimals", BrokenCommits::roundsToCents, "Balances.deltasAddUp"),
        new Defect(
            "forgets latest values",
            BrokenCommits::forgetsLatestValues,
            "Balances.latestColumnHoldsTheNewestValue"),
        new Defect(
            "ignores basedOn",
            BrokenCommits::ignoresBasedOn,
            "Commits.headMovedIsAnsweredWhenSomebodyElseCommitted"),
        new Defect(
            "retries commits blindly",
            BrokenCommits::retriesBlindly,
            "Concurrency.exactlyOneOfManyCommitsOnOneHeadWins"),
        new Defect(
            "fences without looking",
            BrokenCommits::fencesWithoutLooking,
            "Commits.emptyChangeSetOnAMovedHeadSaysSo"),
        new Defect(
            "keeps half of what it refuses",
            BrokenCommits::keepsEntriesOfRefusals,
            "Commits.refusedChangeSetLeavesNothingBehind"),
        new Defect(
            "ignores the versions of documents",
            BrokenCommits::ignoresDocumentVersions,
            "Documents.staleVersionIsRefused"),
        new Defect(
            "loses an entry",
            BrokenCommits::losesTheLastEntry,
            "Commits.entriesTakeOneSequenceEachInTheirOrder"),
        new Defect(
            "reorders entries",
            BrokenCommits::reordersEntries,
            "Journals.entriesAreReadAsTheyWereAppended"),
        new Defect(
            "forgets to delete lines",
            BrokenCommits::forgetsDeletedLines,
            "Lines.linesChangeByWhatDiffers"),
        new Defect(
            "skips the unique check",
            BrokenCommits::skipsTheUniqueCheck,
            "Indexes.takenUniqueValueIsADuplicate"),
        new Defect(
            "skips the unique check within a change set",
            BrokenCommits::takesTheFirstOfTwoUniqueValues,
            "Indexes.uniqueValueTwiceInOneChangeSetIsADuplicate"),
        new Defect(
            "commits what it shall prepare",
            BrokenCommits::commitsWhatItShallPrepare,
            "PreparedCommits.whatIsPreparedAndDroppedHasChangedNothing"),
        new Defect(
            "looks at the head when it prepares",
            BrokenCommits::looksAtTheHeadWhenItPrepares,
            "PreparedCommits.commitMayBePreparedBeforeTheOneItStandsOnIsThere"),
        new Defect(
            "breaks the hash chain",
            BrokenCommits::answersBlocksWithoutTheirHash,
            "HashChain.chainOfEveryBlockIsSound"));
  }

  private static Stream<Defect> readDefects() {
    return Stream.of(
        new Defect(
            "leaks another tenant's document",
            BrokenReads::leaksDocumentsOfOtherTenants,
            "TenantIsolation.tenantWithoutDataSeesNothingOfOthers"),
        new Defect(
            "finds another tenant's block",
            BrokenReads::findsBlocksOfOtherTenants,
            "TenantIsolation.blocksOfOneTenantAreNotFoundByAnother"),
        new Defect(
            "shows dirty snapshots",
            BrokenReads::showsDirtySnapshots,
            "Snapshots.viewShowsTheStateInWhichItWasOpened"),
        new Defect(
            "takes the snapshot at the first read",
            BrokenReads::takesTheSnapshotAtTheFirstRead,
            "Snapshots.viewOfATenantWithoutBlockStaysEmpty"),
        new Defect(
            "reads the head outside the snapshot",
            BrokenReads::showsANewerHead,
            "Snapshots.severalViewsEachShowTheirOwnState"),
        new Defect(
            "shows entries late",
            BrokenReads::showsEntriesLate,
            "Feed.readerRacingWritersMissesNoEntry"),
        new Defect(
            "keeps zero rows", BrokenReads::keepsZeroRows, "Balances.balanceOfAllZeroVanishes"),
        new Defect(
            "drops the scale of decimals",
            BrokenReads::dropsTheScale,
            "Balances.valuesHaveTheScaleOfTheirColumn"),
        new Defect(
            "counts in doubles",
            BrokenReads::countsInDoubles,
            "Balances.valuesAreExactToTheLastOfTwentyFourDigits"),
        new Defect(
            "gives balances prefix by prefix",
            BrokenReads::givesBalancesPrefixByPrefix,
            "BalanceReads.rangeGivesTheBalancesUnderEachPrefixInOrderOfKeys"),
        new Defect(
            "sorts by UTF-16",
            BrokenReads::sortsByUtf16,
            "Collation.charactersBeyondTheFirstPlaneComeAfterAllOthers"),
        new Defect(
            "ignores the case of index values",
            BrokenReads::ignoresCaseOfIndexValues,
            "Collation.indexValuesAreComparedByTheirBytes"),
        new Defect(
            "skips a row after a cursor",
            BrokenReads::skipsARowAfterACursor,
            "Paging.pagesGiveEachRowOnceInBothDirections"),
        new Defect(
            "reads more rows than allowed",
            BrokenReads::readsMoreThanAllowed,
            "Paging.pageEndsShortWhenTheBoundOnRowsReadIsMet"),
        new Defect(
            "cuts groups", BrokenReads::cutsGroups, "Aggregates.moreGroupsThanAskedForAreRefused"),
        new Defect(
            "cuts moments to milliseconds",
            BrokenReads::cutsMomentsToMillis,
            "Exactness.momentsAreKeptToTheMicrosecondWhateverTheTimeZone"),
        new Defect(
            "takes all types for one",
            BrokenLookups::takesAllTypesForOne,
            "Documents.documentsOfSeveralTypesAreReadAtOnce"),
        new Defect(
            "finds values that start like those asked for",
            BrokenLookups::findsValuesThatStartLikeThose,
            "Indexes.severalValuesAreAskedForAtOnce"),
        new Defect(
            "leases to everybody",
            BrokenReads::leasesToEverybody,
            "Leases.heldLeaseIsNotTakenByAnother"),
        new Defect(
            "goes on when closed", BrokenReads::goesOnWhenClosed, "Lifecycle.closedStoreRefuses"));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void namedTestFailsOnTheBrokenStoreAndPassesOnTheSoundOne(Defect defect) {
    assertThat(run(UnaryOperator.identity(), defect.caughtBy())).isEmpty();
    assertThat(run(defect.breaks(), defect.caughtBy()))
        .get()
        .as("failure on a store that %s", defect.name())
        .isInstanceOf(AssertionError.class);
  }

  /** Runs one test of the kit; answers why it failed, if it did. */
  private static Optional<Throwable> run(UnaryOperator<JxcStore> breaks, String test) {
    String suite = StoreConformance.class.getName() + "$" + test.substring(0, test.indexOf('.'));
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(
                selectNestedMethod(
                    List.of(KitOnBrokenStore.class.getName()),
                    suite,
                    test.substring(test.indexOf('.') + 1)))
            .build();
    Verdict verdict = new Verdict();
    KitOnBrokenStore.breaks = breaks;
    try {
      LauncherFactory.create().execute(request, verdict);
    } finally {
      KitOnBrokenStore.breaks = UnaryOperator.identity();
    }
    assertThat(verdict.tests).as("tests named " + test).isEqualTo(1);
    return verdict.failure;
  }

  /** The whole kit on whatever store is set; the launcher makes the instance. */
  static final class KitOnBrokenStore extends StoreConformance {
    private static volatile UnaryOperator<JxcStore> breaks = UnaryOperator.identity();

    @Override
    protected StoreFixture open() {
      return new BrokenFixture(new MemoryFixture(), breaks);
    }
  }

  /** A memory store behind one that is broken. */
  private record BrokenFixture(MemoryFixture sound, JxcStore store) implements StoreFixture {
    BrokenFixture(MemoryFixture sound, UnaryOperator<JxcStore> breaks) {
      this(sound, breaks.apply(sound.store()));
    }

    @Override
    public void tamper(Tampering what) {
      sound.tamper(what);
    }

    @Override
    public void close() {
      sound.close();
    }
  }

  /** Remembers how many tests ran and why the last one that failed did. */
  private static final class Verdict implements TestExecutionListener {
    private int tests;
    private Optional<Throwable> failure = Optional.empty();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      tests += test.isTest() ? 1 : 0;
      if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
        failure = Optional.of(result.getThrowable().orElseThrow());
      }
    }
  }
}
