package io.jxc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.HostTransaction;
import io.jxc.tck.Collisions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class H2HostTransactionTest extends HostTransactionContract {
  private static final int WRITERS = 4;
  private static final int COMMITS = 300;

  private Path folder = Path.of("");

  @Override
  WatchedSource database() {
    folder = H2Fixture.copyOfTemplate();
    return new WatchedSource(new ConnectionSource.H2File(folder).url(), "jxc", "");
  }

  @Override
  void done() {
    H2Fixture.delete(folder);
  }

  @Override
  void giveUp(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT SESSION_ID()");
        Connection admin = H2Fixture.connect(folder)) {
      row.next();
      HostConnections.execute(admin, "CALL ABORT_SESSION(" + row.getInt(1) + ")");
    }
  }

  @Test
  void aTransactionOnAnotherDatabaseIsRefused() throws SQLException {
    host.close();
    host = DriverManager.getConnection("jdbc:h2:mem:host");
    host.setAutoCommit(false);
    assertUnfit("another database");
  }

  @Test
  void whatTheHostCommittedIsSyncedBeforeItIsShown() throws SQLException {
    committed(joined().commit(note(1)));
    source.takeExecuted();
    assertThat(store.head(SHOP).sequence()).isEqualTo(1);
    assertUnsynced();
    host.commit();
    assertThat(store.head(SHOP).sequence()).isEqualTo(2);
    assertSynced();
    store.view(SHOP).close();
    assertUnsynced();
  }

  @Test
  void aBlockOfTheHostIsSyncedBeforeItIsToldOf() throws SQLException {
    UUID id = committed(joined().commit(note(1))).block().orElseThrow().id();
    host.commit();
    source.takeExecuted();
    assertThat(store.block(SHOP, new BlockRef.BySequence(1))).isPresent();
    assertUnsynced();
    assertThat(store.block(SHOP, new BlockRef.ById(id))).isPresent();
    assertSynced();
  }

  @Test
  void whatOneHostCommittedIsSyncedWhileTheNextIsAtWork() throws SQLException {
    committed(joined().commit(note(1)));
    host.commit();
    committed(joined().commit(note(2)));
    source.takeExecuted();
    assertThat(store.head(SHOP).sequence()).isEqualTo(2);
    assertSynced();
    host.commit();
    assertThat(store.head(SHOP).sequence()).isEqualTo(3);
    assertSynced();
  }

  @Test
  void nothingIsDecidedOnWhatIsNotSynced() throws SQLException {
    committed(joined().commit(note(1)));
    host.commit();
    source.takeExecuted();
    assertThatThrownBy(
            () ->
                store.commitLocked(
                    SHOP,
                    view -> {
                      assertSynced();
                      throw new IllegalStateException("refused");
                    }))
        .hasMessage("refused");
  }

  @Test
  void aHeadThatTheHostMovedIsSyncedBeforeItIsToldOf() throws SQLException {
    committed(joined().commit(note(1)));
    host.commit();
    source.takeExecuted();
    assertThat(store.commit(note(1))).isInstanceOf(Commit.HeadMoved.class);
    assertSynced();
  }

  @Test
  void anInterruptCutsNoSyncShort() throws SQLException {
    committed(joined().commit(note(1)));
    host.commit();
    List<Boolean> interrupted = new ArrayList<>();
    source.failBefore(
        what -> {
          if (what.equals("CHECKPOINT")) {
            interrupted.add(Thread.currentThread().isInterrupted());
          }
        });
    Thread.currentThread().interrupt();
    try {
      assertThat(store.head(SHOP).sequence()).isEqualTo(2);
    } finally {
      assertThat(Thread.interrupted()).as("told again").isTrue();
    }
    assertThat(interrupted).containsExactly(false);
  }

  private void assertSynced() {
    assertThat(source.takeExecuted()).contains("CHECKPOINT");
  }

  private void assertUnsynced() {
    assertThat(source.takeExecuted()).doesNotContain("CHECKPOINT");
  }

  @Test
  void nothingIsLostBetweenHostsAndCommitsOfOurOwn() {
    List<Callable<Integer>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      boolean hosted = i % 2 == 0;
      writers.add(() -> write(hosted));
    }
    assertThat(Collisions.run(writers)).containsOnly(COMMITS);
    assertThat(store.head(SHOP).sequence()).isEqualTo(1L + (long) WRITERS * COMMITS);
  }

  private int write(boolean hosted) throws SQLException {
    int blocks = 0;
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      while (blocks < COMMITS) {
        Commit commit =
            hosted
                ? store
                    .joined(HostTransaction.of(connection))
                    .commitLocked(SHOP, view -> note(view.head().sequence()))
                : store.commitLocked(SHOP, view -> note(view.head().sequence()));
        committed(commit);
        connection.commit();
        blocks++;
      }
    }
    return blocks;
  }
}
