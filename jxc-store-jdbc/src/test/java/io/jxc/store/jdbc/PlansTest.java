package io.jxc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.TenantId;
import io.jxc.spi.store.AttributeLayout;
import io.jxc.spi.store.AttributeValues;
import io.jxc.spi.store.BalanceChange;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.Bytes;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.DocumentChange;
import io.jxc.spi.store.IndexChange;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.LineChange;
import io.jxc.store.jdbc.testing.TestDatabases.Database;
import io.jxc.tck.KitTypes;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server finds every row that a commit changes by an index, however few or many they are. */
class PlansTest {
  private static final TenantId SHOP = TenantId.of("shop");
  private static final int STORED = 600;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 40})
  void noStatementOfACommitWalksATable(int changed) throws SQLException {
    try (Database database = MySqlFixture.kitDatabase()) {
      WatchedSource source =
          new WatchedSource(database.url(), database.user(), database.password());
      try (JdbcStore store = JdbcStore.using(source).build()) {
        store.register(KitTypes.SCHEMA);
        commit(store, STORED, 0);
        source.takeExecuted();
        commit(store, changed, store.head(SHOP).sequence());
      }
      List<String> changing =
          source.takeExecuted().stream()
              .filter(sql -> sql.startsWith("DELETE") || sql.startsWith("UPDATE"))
              .toList();
      assertThat(changing).hasSizeGreaterThan(4);
      try (Connection connection = database.connect()) {
        for (String sql : changing) {
          assertThat(walked(connection, sql)).as(sql).isEmpty();
        }
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
          boolean stored = table != null && (table.equals("b") || table.startsWith("kit_"));
          boolean shared = table != null && table.startsWith("jxc_");
          if ((stored || shared) && "ALL".equals(step.getString("type"))) {
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
      write(set, "k" + i, version);
    }
    set.entry(
        new JournalEntry(
            "kit_note",
            1,
            AttributeValues.builder(KitTypes.NOTE.attributes()).build(),
            Bytes.EMPTY));
    assertThat(store.commit(set.build())).isInstanceOf(Commit.Committed.class);
  }

  private static void write(ChangeSet.Builder set, String key, long version) {
    LineChange.Operation operation =
        version == 0 ? LineChange.Operation.INSERT : LineChange.Operation.UPDATE;
    set.document(put("kit_order", key, version, KitTypes.ORDER.attributes()));
    set.document(put("kit_item", key, version, KitTypes.ITEM.attributes()));
    AttributeLayout lines = KitTypes.ORDER.lines().orElseThrow().attributes();
    set.line(new LineChange("kit_order", key, 1, operation, Optional.of(content(lines))));
    if (version > 0) {
      set.index(new IndexChange("kit_order", "number", "old" + key, key, false));
    }
    set.index(
        new IndexChange("kit_order", "number", (version == 0 ? "old" : "new") + key, key, true));
    List<BigDecimal> deltas = List.of(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO);
    List<Optional<BigDecimal>> latest =
        List.of(Optional.empty(), Optional.empty(), Optional.empty());
    set.balance(
        new BalanceChange(
            "kit_stock", BalanceKey.of(key, "W", ""), version, deltas, latest, Set.of(), false));
  }

  private static DocumentChange put(
      String type, String key, long version, AttributeLayout attributes) {
    return new DocumentChange(type, key, version, Optional.of(content(attributes)));
  }

  private static DocumentChange.Content content(AttributeLayout layout) {
    return new DocumentChange.Content(1, AttributeValues.builder(layout).build(), Bytes.EMPTY);
  }
}
