package io.jxc.store.jdbc;

class MySqlHostPoolTest extends HostPoolContract {
  @Override
  KitDatabase database() {
    return KitDatabase.mysql();
  }
}
