package io.jxc.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.TenantId;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.Durability;
import io.jxc.store.jdbc.testing.TestDatabases.Database;
import io.jxc.tck.KitTypes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
        KitRows.sale(first, "first", 0);
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
      KitRows.sale(sale, "first", 0);
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
      KitRows.sale(set, commands + "-" + i, version);
      KitRows.further(set, commands + "-" + i, version);
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
}
