package io.jxc.core.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.Jxc;
import io.jxc.store.jdbc.testing.TestDatabases;
import io.jxc.store.jdbc.testing.TestDatabases.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node dies while it makes the tables; the next one finishes them. */
class KilledMigrationTest {
  private static final int TABLES = 20;

  private final Random chance = Endurance.chance("KilledMigrationTest");

  @Test
  void tablesOfAnH2FileAreFinishedByTheNextStart(@TempDir Path folder) throws SQLException {
    for (int time = 0; time < Endurance.times(2, 10); time++) {
      Path shop = folder.resolve("shop-" + time);
      killAndFinish(Place.h2(shop), "jdbc:h2:" + shop + "/jxc", "jxc");
    }
  }

  @Test
  void tablesOnAServerAreFinishedByTheNextStart() throws SQLException {
    for (int time = 0; time < Endurance.times(2, 10); time++) {
      try (Database database = TestDatabases.fresh()) {
        killAndFinish(Place.server(database.url()), database.url(), "root");
      }
    }
  }

  private void killAndFinish(Place place, String url, String user) throws SQLException {
    String when = chance.nextBoolean() ? "before" : "after";
    String point = when + "/CREATE TABLE IF NOT EXISTS/" + (3 + chance.nextInt(TABLES));
    try (ChildJvm child = new ChildJvm(LoadChild.class, place.address(), point, "1")) {
      child.await("at " + point);
      child.kill();
      child.awaitEnd();
    }
    expireLock(url, user);
    try (Jxc jxc = Jxc.builder().store(place.open()).build()) {
      Work.prepare(jxc);
      assertThat(new Work(0, 1).send(Work.root(jxc))).as("first work, %s", point).isNotEmpty();
      assertThat(Work.root(jxc).audit().verify().firstBad()).isEmpty();
    }
  }

  /** Half a minute goes by: what the dead node has locked is free. */
  private static void expireLock(String url, String user) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, "");
        Statement statement = connection.createStatement()) {
      if (isThere(connection, "jxc_schema_lock")) {
        statement.execute("UPDATE jxc_schema_lock SET expires_at = 0");
      }
    }
  }

  /** Of what a process did in its last half second nothing may have reached a file of H2. */
  private static boolean isThere(Connection connection, String table) throws SQLException {
    String pattern =
        connection.getMetaData().storesUpperCaseIdentifiers()
            ? table.toUpperCase(Locale.ROOT)
            : table;
    try (ResultSet found =
        connection.getMetaData().getTables(connection.getCatalog(), null, pattern, null)) {
      return found.next();
    }
  }
}
