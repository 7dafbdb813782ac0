package io.jxc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jxc.api.TenantId;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.HostTransactionException;
import io.jxc.api.error.StorageException;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.Durability;
import io.jxc.spi.store.HostTransaction;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.JxcStore;
import io.jxc.tck.KitTypes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commits within a transaction that the host begins and ends, beside rows of its own. */
abstract class HostTransactionContract {
  static final TenantId SHOP = TenantId.of("shop");
  private static final long PATIENCE_SECONDS = 30;
  private static final TimeUnit MILLIS = TimeUnit.MILLISECONDS;

  /** A database with the kit's tables, as the host sees it. */
  WatchedSource source;

  JdbcStore store;
  Connection host;

  abstract WatchedSource database();

  /** Gives the database back. */
  abstract void done();

  @BeforeEach
  void open() throws SQLException {
    source = database();
    try (Connection connection = source.getConnection()) {
      HostConnections.execute(
          connection, "CREATE TABLE IF NOT EXISTS host_row (id INT PRIMARY KEY, n INT)");
    }
    store = JdbcStore.using(source).durability(Durability.PROCESS_CRASH).build();
    store.register(KitTypes.SCHEMA);
    committed(store.commit(note(0)));
    host = source.getConnection();
    host.setAutoCommit(false);
  }

  @AfterEach
  void close() throws SQLException {
    if (!host.isClosed()) {
      host.rollback();
      host.close();
    }
    store.close();
    done();
  }

  @Test
  void whatTheHostCommitsIsThereTogetherWithItsOwnRows() throws SQLException {
    insertRow(1);
    Commit.Committed commit = committed(joined().commit(note(1)));
    assertThat(store.head(SHOP).sequence()).as("seen by others").isEqualTo(1);
    host.commit();
    assertThat(store.head(SHOP).sequence()).isEqualTo(2);
    assertThat(store.head(SHOP).blockHash()).isEqualTo(commit.block().orElseThrow().hash());
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void whatTheHostRollsBackIsGone() throws SQLException {
    JxcStore joined = joined();
    committed(joined.commit(note(1)));
    committed(joined.commit(note(2)));
    host.rollback();
    assertThat(store.head(SHOP).sequence()).isEqualTo(1);
    committed(store.commit(note(1)));
    assertThat(store.head(SHOP).sequence()).isEqualTo(2);
  }

  @Test
  void eachCommitSeesThoseBeforeIt() throws SQLException {
    JxcStore joined = joined();
    committed(joined.commit(set(1).document(order("O1", 0)).build()));
    committed(
        joined.commitLocked(
            SHOP,
            view -> {
              assertThat(view.head().sequence()).isEqualTo(2);
              assertThat(view.documents("kit_order", Set.of("O1"))).hasSize(1);
              return set(2).document(order("O1", 2)).build();
            }));
    host.commit();
    assertThat(store.head(SHOP).sequence()).isEqualTo(3);
  }

  @Test
  void aCommitOfSomebodyElseWaitsForTheHostsEnd() throws Exception {
    committed(joined().commit(note(1)));
    CompletableFuture<Commit> other = CompletableFuture.supplyAsync(() -> store.commit(note(1)));
    assertThat(catchThrowableOfType(TimeoutException.class, () -> other.get(300, MILLIS)))
        .as("waits")
        .isNotNull();
    host.commit();
    assertThat(other.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isInstanceOf(Commit.HeadMoved.class);
  }

  @Test
  void twoHostsTakeTurns() throws Exception {
    committed(joined().commit(note(1)));
    try (Connection second = source.getConnection()) {
      second.setAutoCommit(false);
      JxcStore other = store.joined(HostTransaction.of(second));
      CompletableFuture<Commit> waiting =
          CompletableFuture.supplyAsync(
              () ->
                  other.commitLocked(
                      SHOP, view -> set(view.head().sequence()).entry(entry()).build()));
      assertThat(catchThrowableOfType(TimeoutException.class, () -> waiting.get(300, MILLIS)))
          .as("waits")
          .isNotNull();
      host.commit();
      committed(waiting.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
      second.commit();
    }
    assertThat(store.head(SHOP).sequence()).isEqualTo(3);
  }

  @Test
  void whatIsRefusedLeavesTheHostsWorkAsItWas() throws SQLException {
    insertRow(1);
    JxcStore joined = joined();
    committed(joined.commit(set(1).document(order("O1", 0)).build()));
    assertThat(
            catchThrowableOfType(
                DuplicateKeyException.class,
                () ->
                    joined.commit(
                        set(2).document(order("O2", 0)).document(order("O1", 0)).build())))
        .isNotNull();
    assertThat(joined.commit(note(1))).isInstanceOf(Commit.HeadMoved.class);
    assertThat(
            catchThrowableOfType(
                IllegalStateException.class,
                () ->
                    joined.commitLocked(
                        SHOP,
                        view -> {
                          throw new IllegalStateException("a defect");
                        })))
        .isNotNull();
    committed(joined.commit(set(2).document(order("O2", 0)).build()));
    host.commit();
    assertThat(store.head(SHOP).sequence()).isEqualTo(3);
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void aTenantIsNotLeftHalfBegunByARefusal() throws SQLException {
    JxcStore joined = joined();
    TenantId fresh = TenantId.of("fresh");
    committed(
        joined.commitLocked(
            fresh, view -> ChangeSet.builder(fresh, 0, UUID.randomUUID(), Instant.EPOCH).build()));
    host.commit();
    try (Statement statement = host.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM jxc_head")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getInt(1)).isEqualTo(1);
    }
  }

  @Test
  void aTransactionOfTheHostCanBeginATenant() throws SQLException {
    TenantId fresh = TenantId.of("fresh");
    ChangeSet first =
        ChangeSet.builder(fresh, 0, UUID.randomUUID(), Instant.EPOCH).entry(entry()).build();
    committed(joined().commit(first));
    host.commit();
    assertThat(store.head(fresh).sequence()).isEqualTo(1);
  }

  @Test
  void theHeadIsWaitedForNoLongerThanByACommitOfOurOwn() throws Exception {
    insertRow(1);
    try (Connection holder = source.getConnection()) {
      holder.setAutoCommit(false);
      committed(store.joined(HostTransaction.of(holder)).commit(note(1)));
      long start = System.nanoTime();
      StorageException late =
          catchThrowableOfType(StorageException.class, () -> joined().commit(note(1)));
      assertThat(late.retryable()).isTrue();
      assertThat(late).isNotInstanceOf(HostTransactionException.class);
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(20));
      holder.rollback();
    }
    committed(joined().commit(note(1)));
    host.commit();
    assertThat(rows()).isEqualTo(1);
    assertThat(store.head(SHOP).sequence()).isEqualTo(2);
  }

  @Test
  void aStoreThatJoinedIsOfNoUseInTheNextTransaction() throws SQLException {
    JxcStore joined = joined();
    committed(joined.commit(note(1)));
    host.rollback();
    HostTransactionException ended = broken(() -> joined.commit(note(1)));
    assertThat(ended).hasMessageContaining("has ended");
    assertThat(broken(() -> joined.commit(note(1)))).isSameAs(ended);
    committed(joined().commit(note(1)));
  }

  @Test
  void aTransactionThatTheDatabaseGaveUpIsToBeRolledBack() throws SQLException {
    insertRow(1);
    JxcStore joined = joined();
    committed(joined.commit(note(1)));
    giveUp(host);
    HostTransactionException broken = broken(() -> joined.commit(note(2)));
    assertThat(broken.retryable()).isTrue();
    assertThat(broken.mustRollBack()).isTrue();
    assertThat(broken(() -> joined.commit(note(2)))).isSameAs(broken);
    assertThat(store.head(SHOP).sequence()).isEqualTo(1);
    assertThat(rows()).isZero();
  }

  /** Ends the host's transaction behind its back. */
  abstract void giveUp(Connection connection) throws SQLException;

  @Test
  void whatIsNoTransactionOnTheStoresDatabaseIsRefused() throws SQLException {
    host.setAutoCommit(true);
    assertUnfit("autoCommit=true");
    host.close();
    assertUnfit("closed");
  }

  void assertUnfit(String reason) {
    HostTransactionException unfit =
        catchThrowableOfType(HostTransactionException.class, this::joined);
    assertThat(unfit.code()).isEqualTo("host-transaction.unfit");
    assertThat(unfit).hasMessageContaining(reason);
    assertThat(unfit.mustRollBack()).isFalse();
    assertThat(unfit.retryable()).isFalse();
  }

  static HostTransactionException broken(ThrowingCallable call) {
    HostTransactionException broken = catchThrowableOfType(HostTransactionException.class, call);
    assertThat(broken.code()).isEqualTo("host-transaction.broken");
    return broken;
  }

  JxcStore joined() {
    return store.joined(HostTransaction.of(host));
  }

  void insertRow(int id) throws SQLException {
    HostConnections.execute(host, "INSERT INTO host_row (id, n) VALUES (" + id + ", 0)");
  }

  /** The rows of the host that are committed. */
  int rows() throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM host_row")) {
      row.next();
      return row.getInt(1);
    }
  }

  static Commit.Committed committed(Commit commit) {
    assertThat(commit).isInstanceOf(Commit.Committed.class);
    return (Commit.Committed) commit;
  }

  static ChangeSet note(long basedOn) {
    return set(basedOn).entry(entry()).build();
  }

  static ChangeSet.Builder set(long basedOn) {
    return ChangeSet.builder(SHOP, basedOn, UUID.randomUUID(), Instant.EPOCH);
  }

  private static JournalEntry entry() {
    AttributeValues values = AttributeValues.builder(KitTypes.NOTE.attributes()).build();
    return new JournalEntry("kit_note", 1, values, Bytes.EMPTY);
  }

  private static DocumentChange order(String key, long version) {
    AttributeValues values = AttributeValues.builder(KitTypes.ORDER.attributes()).build();
    return new DocumentChange(
        "kit_order", key, version, Optional.of(new DocumentChange.Content(1, values, Bytes.EMPTY)));
  }
}
