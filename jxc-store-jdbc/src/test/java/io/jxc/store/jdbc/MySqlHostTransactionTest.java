package io.jxc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.error.HostTransactionException;
import io.jxc.spi.store.JxcStore;
import io.jxc.store.jdbc.testing.TestDatabases;
import io.jxc.store.jdbc.testing.TestDatabases.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MySqlHostTransactionTest extends HostTransactionContract {
  private Database database = new Database("", "", "", "");

  @Override
  WatchedSource database() {
    database = MySqlFixture.kitDatabase();
    return new WatchedSource(database.url(), database.user(), database.password());
  }

  @Override
  void done() {
    database.close();
  }

  @Override
  void giveUp(Connection connection) throws SQLException {
    long id = number(connection, "SELECT CONNECTION_ID()");
    try (Connection admin = database.connect()) {
      HostConnections.execute(admin, "KILL CONNECTION " + id);
    }
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void aTransactionOnAnotherDatabaseIsRefused() throws SQLException {
    Database other = TestDatabases.fresh();
    host.close();
    host = other.connect();
    host.setAutoCommit(false);
    assertUnfit("another database");
    other.close();
  }

  @Test
  void aTransactionThatMayOnlyReadIsRefused() throws SQLException {
    host.setReadOnly(true);
    assertUnfit("read-only");
  }

  @Test
  void aMomentBeforeTheLastCommitIsNoGroundToDecideOn() throws SQLException {
    host.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    number(host, "SELECT COUNT(*) FROM host_row"); // fixes what the transaction sees
    committed(store.commit(note(1)));
    HostTransactionException stale = broken(() -> joined().commit(note(2)));
    assertThat(stale.retryable()).isTrue();
    host.rollback();
    committed(joined().commit(note(2)));
    host.commit();
    assertThat(store.head(SHOP).sequence()).isEqualTo(3);
  }

  @Test
  void aReadThatIsStillTrueDoesNotMatter() throws SQLException {
    host.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    number(host, "SELECT COUNT(*) FROM host_row");
    committed(joined().commit(note(1)));
    host.commit();
    assertThat(store.head(SHOP).sequence()).isEqualTo(2);
  }

  @Test
  void underReadCommittedWhatWasReadBeforeDoesNotMatter() throws SQLException {
    host.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    number(host, "SELECT COUNT(*) FROM host_row");
    committed(store.commit(note(1)));
    committed(joined().commit(note(2)));
    host.commit();
    assertThat(store.head(SHOP).sequence()).isEqualTo(3);
  }

  @Test
  void theHostsOwnPatienceIsGivenBack() throws SQLException {
    HostConnections.execute(host, "SET SESSION innodb_lock_wait_timeout = 41");
    committed(joined().commit(note(1)));
    assertThat(number(host, "SELECT @@SESSION.innodb_lock_wait_timeout")).isEqualTo(41);
  }

  @Test
  void aDeadlockIsTheHostsToRollBack() throws Exception {
    insertRow(1);
    insertRow(2);
    host.commit();
    try (Connection other = database.connect()) {
      other.setAutoCommit(false);
      // the smaller transaction is the victim: the other one has written more
      for (int i = 10; i < 200; i++) {
        HostConnections.execute(other, "INSERT INTO host_row (id, n) VALUES (" + i + ", 0)");
      }
      HostConnections.execute(host, "UPDATE host_row SET n = 1 WHERE id = 1");
      HostConnections.execute(other, "SELECT * FROM jxc_head FOR UPDATE");
      CompletableFuture<Void> waiting =
          CompletableFuture.runAsync(
              () -> {
                try {
                  HostConnections.execute(other, "UPDATE host_row SET n = 2 WHERE id = 1");
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      JxcStore joined = joined();
      HostTransactionException broken = broken(() -> joined.commit(note(1)));
      assertThat(broken.retryable()).isTrue();
      waiting.join();
      other.rollback();
    }
    host.rollback();
    committed(joined().commit(note(1)));
  }
}
