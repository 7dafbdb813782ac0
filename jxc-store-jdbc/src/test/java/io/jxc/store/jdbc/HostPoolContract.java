package io.jxc.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.jxc.spi.store.Durability;
import io.jxc.spi.store.JxcStore;
import io.jxc.tck.BalanceConformance;
import io.jxc.tck.CommitConformance;
import io.jxc.tck.CommitLockedConformance;
import io.jxc.tck.ConcurrencyConformance;
import io.jxc.tck.KitTypes;
import io.jxc.tck.SnapshotConformance;
import io.jxc.tck.StoreFixture;
import io.jxc.tck.Tampering;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;

/** The store on a host's pool, set up for each use: what depends on isolation and counts. */
abstract class HostPoolContract {
  /** A pool on a database with the kit's tables, as a host would make it. */
  abstract HikariConfig pool();

  abstract Dialect dialect();

  /** Gives the database back. */
  abstract void done();

  private final class Fixture implements StoreFixture {
    private final HikariDataSource pool = new HikariDataSource(pool());
    private final JdbcStore store =
        JdbcStore.using(pool).durability(Durability.PROCESS_CRASH).build();

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
        new Tamperer(connection, KitTypes.SCHEMA, dialect()).apply(what);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      store.close();
      pool.close();
      done();
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
  class Snapshots extends SnapshotConformance {
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
