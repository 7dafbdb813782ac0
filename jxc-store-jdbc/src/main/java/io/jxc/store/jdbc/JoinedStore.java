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
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * A store whose commits are part of a transaction of the host. What it shows besides, to anybody,
 * is what is committed.
 */
final class JoinedStore implements JxcStore {
  private final JdbcStore store;
  private final HostCommits commits;

  JoinedStore(JdbcStore store, HostCommits commits) {
    this.store = store;
    this.commits = commits;
  }

  @Override
  public Commit commit(ChangeSet changes) {
    store.requireOpen();
    return commits.commit(changes);
  }

  @Override
  public Commit commitLocked(TenantId tenant, Function<StoreView, ChangeSet> decide) {
    store.requireOpen();
    return commits.commitLocked(tenant, decide);
  }

  @Override
  public void register(StoreSchema schema) {
    throw new IllegalStateException("the store was registered before it joined a transaction");
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
  public int batchRows() {
    return store.batchRows();
  }

  @Override
  public JxcStore joined(HostTransaction transaction) {
    return store.joined(transaction);
  }

  /** Ends nothing: the transaction is the host's, and the store goes on. */
  @Override
  public void close() {
    // nothing of its own
  }
}
