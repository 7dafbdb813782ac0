package io.jxc.store.jdbc;

import io.jxc.spi.store.JxcStore;
import io.jxc.store.jdbc.testing.TestDatabases;
import io.jxc.store.jdbc.testing.TestDatabases.Database;
import io.jxc.tck.KitTypes;
import io.jxc.tck.StoreFixture;
import io.jxc.tck.Tampering;
import java.sql.Connection;
import java.sql.SQLException;

/** A store on a database of its own on the test server. */
final class MySqlFixture implements StoreFixture {
  private final Database database;
  private final JdbcStore store;

  MySqlFixture() {
    database = kitDatabase();
    store = JdbcStore.mysql(database.url(), database.user(), database.password()).build();
    store.register(KitTypes.SCHEMA);
  }

  /** An empty database with the tables of the system and of the kit. */
  static Database kitDatabase() {
    return TestDatabases.withTables(
        "kit",
        made -> {
          JdbcStore.mysql(made.url(), made.user(), made.password()).migrate().build().close();
          try (Connection connection = made.connect()) {
            new Tamperer(connection, KitTypes.SCHEMA, Dialect.MYSQL).createTables();
          }
        });
  }

  @Override
  public JxcStore store() {
    return store;
  }

  @Override
  public void tamper(Tampering what) {
    try (Connection connection = database.connect()) {
      new Tamperer(connection, KitTypes.SCHEMA, Dialect.MYSQL).apply(what);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    store.close();
    database.close();
  }
}
