package io.jxc.core.internal.testing;

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
import java.util.function.Function;

/** Hands everything on to another store; tests override what they want to go wrong. */
public class ForwardingStore implements JxcStore {
  private final JxcStore store;

  /** Stands before a store. */
  public ForwardingStore(JxcStore store) {
    this.store = store;
  }

  /** Returns a store that does not end when the instance that uses it is closed. */
  public static JxcStore outlasting(JxcStore store) {
    return new ForwardingStore(store) {
      @Override
      public void close() {
        // somebody else still works with it
      }
    };
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
  public Commit commitLocked(TenantId tenant, Function<StoreView, ChangeSet> decide) {
    return store.commitLocked(tenant, decide);
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
