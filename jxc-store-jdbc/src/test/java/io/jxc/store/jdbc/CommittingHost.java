package io.jxc.store.jdbc;

import io.jxc.api.TenantId;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.HostTransaction;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.Lease;
import io.jxc.spi.store.StoreHealth;
import io.jxc.spi.store.StoreSchema;
import io.jxc.spi.store.StoreView;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * A store for the kit that makes each commit in a transaction of a host, which commits what was
 * committed and rolls back what was not.
 */
final class CommittingHost implements JxcStore {
  private final JxcStore store;
  private final DataSource pool;

  CommittingHost(JxcStore store, DataSource pool) {
    this.store = store;
    this.pool = pool;
  }

  private Commit hosted(Function<JxcStore, Commit> work) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        Commit commit = work.apply(store.joined(HostTransaction.of(connection)));
        if (commit instanceof Commit.Committed) {
          connection.commit();
          done = true;
        }
        return commit;
      } finally {
        if (!done) {
          connection.rollback();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Commit commit(ChangeSet changes) {
    return hosted(joined -> joined.commit(changes));
  }

  @Override
  public Commit commitLocked(TenantId tenant, Function<StoreView, ChangeSet> decide) {
    return hosted(joined -> joined.commitLocked(tenant, decide));
  }

  @Override
  public void register(StoreSchema schema) {
    store.register(schema);
  }

  @Override
  public StoreView view(TenantId tenant) {
    return store.view(tenant);
  }

  @Override
  public Optional<Block> block(TenantId tenant, BlockRef reference) {
    return store.block(tenant, reference);
  }

  @Override
  public Head head(TenantId tenant) {
    return store.head(tenant);
  }

  @Override
  public Optional<Lease> lease(String name, String holder, Duration timeToLive) {
    return store.lease(name, holder, timeToLive);
  }

  @Override
  public StoreHealth health() {
    return store.health();
  }

  @Override
  public void close() {
    store.close();
  }
}
