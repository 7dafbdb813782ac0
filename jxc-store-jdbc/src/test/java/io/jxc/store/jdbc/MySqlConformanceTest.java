package io.jxc.store.jdbc;

import io.jxc.tck.StoreConformance;
import io.jxc.tck.StoreFixture;

/** On a server whose sessions are in another time zone than this JVM. */
class MySqlConformanceTest extends StoreConformance {
  @Override
  protected StoreFixture open() {
    return new MySqlFixture();
  }
}
