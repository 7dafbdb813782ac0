package io.jxc.tck;

import io.jxc.api.TenantId;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.Lease;
import io.jxc.spi.store.StoreHealth;
import io.jxc.spi.store.StoreSchema;
import io.jxc.spi.store.StoreView;
import java.time.Duration;
import java.util.Optional;

/**
 * Passes every call on; tests override what they change. A commit under the lock goes by {@link
 * #view} and {@link #commit}, so it changes with them.
 */
public class ForwardingStore implements JxcStore {
  private final JxcStore store;

  /** Stands before a store. */
  public ForwardingStore(JxcStore store) {
    this.store = store;
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
  public Commit commit(ChangeSet changes) {
    return store.commit(changes);
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
