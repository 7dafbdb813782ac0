package io.jxc.core.internal.sim;

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

/** One node's way to the store that all share; the weather decides what becomes of each call. */
final class SimStore implements JxcStore {
  private final World world;
  private final SimNode node;
  private final JxcStore shared;

  SimStore(World world, SimNode node) {
    this.world = world;
    this.node = node;
    this.shared = world.store;
  }

  @Override
  public void register(StoreSchema schema) {
    shared.register(schema);
  }

  @Override
  public StoreView view(TenantId tenant) {
    world.weather.beforeRead(node, tenant);
    return world.weather.breaking(shared.view(tenant));
  }

  @Override
  public Head head(TenantId tenant) {
    world.weather.beforeRead(node, tenant);
    return shared.head(tenant);
  }

  @Override
  public Optional<Block> block(TenantId tenant, BlockRef reference) {
    world.weather.reach(node);
    return shared.block(tenant, reference);
  }

  @Override
  public Commit commit(ChangeSet changes) {
    world.crowd.before(Optional.of(changes));
    boolean committed = false;
    try {
      Commit answer = send(changes);
      committed = answer instanceof Commit.Committed;
      return answer;
    } finally {
      world.crowd.after(committed);
    }
  }

  private Commit send(ChangeSet changes) {
    Weather.Front front = world.weather.beforeCommit(node, changes.tenant());
    if (front.strikesFirst()) {
      RuntimeException answer = world.weather.unapplied(node, front, changes);
      world.weather.afterFailure(front, changes.tenant());
      throw answer;
    }
    Commit answer = shared.commit(changes);
    world.weather.afterCommit(node, front, changes);
    return answer;
  }

  @Override
  public Commit commitLocked(TenantId tenant, Function<StoreView, ChangeSet> decide) {
    if (world.plan.lockless()) {
      return JxcStore.super.commitLocked(tenant, decide);
    }
    world.crowd.before(Optional.empty());
    Weather.Front front = world.weather.beforeCommit(node, tenant);
    ChangeSet[] decided = new ChangeSet[1];
    Commit answer;
    try {
      answer =
          shared.commitLocked(
              tenant,
              view -> {
                ChangeSet changes = decide.apply(world.weather.breaking(view));
                decided[0] = changes;
                if (front.strikesFirst()) {
                  throw world.weather.unapplied(node, front, changes);
                }
                return changes;
              });
    } catch (RuntimeException e) {
      world.weather.afterFailure(front, tenant);
      throw e;
    }
    world.weather.afterCommit(node, front, decided[0]);
    return answer;
  }

  @Override
  public Optional<Lease> lease(String name, String holder, Duration timeToLive) {
    world.weather.reach(node);
    Optional<Lease> lease = shared.lease(name, holder, timeToLive);
    lease.ifPresent(given -> world.deliveries.leased(node, given));
    return lease;
  }

  @Override
  public StoreHealth health() {
    return shared.health();
  }

  @Override
  public void close() {
    // the others go on with it
  }
}
