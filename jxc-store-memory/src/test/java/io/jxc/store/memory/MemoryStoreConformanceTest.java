package io.jxc.store.memory;

import io.jxc.tck.StoreConformance;
import io.jxc.tck.StoreFixture;

class MemoryStoreConformanceTest extends StoreConformance {
  @Override
  protected StoreFixture open() {
    return new MemoryFixture();
  }
}
