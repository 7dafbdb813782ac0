package io.jxc.core.internal.testing;

import io.jxc.api.TenantId;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.HostTransaction;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.StoreView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A store that does what a test wants before and after each commit: fail, wait, let another node go
 * first. It keeps what was committed.
 */
public final class FaultStore extends ForwardingStore {
  private final JxcStore sound;
  private final List<ChangeSet> committed = Collections.synchronizedList(new ArrayList<>());
  private volatile Consumer<ChangeSet> before = changes -> {};
  private volatile Consumer<ChangeSet> after = changes -> {};
  private volatile boolean moving;
  private volatile Runnable reading = () -> {};
  private volatile Runnable locked = () -> {};

  /** Stands before a sound store. */
  public FaultStore(JxcStore sound) {
    super(sound);
    this.sound = sound;
  }

  /** Does something before each commit; what it throws is the store's answer. */
  public void beforeCommit(Consumer<ChangeSet> fault) {
    before = fault;
  }

  /** Does something after each commit; what it throws is the store's answer. */
  public void afterCommit(Consumer<ChangeSet> fault) {
    after = fault;
  }

  /** Does something before each read; what it throws is the store's answer. */
  public void beforeRead(Runnable fault) {
    reading = fault;
  }

  /** Does something whenever a tenant has just been locked, before anything is decided there. */
  public void whenLocked(Runnable fault) {
    locked = fault;
  }

  /** Answers every commit that the head has moved. */
  public void neverStandStill() {
    moving = true;
  }

  /** Does nothing more. */
  public void heal() {
    moving = false;
    before = changes -> {};
    after = changes -> {};
    reading = () -> {};
    locked = () -> {};
  }

  /** Returns how many blocks were committed since the last call. */
  public int takeCommits() {
    synchronized (committed) {
      int count = committed.size();
      committed.clear();
      return count;
    }
  }

  @Override
  public StoreView view(TenantId tenant) {
    reading.run();
    return super.view(tenant);
  }

  @Override
  public Commit commit(ChangeSet changes) {
    before.accept(changes);
    return moving
        ? new Commit.HeadMoved(sound.head(changes.tenant()))
        : answered(changes, sound.commit(changes));
  }

  @Override
  public Commit commitLocked(TenantId tenant, Function<StoreView, ChangeSet> decide) {
    if (moving) {
      return new Commit.HeadMoved(sound.head(tenant));
    }
    List<ChangeSet> decided = new ArrayList<>();
    Commit answer =
        sound.commitLocked(
            tenant,
            view -> {
              locked.run();
              ChangeSet changes = decide.apply(view);
              before.accept(changes);
              decided.add(changes);
              return changes;
            });
    return answered(decided.get(decided.size() - 1), answer);
  }

  private Commit answered(ChangeSet changes, Commit answer) {
    if (answer instanceof Commit.Committed done && done.block().isPresent()) {
      committed.add(changes);
    }
    after.accept(changes);
    return answer;
  }

  @Override
  public Optional<Block> block(TenantId tenant, BlockRef reference) {
    reading.run();
    return super.block(tenant, reference);
  }

  @Override
  public Head head(TenantId tenant) {
    reading.run();
    return super.head(tenant);
  }

  @Override
  public JxcStore joined(HostTransaction transaction) {
    return sound.joined(transaction);
  }
}
