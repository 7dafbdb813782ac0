package io.jxc.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import io.jxc.store.jdbc.testing.TestDatabases.Database;
import java.util.ArrayDeque;
import java.util.Deque;

class MySqlJoinedTest extends JoinedContract {
  private final Deque<Database> open = new ArrayDeque<>();

  @Override
  HikariConfig pool() {
    Database database = MySqlFixture.kitDatabase();
    open.push(database);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.url());
    config.setUsername(database.user());
    config.setPassword(database.password());
    // as the documentation advises: under REPEATABLE READ tenants that begin lock each other's gaps
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return config;
  }

  @Override
  Dialect dialect() {
    return Dialect.MYSQL;
  }

  @Override
  void done() {
    open.pop().close();
  }
}
