package io.jxc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.JxcException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables are brought to this release once, whoever starts, and never out of an unknown state. */
abstract class MigrationContract {
  private Database database;
  private Connection connection;

  /** The address of an empty database. */
  abstract ConnectionSource source();

  /** A connection of its own to it. */
  abstract Connection connect() throws SQLException;

  @BeforeEach
  void open() throws SQLException {
    database = new Database(source().open());
    connection = connect();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    database.close();
  }

  private Migrations migrations() {
    return new Migrations(database, Migration.all(database.dialect()));
  }

  private int last() {
    return Migration.all(database.dialect()).size();
  }

  @Test
  void tablesAreMadeOnce() throws SQLException {
    assertThat(migrations().migrate()).isEqualTo(last());
    execute("INSERT INTO jxc_lease (name, holder, token, expires_at) VALUES ('n', 'h', 1, 1)");
    assertThat(migrations().migrate()).isEqualTo(last());
    assertThat(migrations().validate()).isEqualTo(last());
    assertThat(query("SELECT COUNT(*) FROM jxc_lease")).isEqualTo("1");
    SchemaCheck.run(connection, TableLayouts.system());
  }

  @Test
  void nodesThatStartAtOnceTakeTurns() throws Exception {
    int nodes = 3;
    CyclicBarrier start = new CyclicBarrier(nodes);
    ExecutorService threads = Executors.newFixedThreadPool(nodes);
    List<Future<Integer>> results = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      results.add(
          threads.submit(
              () -> {
                start.await();
                return migrations().migrate();
              }));
    }
    for (Future<Integer> result : results) {
      assertThat(result.get()).isEqualTo(last());
    }
    threads.shutdown();
    assertThat(query("SELECT COUNT(*) FROM jxc_schema WHERE state = 'done'"))
        .isEqualTo(Integer.toString(last()));
  }

  @Test
  void newerSchemaIsRefused() throws SQLException {
    migrations().migrate();
    execute("INSERT INTO jxc_schema (number, name, checksum, state) VALUES (99, 'x', 'x', 'done')");
    assertRefused(() -> migrations().migrate(), "99");
    assertRefused(() -> migrations().validate(), "99");
  }

  @Test
  void changedScriptIsRefused() throws SQLException {
    migrations().migrate();
    execute("UPDATE jxc_schema SET checksum = 'other'");
    assertRefused(() -> migrations().migrate(), "another form");
    assertRefused(() -> migrations().validate(), "another form");
  }

  @Test
  void scriptThatWasKilledHalfWayIsRunAgain() throws SQLException {
    migrations().migrate();
    execute("UPDATE jxc_schema SET state = 'running'");
    execute("DROP TABLE jxc_lease");
    execute("DROP TABLE jxc_journal");
    assertRefused(() -> migrations().validate(), "migrate()");
    assertThat(migrations().migrate()).isEqualTo(last());
    assertThat(query("SELECT COUNT(*) FROM jxc_schema WHERE state <> 'done'")).isEqualTo("0");
    SchemaCheck.run(connection, TableLayouts.system());
  }

  @Test
  void scriptThatFailsStaysUndone() throws SQLException {
    Migration sound = Migration.of(1, "V001", "CREATE TABLE IF NOT EXISTS a (x INTEGER);\n");
    Migration broken = Migration.of(2, "V002", "CREATE TABLE b (y INTEGER);\nNONSENSE;\n");
    Migrations failing = new Migrations(database, List.of(sound, broken));
    assertThatThrownBy(failing::migrate).isInstanceOf(JxcException.class);
    assertThat(query("SELECT state FROM jxc_schema WHERE number = 1")).isEqualTo("done");
    assertThat(query("SELECT state FROM jxc_schema WHERE number = 2")).isEqualTo("running");
    assertRefused(failing::validate, "done 1");
  }

  @Test
  void lockOfANodeThatDiedIsTakenOver() throws SQLException {
    new Migrations(database, List.of()).migrate();
    execute("INSERT INTO jxc_schema_lock (id, holder, expires_at) VALUES (1, 'dead', 1)");
    assertThat(migrations().migrate()).isEqualTo(last());
  }

  @Test
  void lockThatSomebodyTookOverStopsTheMigration() throws SQLException {
    new Migrations(database, List.of()).migrate();
    connection.setAutoCommit(false);
    try (MigrationLock lock = MigrationLock.take(connection, database.dialect())) {
      lock.renew();
      execute("UPDATE jxc_schema_lock SET holder = 'other'");
      assertRefused(lock::renew, "taken over");
    }
  }

  @Test
  void missingTablesAreRefusedWithoutMigration() {
    assertRefused(() -> migrations().validate(), "migrate()");
  }

  private void execute(String sql) throws SQLException {
    HostConnections.execute(connection, sql);
  }

  private String query(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  private static void assertRefused(ThrowingCallable call, String why) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            JxcException.class, e -> assertThat(e.errorCode()).isEqualTo(ErrorCode.SCHEMA_MISMATCH))
        .hasMessageContaining(why);
  }
}
