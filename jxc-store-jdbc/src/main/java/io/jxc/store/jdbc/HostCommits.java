package io.jxc.store.jdbc;

import io.jxc.api.TenantId;
import io.jxc.api.error.HostTransactionException;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.Chain;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.StoreView;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Commits within one transaction of the host, which alone ends it. Each is written statement by
 * statement behind a savepoint, so what is refused leaves the host's own work as it was; the head
 * stays locked until the host's end. Whether the database has given the transaction up meanwhile is
 * asked with every commit: then a part would be all that is left, and nothing more is done in it.
 */
final class HostCommits {
  private static final String SAVEPOINT = "jxc_joined";

  private final Product product;
  private final Handle handle;
  private final Connection connection;
  private final Registry registry;
  private final SyncGate gate;
  private final Turns turns;
  private final BlockWriter blocks;
  private final int schemaVersion;
  private final ReentrantLock one = new ReentrantLock();

  /** Where this transaction has left the heads that it has locked. */
  private final Map<TenantId, Long> heads = new HashMap<>();

  private @Nullable HostTransactionException broken;

  HostCommits(Product product, Handle handle, Registry registry, SyncGate gate, int schemaVersion) {
    this.product = product;
    this.handle = handle;
    this.connection = handle.getConnection();
    this.registry = registry;
    this.gate = gate;
    this.turns = new Turns(product, schemaVersion);
    this.blocks = new BlockWriter(registry, product.dialect());
    this.schemaVersion = schemaVersion;
  }

  /** The work done while the head is locked. */
  private interface Work {
    Commit on(Head head) throws SQLException;
  }

  Commit commit(ChangeSet changes) {
    List<Plan.Step> plan = Plan.of(changes, registry);
    return within(changes.tenant(), changes.basedOn() == 0, head -> apply(head, changes, plan));
  }

  Commit commitLocked(TenantId tenant, Function<StoreView, ChangeSet> decide) {
    return within(
        tenant,
        true,
        head -> {
          ChangeSet changes;
          try (JdbcView view = JdbcView.within(handle, registry, head)) {
            changes = decide.apply(view);
          }
          return apply(head, changes, Plan.of(changes, registry));
        });
  }

  private Commit within(TenantId tenant, boolean create, Work work) {
    one.lock();
    try {
      return alone(tenant, create, work);
    } finally {
      one.unlock();
    }
  }

  private Commit alone(TenantId tenant, boolean create, Work work) {
    Optional<Long> before = Optional.ofNullable(heads.get(tenant));
    try {
      requireSound();
      HostConnections.execute(connection, "SAVEPOINT " + SAVEPOINT);
      Head head = lock(tenant, create);
      Commit commit = work.on(head);
      if (head.sequence() == 0 && heads.getOrDefault(tenant, 0L) == 0) {
        // the row was locked by inserting it, and is not left behind
        undo();
      }
      // fails where the database has begun another transaction meanwhile and nobody said so
      HostConnections.execute(connection, "RELEASE SAVEPOINT " + SAVEPOINT);
      return commit;
    } catch (SQLException e) {
      throw undone(tenant, before, SqlErrors.of("work in the host's transaction", e));
    } catch (RuntimeException e) {
      throw undone(tenant, before, e);
    } catch (Error e) {
      e.addSuppressed(undone(tenant, before, new IllegalStateException(e)));
      throw e;
    }
  }

  private void requireSound() {
    HostTransactionException known = broken;
    if (known != null) {
      throw known;
    }
  }

  /** Undoes what a refused commit has written; what cannot be undone breaks the transaction. */
  private RuntimeException undone(TenantId tenant, Optional<Long> before, RuntimeException error) {
    if (broken != null) {
      return broken;
    }
    if (SqlErrors.endsTransaction(error)) {
      return breakOff("the database has given it up", SqlErrors.passing(error), error);
    }
    try {
      undo();
    } catch (SQLException gone) {
      error.addSuppressed(gone);
      return breakOff("it cannot go back to where it was", SqlErrors.passing(error), error);
    }
    before.ifPresentOrElse(left -> heads.put(tenant, left), () -> heads.remove(tenant));
    return error;
  }

  private void undo() throws SQLException {
    HostConnections.execute(connection, "ROLLBACK TO SAVEPOINT " + SAVEPOINT);
  }

  private HostTransactionException breakOff(
      String reason, boolean passing, @Nullable Throwable cause) {
    HostTransactionException found = HostTransactionException.broken(reason, passing, cause);
    broken = found;
    return found;
  }

  private Head lock(TenantId tenant, boolean create) throws SQLException {
    Long left = heads.get(tenant);
    Head head = left == null ? first(tenant, create) : locked(tenant, create);
    if (left != null && left != head.sequence()) {
      throw breakOff("the transaction that was joined has ended: join the new one", true, null);
    }
    heads.put(tenant, head.sequence());
    return head;
  }

  /** Locks a head for the first time: the wait is bounded as it is for commits of our own. */
  private Head first(TenantId tenant, boolean create) throws SQLException {
    Optional<Long> patience = product.lockWait(connection);
    Head head;
    try {
      head = locked(tenant, create);
    } finally {
      product.restoreLockWait(connection, patience);
    }
    // each commit of a tenant moves its head: where the transaction sees this one, it sees them all
    if (Heads.read(new Reads(handle), tenant).sequence() != head.sequence()) {
      throw breakOff(
          "it shows a moment before the last commit of "
              + tenant
              + ": begin it anew, or with READ COMMITTED",
          true,
          null);
    }
    return head;
  }

  /** In the tenant's turn, which lasts until the row is locked: then the row itself keeps order. */
  private Head locked(TenantId tenant, boolean create) {
    return turns.take(
        tenant,
        () -> {
          try {
            return product == Product.H2
                ? turns.lock(connection, tenant, create, this::undo)
                : lockOrMake(tenant, create);
          } catch (SQLException e) {
            throw SqlErrors.of("lock the head", e);
          }
        });
  }

  private Head lockOrMake(TenantId tenant, boolean create) throws SQLException {
    Optional<Head> found = Heads.lock(connection, tenant, schemaVersion);
    if (found.isEmpty() && create) {
      Heads.insertOrLock(connection, tenant);
      found = Heads.lock(connection, tenant, schemaVersion);
    }
    return found.orElseGet(() -> Head.absent(tenant));
  }

  private Commit apply(Head head, ChangeSet changes, List<Plan.Step> plan) throws SQLException {
    TenantId tenant = head.tenant();
    if (!changes.tenant().equals(tenant)) {
      throw new IllegalArgumentException("locked " + tenant + ", decided for " + changes.tenant());
    }
    if (head.sequence() != changes.basedOn()) {
      return new Commit.HeadMoved(head);
    }
    if (changes.isEmpty()) {
      if (head.sequence() > 0 && !Heads.fence(connection, head)) {
        throw movedUnderLock();
      }
      return new Commit.Committed(Optional.empty());
    }
    Block block = Chain.seal(head, changes);
    try {
      blocks.write(connection, block, plan);
    } catch (BlockWriter.Refused refused) {
      undo();
      throw blocks.explain(handle, changes, refused);
    } catch (BlockWriter.BlockKnown known) {
      undo();
      return BlockWriter.known(new Reads(handle), changes);
    }
    if (Heads.move(head, block, schemaVersion).run(connection) != 1) {
      throw movedUnderLock();
    }
    heads.put(tenant, block.lastSequence());
    gate.reaches(tenant, block.lastSequence());
    return new Commit.Committed(Optional.of(block));
  }

  private HostTransactionException movedUnderLock() {
    return breakOff("the head moved under its own lock", true, null);
  }
}
