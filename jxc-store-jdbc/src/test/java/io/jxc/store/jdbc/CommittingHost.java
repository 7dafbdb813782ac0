package io.jxc.store.jdbc;

import io.jxc.api.TenantId;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.HostTransaction;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.StoreView;
import io.jxc.tck.ForwardingStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * A store for the kit that makes each commit in a transaction of a host, which commits what was
 * committed and rolls back what was not.
 */
final class CommittingHost extends ForwardingStore {
  private final JxcStore store;
  private final DataSource pool;

  CommittingHost(JxcStore store, DataSource pool) {
    super(store);
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
}
