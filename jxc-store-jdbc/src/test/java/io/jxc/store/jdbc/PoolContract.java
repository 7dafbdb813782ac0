package io.jxc.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.jxc.spi.store.Durability;
import io.jxc.spi.store.JxcStore;
import io.jxc.tck.BalanceConformance;
import io.jxc.tck.CommitConformance;
import io.jxc.tck.CommitLockedConformance;
import io.jxc.tck.ConcurrencyConformance;
import io.jxc.tck.KitTypes;
import io.jxc.tck.StoreFixture;
import io.jxc.tck.Tampering;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

/** The kit on a pool as a host would make it, with that host's own settings. */
abstract class PoolContract {
  /** A database for one test. */
  abstract KitDatabase database();

  /** The store that is tested, of one on the pool. */
  JxcStore tested(JdbcStore onPool, DataSource pool) {
    return onPool;
  }

  /** A store for one test. */
  final class Fixture implements StoreFixture {
    private final KitDatabase database = database();
    private final HikariDataSource pool = new HikariDataSource(database.pool());
    private final JxcStore store =
        tested(JdbcStore.using(pool).durability(Durability.PROCESS_CRASH).build(), pool);

    Fixture() {
      store.register(KitTypes.SCHEMA);
    }

    @Override
    public JxcStore store() {
      return store;
    }

    @Override
    public void tamper(Tampering what) {
      try (Connection connection = pool.getConnection()) {
        new Tamperer(connection, KitTypes.SCHEMA, database.dialect()).apply(what);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      store.close();
      pool.close();
      database.close();
    }
  }

  @Nested
  class Commits extends CommitConformance {
    @Override
    protected StoreFixture open() {
      return new Fixture();
    }
  }

  @Nested
  class CommitsUnderTheLock extends CommitLockedConformance {
    @Override
    protected StoreFixture open() {
      return new Fixture();
    }
  }

  @Nested
  class Balances extends BalanceConformance {
    @Override
    protected StoreFixture open() {
      return new Fixture();
    }
  }

  @Nested
  class Concurrency extends ConcurrencyConformance {
    @Override
    protected StoreFixture open() {
      return new Fixture();
    }
  }
}
