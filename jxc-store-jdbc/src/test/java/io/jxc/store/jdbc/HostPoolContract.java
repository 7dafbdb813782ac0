package io.jxc.store.jdbc;

import io.jxc.tck.SnapshotConformance;
import io.jxc.tck.StoreFixture;
import org.junit.jupiter.api.Nested;

/** The store on a host's pool, set up for each use: what depends on isolation and counts. */
abstract class HostPoolContract extends PoolContract {
  @Nested
  class Snapshots extends SnapshotConformance {
    @Override
    protected StoreFixture open() {
      return new Fixture();
    }
  }
}
