package io.jxc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.TenantId;
import io.jxc.api.error.OutcomeUnknownException;
import io.jxc.api.error.StorageException;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.Durability;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.PreparedCommit;
import io.jxc.tck.KitTypes;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On H2 the rows of a commit are written while the one before it is synced, and no more. */
class FollowedCommitTest {
  private static final TenantId SHOP = TenantId.of("shop");

  private final CountDownLatch nextIsWritten = new CountDownLatch(1);
  private int blocks;
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
    source.takeExecuted();
  }

  @AfterEach
  void close() {
    store.close();
    H2Fixture.delete(folder);
  }

  @Test
  void theNextCommitIsWrittenWhileOneIsSyncedAndCommittedBehindThat() {
    source.failBefore(what -> holdTheFirstSync(what, false));
    source.failAfter(this::notice);
    CompletableFuture<Commit> next = new CompletableFuture<>();

    Commit first = followed(next);

    assertThat(first).isInstanceOf(Commit.Committed.class);
    assertThat(next.join()).isInstanceOf(Commit.Committed.class);
    assertThat(store.head(SHOP).sequence()).isEqualTo(3);
    assertThat(
            source.takeExecuted().stream()
                .filter(what -> what.equals("commit") || what.startsWith("CHECKPOINT")))
        .containsExactly("commit", "CHECKPOINT SYNC", "commit", "CHECKPOINT SYNC");
  }

  @Test
  void whereTheSyncFailsNothingIsCommittedBehindIt() {
    source.failBefore(what -> holdTheFirstSync(what, true));
    source.failAfter(this::notice);
    CompletableFuture<Commit> next = new CompletableFuture<>();

    assertThatThrownBy(() -> followed(next)).isInstanceOf(OutcomeUnknownException.class);

    assertThatThrownBy(next::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(StorageException.class);
    try (JdbcStore reopened = JdbcStore.using(source).build()) {
      reopened.register(KitTypes.SCHEMA);
      assertThat(reopened.head(SHOP).sequence()).isEqualTo(2);
    }
  }

  /** Commits, and sends the next commit as soon as the first one is placed. */
  private Commit followed(CompletableFuture<Commit> next) {
    PreparedCommit first = store.prepare(entry(1));
    PreparedCommit second = store.prepare(entry(2));
    return first.commit(() -> next.completeAsync(second::commit, w -> new Thread(w).start()));
  }

  private void holdTheFirstSync(String what, boolean failing) throws SQLException {
    if (what.equals("CHECKPOINT SYNC")) {
      source.failBefore(others -> {});
      requireSoon(nextIsWritten);
      if (failing) {
        throw new SQLException("disk full", "HY000");
      }
    }
  }

  private synchronized void notice(String what) {
    if (what.startsWith("INSERT INTO jxc_block") && ++blocks == 2) {
      nextIsWritten.countDown();
    }
  }

  private static void requireSoon(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).as("the next commit is written").isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static ChangeSet entry(long basedOn) {
    AttributeValues values = AttributeValues.builder(KitTypes.NOTE.attributes()).build();
    return ChangeSet.builder(SHOP, basedOn, UUID.randomUUID(), Instant.EPOCH)
        .entry(new JournalEntry("kit_note", 1, values, Bytes.EMPTY))
        .build();
  }
}
