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
import io.jxc.spi.store.Durability;
import io.jxc.spi.store.IndexChange;
import io.jxc.spi.store.JournalEntry;
import io.jxc.spi.store.LineChange;
import io.jxc.store.jdbc.testing.TestDatabases.Database;
import io.jxc.tck.KitTypes;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A commit takes the same number of statements, whatever the number of commands in it. */
class RoundTripTest {
  private static final TenantId SHOP = TenantId.of("shop");

  /** Head, block; order, line, item, index, stock, cost, movement, note. */
  private static final int TABLES = 10;

  @Test
  void commitOnH2TakesAFixedNumberOfStatements() {
    Path folder = H2Fixture.copyOfTemplate();
    String url = new ConnectionSource.H2File(folder).url();
    check(new WatchedSource(url, "jxc", ""));
    H2Fixture.delete(folder);
  }

  @Test
  void commitOnMySqlTakesAFixedNumberOfStatements() {
    try (Database database = MySqlFixture.kitDatabase()) {
      check(new WatchedSource(database.url(), database.user(), database.password()));
    }
  }

  @Test
  void commitInOneMessageIsThreeRoundTrips() {
    try (Database database = MySqlFixture.kitDatabase()) {
      String url = database.url() + (database.url().contains("?") ? "&" : "?");
      WatchedSource source =
          new WatchedSource(url + "allowMultiQueries=true", database.user(), database.password());
      try (JdbcStore store = JdbcStore.using(source).build()) {
        store.register(KitTypes.SCHEMA);
        ChangeSet.Builder first = ChangeSet.builder(SHOP, 0, UUID.randomUUID(), Instant.EPOCH);
        sale(first, "first", 0);
        statements(source, store, first.build());
        for (int commands : List.of(1, 100)) {
          long version = store.head(SHOP).sequence();
          assertThat(statements(source, store, commands, 0, version)).isEqualTo(3);
          version = store.head(SHOP).sequence();
          assertThat(statements(source, store, commands, version, version)).isEqualTo(3);
        }
      }
    }
  }

  private static void check(WatchedSource source) {
    try (JdbcStore store = JdbcStore.using(source).durability(Durability.PROCESS_CRASH).build()) {
      store.register(KitTypes.SCHEMA);
      ChangeSet.Builder sale = ChangeSet.builder(SHOP, 0, UUID.randomUUID(), Instant.EPOCH);
      sale(sale, "first", 0);
      assertThat(statements(source, store, sale.build())).isLessThanOrEqualTo(12);
      int inserting = statements(source, store, 1, 0, store.head(SHOP).sequence());
      long version = store.head(SHOP).sequence();
      int updating = statements(source, store, 1, version, version);
      assertThat(inserting).isLessThanOrEqualTo(4 + TABLES);
      assertThat(updating).isLessThanOrEqualTo(4 + 2 * TABLES);
      int insertingMany = statements(source, store, 100, 0, store.head(SHOP).sequence());
      version = store.head(SHOP).sequence();
      int updatingMany = statements(source, store, 100, version, version);
      assertThat(insertingMany).isEqualTo(inserting);
      assertThat(updatingMany).isEqualTo(updating);
    }
  }

  /** Commits so many commands on rows of a version; returns the statements it took. */
  private static int statements(
      WatchedSource source, JdbcStore store, int commands, long version, long basedOn) {
    ChangeSet.Builder set = ChangeSet.builder(SHOP, basedOn, UUID.randomUUID(), Instant.EPOCH);
    for (int i = 0; i < commands; i++) {
      sale(set, commands + "-" + i, version);
      further(set, commands + "-" + i, version);
    }
    return statements(source, store, set.build());
  }

  private static int statements(WatchedSource source, JdbcStore store, ChangeSet changes) {
    source.takeExecuted();
    assertThat(store.commit(changes)).isInstanceOf(Commit.Committed.class);
    List<String> executed = source.takeExecuted();
    // The host's connection is set up and put back as it was: three statements around the commit.
    return (int) executed.stream().filter(sql -> !sql.startsWith("SET ") && !limits(sql)).count();
  }

  private static boolean limits(String sql) {
    return sql.startsWith("SELECT LOCK_TIMEOUT") || sql.startsWith("SELECT @@");
  }

  /** One kind of command: an order with a line, its number, stock, movement and note. */
  private static void sale(ChangeSet.Builder set, String key, long version) {
    LineChange.Operation operation =
        version == 0 ? LineChange.Operation.INSERT : LineChange.Operation.UPDATE;
    set.document(put("kit_order", key, version, KitTypes.ORDER.attributes()));
    AttributeLayout lines = KitTypes.ORDER.lines().orElseThrow().attributes();
    set.line(new LineChange("kit_order", key, 1, operation, Optional.of(content(lines))));
    if (version > 0) {
      set.index(new IndexChange("kit_order", "number", "old" + key, key, false));
    }
    String number = (version == 0 ? "old" : "new") + key;
    set.index(new IndexChange("kit_order", "number", number, key, true));
    set.balance(move("kit_stock", BalanceKey.of(key, "W", ""), 3, version));
    set.entry(
        new JournalEntry(
            "kit_movement",
            1,
            AttributeValues.builder(KitTypes.MOVEMENT.attributes()).set("sku", key).build(),
            Bytes.EMPTY));
    AttributeValues note = AttributeValues.builder(KitTypes.NOTE.attributes()).build();
    set.entry(new JournalEntry("kit_note", 1, note, Bytes.EMPTY));
  }

  private static void further(ChangeSet.Builder set, String key, long version) {
    set.document(put("kit_item", key, version, KitTypes.ITEM.attributes()));
    set.balance(move("kit_cost", BalanceKey.of(key), 4, version));
  }

  private static DocumentChange put(
      String type, String key, long version, AttributeLayout attributes) {
    return new DocumentChange(type, key, version, Optional.of(content(attributes)));
  }

  private static DocumentChange.Content content(AttributeLayout layout) {
    return new DocumentChange.Content(1, AttributeValues.builder(layout).build(), Bytes.EMPTY);
  }

  private static BalanceChange move(String type, BalanceKey key, int columns, long version) {
    List<BigDecimal> deltas = new ArrayList<>();
    List<Optional<BigDecimal>> latest = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      deltas.add(i == 0 ? BigDecimal.ONE : BigDecimal.ZERO);
      latest.add(Optional.empty());
    }
    return new BalanceChange(type, key, version, deltas, latest, Set.of(), false);
  }
}
