package io.jxc.store.jdbc;

import io.jxc.spi.store.Durability;
import io.jxc.tck.StoreConformance;
import io.jxc.tck.StoreFixture;

class H2ConformanceTest extends StoreConformance {
  @Override
  protected StoreFixture open() {
    return new H2Fixture(Durability.POWER_LOSS);
  }
}
