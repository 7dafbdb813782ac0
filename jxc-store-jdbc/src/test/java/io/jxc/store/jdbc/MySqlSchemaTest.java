package io.jxc.store.jdbc;

import io.jxc.store.jdbc.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;

class MySqlSchemaTest extends SchemaContract {
  private final TestDatabases.Database database = TestDatabases.fresh();

  @Override
  Dialect dialect() {
    return Dialect.MYSQL;
  }

  @Override
  JdbcStore store() {
    return JdbcStore.mysql(database.url(), database.user(), database.password()).migrate().build();
  }

  @Override
  Connection connect() throws SQLException {
    return database.connect();
  }
}
