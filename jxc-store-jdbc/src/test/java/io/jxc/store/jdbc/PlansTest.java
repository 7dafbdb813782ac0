package io.jxc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.TenantId;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.store.jdbc.testing.TestDatabases.Database;
import io.jxc.tck.KitTypes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server finds every row that a commit changes by an index, however few or many they are. */
class PlansTest {
  private static final TenantId SHOP = TenantId.of("shop");
  private static final int STORED = 600;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 40})
  void noStatementOfACommitWalksATable(int changed) throws SQLException {
    assertFound("", changed);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 40})
  void noStatementOfAMessageWalksATable(int changed) throws SQLException {
    assertFound("allowMultiQueries=true", changed);
  }

  private static void assertFound(String option, int changed) throws SQLException {
    try (Database database = MySqlFixture.kitDatabase()) {
      String url = database.url() + (database.url().contains("?") ? "&" : "?") + option;
      WatchedSource source = new WatchedSource(url, database.user(), database.password());
      try (JdbcStore store = JdbcStore.using(source).build()) {
        store.register(KitTypes.SCHEMA);
        commit(store, STORED, 0);
        source.takeExecuted();
        commit(store, changed, store.head(SHOP).sequence());
      }
      List<String> changing =
          source.takeExecuted().stream()
              // no value of these rows holds one
              .flatMap(text -> Stream.of(text.split(";")))
              .filter(sql -> sql.startsWith("DELETE") || sql.startsWith("UPDATE"))
              .toList();
      assertThat(changing).hasSizeGreaterThanOrEqualTo(3);
      try (Connection connection = database.connect()) {
        explainInRows(connection);
        for (String sql : changing) {
          assertThat(walked(connection, sql)).as(sql).isEmpty();
        }
      }
    }
  }

  /** MySQL explains by a tree unless told otherwise; MariaDB knows rows only. */
  private static void explainInRows(Connection connection) throws SQLException {
    if (!connection.getMetaData().getDatabaseProductVersion().contains("MariaDB")) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET explain_format = 'TRADITIONAL'");
      }
    }
  }

  /** Returns the stored table that a statement would walk through. */
  private static Optional<String> walked(Connection connection, String sql) throws SQLException {
    try (PreparedStatement explain = connection.prepareStatement("EXPLAIN " + sql)) {
      int places = (int) sql.chars().filter(sign -> sign == '?').count();
      for (int place = 1; place <= places; place++) {
        explain.setString(place, Integer.toString(place));
      }
      try (ResultSet step = explain.executeQuery()) {
        while (step.next()) {
          String table = step.getString("table");
          boolean stored = table != null && (table.startsWith("kit_") || table.startsWith("jxc_"));
          if (stored && "ALL".equals(step.getString("type"))) {
            return Optional.of(table);
          }
        }
      }
      return Optional.empty();
    }
  }

  /** Writes rows of every kind: new ones, or again those of a version. */
  private static void commit(JdbcStore store, int rows, long version) {
    ChangeSet.Builder set = ChangeSet.builder(SHOP, version, UUID.randomUUID(), Instant.EPOCH);
    for (int i = 0; i < rows; i++) {
      KitRows.sale(set, "k" + i, version);
      KitRows.further(set, "k" + i, version);
    }
    assertThat(store.commit(set.build())).isInstanceOf(Commit.Committed.class);
  }
}
