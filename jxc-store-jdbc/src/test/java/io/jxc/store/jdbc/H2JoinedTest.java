package io.jxc.store.jdbc;

class H2JoinedTest extends JoinedContract {
  @Override
  KitDatabase database() {
    return KitDatabase.h2();
  }
}
