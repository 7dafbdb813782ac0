package io.jxc.store.jdbc;

class H2HostPoolTest extends HostPoolContract {
  @Override
  KitDatabase database() {
    return KitDatabase.h2();
  }
}
