package io.jxc.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.jxc.spi.store.Durability;
import io.jxc.spi.store.JxcStore;
import io.jxc.tck.BalanceConformance;
import io.jxc.tck.ChainConformance;
import io.jxc.tck.CommitConformance;
import io.jxc.tck.CommitLockedConformance;
import io.jxc.tck.ConcurrencyConformance;
import io.jxc.tck.DocumentConformance;
import io.jxc.tck.IndexConformance;
import io.jxc.tck.KitTypes;
import io.jxc.tck.LineConformance;
import io.jxc.tck.StoreFixture;
import io.jxc.tck.Tampering;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;

/** Every commit in a transaction of the host: the kit finds no difference. */
abstract class JoinedContract {
  /** A pool on a database with the kit's tables, as a host has it: its own isolation level. */
  abstract HikariConfig pool();

  abstract Dialect dialect();

  /** Gives the database back. */
  abstract void done();

  private final class Fixture implements StoreFixture {
    private final HikariDataSource pool = new HikariDataSource(pool());
    private final JxcStore store =
        new CommittingHost(
            JdbcStore.using(pool).durability(Durability.PROCESS_CRASH).build(), pool);

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

  @Nested
  class Concurrency extends ConcurrencyConformance {
    @Override
    protected StoreFixture open() {
      return new Fixture();
    }
  }
}
