package io.jxc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.TenantId;
import io.jxc.api.error.OutcomeUnknownException;
import io.jxc.api.error.StorageException;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.Durability;
import io.jxc.spi.store.JournalEntry;
import io.jxc.tck.KitTypes;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The answer to a commit is the truth, whatever fails while it is given. */
class UnknownOutcomeTest {
  private static final TenantId SHOP = TenantId.of("shop");

  private Path folder;
  private WatchedSource source;
  private JdbcStore store;

  @BeforeEach
  void open() {
    folder = H2Fixture.copyOfTemplate();
    source = new WatchedSource(new ConnectionSource.H2File(folder).url(), "jxc", "");
    store = JdbcStore.using(source).durability(Durability.POWER_LOSS).build();
    store.register(KitTypes.SCHEMA);
    assertThat(store.commit(entry(0))).isInstanceOf(Commit.Committed.class);
  }

  @AfterEach
  void close() {
    store.close();
    H2Fixture.delete(folder);
  }

  @Test
  void commitThatNeverArrivedIsAnsweredAsNotDone() {
    source.failBefore(once("commit"));
    assertThatThrownBy(() -> store.commit(entry(1)))
        .isInstanceOfSatisfying(StorageException.class, e -> assertThat(e.retryable()).isTrue());
    assertThat(store.head(SHOP).sequence()).isEqualTo(1);
    assertThat(store.commit(entry(1))).isInstanceOf(Commit.Committed.class);
  }

  @Test
  void commitWhoseAnswerWasLostIsAnsweredAsDone() {
    source.failAfter(once("commit"));
    Commit commit = store.commit(entry(1));
    assertThat(((Commit.Committed) commit).block().orElseThrow().lastSequence()).isEqualTo(2);
    assertThat(store.head(SHOP).sequence()).isEqualTo(2);
  }

  @Test
  void firstCommitWhoseAnswerWasLostIsAnsweredAsDone() {
    source.failAfter(once("commit"));
    TenantId fresh = TenantId.of("fresh");
    assertThat(store.commit(entry(fresh, 0))).isInstanceOf(Commit.Committed.class);
    assertThat(store.head(fresh).sequence()).isEqualTo(1);
  }

  @Test
  void firstCommitThatNeverArrivedIsAnsweredAsNotDone() {
    source.failBefore(once("commit"));
    TenantId fresh = TenantId.of("fresh");
    assertThatThrownBy(() -> store.commit(entry(fresh, 0))).isInstanceOf(StorageException.class);
    assertThat(store.head(fresh).sequence()).isZero();
    assertThat(store.commit(entry(fresh, 0))).isInstanceOf(Commit.Committed.class);
  }

  @Test
  void commitThatCannotBeAskedAboutIsAnsweredAsUnknown() {
    loseEverythingFromTheCommitOn();
    ChangeSet changes = entry(1);
    assertThatThrownBy(() -> store.commit(changes))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageContaining(changes.blockId().toString());
  }

  /** Nobody has synced the commit: whoever asks for the block afterwards does. */
  @Test
  void commitThatWasUnknownIsToldOfOnlyOnceItIsSynced() {
    loseEverythingFromTheCommitOn();
    ChangeSet changes = entry(1);
    assertThatThrownBy(() -> store.commit(changes)).isInstanceOf(OutcomeUnknownException.class);
    source.failBefore(what -> {});
    source.failAfter(what -> {});
    source.takeExecuted();
    assertThat(store.block(SHOP, new BlockRef.ById(changes.blockId()))).isPresent();
    assertThat(source.takeExecuted()).contains("CHECKPOINT SYNC");
    assertThat(store.head(SHOP).sequence()).isEqualTo(2);
    assertThat(source.takeExecuted()).as("once").doesNotContain("CHECKPOINT SYNC");
  }

  /** On a cluster a lock alone proves nothing, and neither does a read. */
  @Test
  void lookBehindALostAnswerWritesTheHeadAndCommits() {
    source.failAfter(once("commit"));
    source.takeExecuted();
    assertThat(store.commit(entry(1))).isInstanceOf(Commit.Committed.class);
    List<String> executed = source.takeExecuted();
    List<String> look = executed.subList(executed.indexOf("commit") + 1, executed.size());
    assertThat(look.stream().map(UnknownOutcomeTest::verb))
        .containsSubsequence("SELECT", "UPDATE jxc_head SET fence", "commit", "CHECKPOINT SYNC");
    assertThat(look).anyMatch(sql -> sql.contains(" FOR UPDATE"));
  }

  @Test
  void emptyCommitWritesTheHeadAsWell() {
    source.takeExecuted();
    store.commit(ChangeSet.builder(SHOP, 1, UUID.randomUUID(), Instant.EPOCH).build());
    assertThat(source.takeExecuted().stream().map(UnknownOutcomeTest::verb))
        .containsSubsequence("SELECT", "UPDATE jxc_head SET fence", "commit");
    assertThat(store.head(SHOP).sequence()).isEqualTo(1);
  }

  @Test
  void lookThatIsRolledBackItselfIsNoAnswer() {
    source.failAfter(
        what -> {
          if (what.equals("commit")) {
            source.failBefore(
                next -> {
                  if (next.startsWith("UPDATE jxc_head SET fence")) {
                    throw new SQLException("Got error 149 during COMMIT", "HY000", 1180);
                  }
                });
            throw lost();
          }
        });
    assertThatThrownBy(() -> store.commit(entry(1))).isInstanceOf(OutcomeUnknownException.class);
  }

  private static String verb(String sql) {
    for (String known : List.of("UPDATE jxc_head SET fence", "SELECT", "INSERT")) {
      if (sql.startsWith(known)) {
        return known;
      }
    }
    return sql;
  }

  @Test
  void whatFailsBeforeTheCommitChangesNothingAndMayBeRepeated() {
    for (String statement :
        new String[] {"INSERT INTO jxc_block", "INSERT INTO jxc_journal", "UPDATE jxc_head"}) {
      source.failBefore(
          what -> {
            if (what.startsWith(statement)) {
              throw new SQLException("deadlock", "40001", 1213);
            }
          });
      assertThatThrownBy(() -> store.commit(entry(1)))
          .isInstanceOfSatisfying(StorageException.class, e -> assertThat(e.retryable()).isTrue());
      source.failBefore(what -> {});
      assertThat(store.head(SHOP).sequence()).isEqualTo(1);
    }
  }

  @Test
  void anotherBlockInTheSamePlaceIsNotTakenForTheOneThatWasSent() {
    source.failBefore(
        what -> {
          placeTaken(what);
          if (what.startsWith("SELECT block_id")) {
            // The lock is given back by now: somebody else gets in between.
            source.failBefore(next -> {});
            assertThat(store.commit(entry(1))).isInstanceOf(Commit.Committed.class);
          }
        });
    assertThat(store.commit(entry(1)))
        .isInstanceOfSatisfying(
            Commit.HeadMoved.class, moved -> assertThat(moved.head().sequence()).isEqualTo(2));
  }

  @Test
  void blockThatStandsAfterTheHeadIsReportedAsDamage() {
    source.failBefore(UnknownOutcomeTest::placeTaken);
    assertThatThrownBy(() -> store.commit(entry(1)))
        .isInstanceOfSatisfying(StorageException.class, e -> assertThat(e.retryable()).isFalse())
        .hasMessageContaining("a block stands after the head 1");
    assertThat(store.head(SHOP).sequence()).isEqualTo(1);
  }

  @Test
  void failedSyncIsUnknownAndTakesTheStoreDownUntilItIsReopened() {
    source.failBefore(once("CHECKPOINT SYNC"));
    assertThatThrownBy(() -> store.commit(entry(1))).isInstanceOf(OutcomeUnknownException.class);
    assertThatThrownBy(() -> store.commit(entry(2))).isInstanceOf(StorageException.class);
    assertThatThrownBy(() -> store.view(SHOP)).isInstanceOf(StorageException.class);
    assertThat(store.health().up()).isFalse();
    try (JdbcStore reopened = JdbcStore.using(source).build()) {
      reopened.register(KitTypes.SCHEMA);
      assertThat(reopened.head(SHOP).sequence()).isEqualTo(2);
    }
  }

  private void loseEverythingFromTheCommitOn() {
    source.failAfter(
        what -> {
          if (what.equals("commit")) {
            source.failBefore(
                next -> {
                  throw lost();
                });
            throw lost();
          }
        });
  }

  private static void placeTaken(String what) throws SQLException {
    if (what.startsWith("INSERT INTO jxc_block")) {
      throw new SQLException("unique index violation", "23505", 23505);
    }
  }

  private static SQLException lost() {
    return new SQLException("connection lost", "08S01");
  }

  private WatchedSource.Fault once(String wanted) {
    return what -> {
      if (what.equals(wanted)) {
        source.failBefore(next -> {});
        source.failAfter(next -> {});
        throw lost();
      }
    };
  }

  private static ChangeSet entry(long basedOn) {
    return entry(SHOP, basedOn);
  }

  private static ChangeSet entry(TenantId tenant, long basedOn) {
    AttributeValues values = AttributeValues.builder(KitTypes.NOTE.attributes()).build();
    return ChangeSet.builder(tenant, basedOn, UUID.randomUUID(), Instant.EPOCH)
        .entry(new JournalEntry("kit_note", 1, values, Bytes.EMPTY))
        .build();
  }
}
