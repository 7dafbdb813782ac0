package io.jxc.store.memory;

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

/** Passes every call on; a broken store overrides the one that it breaks. */
class ForwardingStore implements JxcStore {
  private final JxcStore sound;

  ForwardingStore(JxcStore sound) {
    this.sound = sound;
  }

  @Override
  public void register(StoreSchema schema) {
    sound.register(schema);
  }

  @Override
  public StoreView view(TenantId tenant) {
    return sound.view(tenant);
  }

  @Override
  public Commit commit(ChangeSet changes) {
    return sound.commit(changes);
  }

  @Override
  public Optional<Block> block(TenantId tenant, BlockRef reference) {
    return sound.block(tenant, reference);
  }

  @Override
  public Head head(TenantId tenant) {
    return sound.head(tenant);
  }

  @Override
  public Optional<Lease> lease(String name, String holder, Duration timeToLive) {
    return sound.lease(name, holder, timeToLive);
  }

  @Override
  public StoreHealth health() {
    return sound.health();
  }

  @Override
  public void close() {
    sound.close();
  }
}
