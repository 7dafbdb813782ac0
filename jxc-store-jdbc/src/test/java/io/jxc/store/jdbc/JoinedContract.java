package io.jxc.store.jdbc;

import io.jxc.spi.store.JxcStore;
import io.jxc.tck.ChainConformance;
import io.jxc.tck.DocumentConformance;
import io.jxc.tck.IndexConformance;
import io.jxc.tck.LineConformance;
import io.jxc.tck.StoreFixture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

/** Every commit in a transaction of the host: the kit finds no difference. */
abstract class JoinedContract extends PoolContract {
  @Override
  JxcStore tested(JdbcStore onPool, DataSource pool) {
    return new CommittingHost(onPool, pool);
  }

  @Nested
  class Documents extends DocumentConformance {
    @Override
    protected StoreFixture open() {
      return new Fixture();
    }
  }

  @Nested
  class Lines extends LineConformance {
    @Override
    protected StoreFixture open() {
      return new Fixture();
    }
  }

  @Nested
  class Indexes extends IndexConformance {
    @Override
    protected StoreFixture open() {
      return new Fixture();
    }
  }

  @Nested
  class Chains extends ChainConformance {
    @Override
    protected StoreFixture open() {
      return new Fixture();
    }
  }
}
