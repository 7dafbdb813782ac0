package io.jxc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(source.takeExecuted()).doesNotContain("CHECKPOINT");
    host.commit();
    assertThat(store.head(SHOP).sequence()).isEqualTo(2);
    assertThat(source.takeExecuted()).contains("CHECKPOINT");
    store.view(SHOP).close();
    assertThat(source.takeExecuted()).as("once").doesNotContain("CHECKPOINT");
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
