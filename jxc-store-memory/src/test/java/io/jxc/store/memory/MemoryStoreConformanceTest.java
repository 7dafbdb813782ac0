package io.jxc.store.memory;

import io.jxc.tck.StoreConformance;
import io.jxc.tck.StoreFixture;

/** Holds the memory store to the conformance kit, all of it. */
class MemoryStoreConformanceTest extends StoreConformance {
  @Override
  protected StoreFixture open() {
    return new MemoryFixture();
  }
}
