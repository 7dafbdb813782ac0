package io.jxc.store.jdbc;

class MySqlJoinedTest extends JoinedContract {
  @Override
  KitDatabase database() {
    KitDatabase database = KitDatabase.mysql();
    // as the documentation advises: under REPEATABLE READ tenants that begin lock each other's gaps
    database.pool().setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return database;
  }
}
