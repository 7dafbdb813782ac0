package io.jxc.store.jdbc;

import io.jxc.store.jdbc.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;

class MySqlMigrationTest extends MigrationContract {
  private final TestDatabases.Database database = TestDatabases.fresh();

  @Override
  ConnectionSource source() {
    return new ConnectionSource.Server(database.url(), database.user(), database.password());
  }

  @Override
  Connection connect() throws SQLException {
    return database.connect();
  }
}
