package io.jxc.spi.store;

import io.jxc.api.TenantId;
import io.jxc.api.error.UnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where everything is kept. A store shows snapshots and applies one {@link ChangeSet} atomically;
 * rules, permissions, audit and idempotency are core's. Thread-safe.
 *
 * <p>A store keeps four promises, checked by {@code io.jxc.tck}: a commit is applied whole or not
 * at all, and only while the head is still {@link ChangeSet#basedOn}; sequence order is commit
 * order; a view is one snapshot; no answer ever holds another tenant's row.
 */
public interface JxcStore extends AutoCloseable {
  /**
   * Takes the declarations of everything that will be stored. Called once, before anything else.
   *
   * @throws io.jxc.api.error.StorageException when the stored tables do not fit them
   */
  void register(StoreSchema schema);

  /** Opens a snapshot of a tenant; of an unknown tenant an empty one with sequence 0. */
  StoreView view(TenantId tenant);

  /**
   * Applies the changes if the head is still {@link ChangeSet#basedOn}, else answers {@link
   * Commit.HeadMoved}. An empty change set takes and writes the head lock only: when it answers
   * {@code Committed}, every earlier commit of unknown outcome has ended.
   *
   * @throws io.jxc.api.error.ChangeRefusedException when a version, a floor or a count does not
   *     hold: nothing was changed
   * @throws io.jxc.api.error.DuplicateKeyException when a unique index or a key is taken: nothing
   *     was changed
   * @throws io.jxc.api.error.OutcomeUnknownException when it may or may not have been applied
   * @throws io.jxc.api.error.StorageException when it was not applied
   */
  Commit commit(ChangeSet changes);

  /**
   * Does what can be done for a commit without knowing whether the head is still where the changes
   * stand, so that less is left to do while the head is locked. Touches neither what is stored nor
   * any lock, and needs no connection. The default leaves everything to {@link #commit}.
   *
   * @throws IllegalArgumentException when the changes name what is not declared; a store may say so
   *     only when it commits
   */
  default PreparedCommit prepare(ChangeSet changes) {
    return () -> commit(changes);
  }

  /**
   * Decides under the tenant's lock and commits what was decided, so that the head cannot move in
   * between. The default repeats {@link #commit} on fresh views, a bounded number of times.
   */
  default Commit commitLocked(TenantId tenant, Function<StoreView, ChangeSet> decide) {
    for (int attempt = 0; attempt < 100; attempt++) {
      ChangeSet changes;
      try (StoreView view = view(tenant)) {
        changes = decide.apply(view);
      }
      if (commit(changes) instanceof Commit.Committed committed) {
        return committed;
      }
    }
    throw UnavailableException.contended(tenant);
  }

  /** Finds a block of a tenant. */
  Optional<Block> block(TenantId tenant, BlockRef reference);

  /** Returns the newest committed head of a tenant. */
  Head head(TenantId tenant);

  /**
   * Takes or renews a lease by the store's clock; empty while another holder has it. A time to live
   * of zero gives it back.
   */
  Optional<Lease> lease(String name, String holder, Duration timeToLive);

  /** Returns the state of the store; never throws. */
  StoreHealth health();

  /**
   * Returns a store whose commits are part of the host's transaction: each is behind those before
   * it, none is seen by anybody until the host has committed, and one that is refused leaves the
   * transaction as it was. Heads that it has locked stay locked until the host's end.
   *
   * @throws io.jxc.api.error.HostTransactionException when the transaction is not one to join; from
   *     the store's methods when it must be rolled back
   * @throws io.jxc.api.error.StorageException when this store cannot join one
   */
  default JxcStore joined(HostTransaction transaction) {
    throw io.jxc.api.error.StorageException.cannotJoin(getClass().getSimpleName());
  }

  /**
   * Tells how many rows a commit should change at most where there is a choice: waiting commands
   * are put together up to this; a command that changes more is committed alone. 1,500 unless told:
   * more is slow to certify on a cluster.
   */
  default int batchRows() {
    return 1_500;
  }

  /** Releases what the store opened itself; a DataSource handed in stays the host's. */
  @Override
  void close();
}
