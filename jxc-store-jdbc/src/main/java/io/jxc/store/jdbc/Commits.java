package io.jxc.store.jdbc;

import io.jxc.api.TenantId;
import io.jxc.api.error.StorageException;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.Chain;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.PreparedCommit;
import io.jxc.spi.store.StoreView;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The commit, statement by statement: lock the head, block, documents, lines, indexes, balances,
 * journals, move the head, COMMIT. Whatever fails before COMMIT is rolled back and changed nothing;
 * what fails at COMMIT is settled by asking under the head's lock.
 */
final class Commits {
  private final Database database;
  private final Registry registry;
  private final SyncGate gate;
  private final Fence fence;
  private final Turns turns;
  private final BlockWriter blocks;
  private final boolean together;
  private final int schemaVersion;

  Commits(Database database, Registry registry, SyncGate gate, int schemaVersion) {
    this.database = database;
    this.registry = registry;
    this.gate = gate;
    this.turns = new Turns(database.product(), schemaVersion);
    this.fence = new Fence(database, gate);
    this.blocks = new BlockWriter(registry, database.dialect());
    this.together = database.takesTrips();
    this.schemaVersion = schemaVersion;
  }

  /** The commits of a transaction of the host. */
  HostCommits within(Handle handle) {
    return new HostCommits(database.product(), handle, registry, gate, schemaVersion);
  }

  /** Refuses what is not declared, and composes what is sent: all that needs no connection. */
  PreparedCommit prepare(ChangeSet changes) {
    Planned planned = plan(changes);
    return () ->
        locked(
            changes.tenant(),
            changes.basedOn() == 0,
            (handle, head) -> apply(handle, head, planned));
  }

  /**
   * What is known of a commit before the head is locked.
   *
   * @param steps what to write
   * @param trip the same as messages; empty where statements are to go one by one
   */
  private record Planned(ChangeSet changes, List<Plan.Step> steps, Optional<Trip> trip) {}

  private Planned plan(ChangeSet changes) {
    List<Plan.Step> steps = Plan.of(changes, registry);
    return new Planned(changes, steps, together ? Trip.of(steps) : Optional.empty());
  }

  Commit commitLocked(TenantId tenant, Function<StoreView, ChangeSet> decide) {
    return locked(
        tenant,
        true,
        (handle, head) -> {
          gate.settle(tenant, head.sequence(), handle.getConnection());
          ChangeSet changes;
          try (JdbcView view = JdbcView.within(handle, registry, head)) {
            changes = decide.apply(view);
          }
          if (!changes.tenant().equals(tenant)) {
            throw new IllegalArgumentException(
                "locked " + tenant + ", decided for " + changes.tenant());
          }
          return apply(handle, head, plan(changes));
        });
  }

  /** The work done while the head is locked. */
  private interface Work {
    Commit on(Handle handle, Head head) throws SQLException;
  }

  private Commit locked(TenantId tenant, boolean create, Work work) {
    return turns.take(
        tenant,
        () -> {
          try (Handle handle = database.write()) {
            Connection connection = handle.getConnection();
            Commit answer = work.on(handle, lock(connection, tenant, create));
            settle(connection, tenant, answer);
            return answer;
          } catch (SQLException e) {
            throw SqlErrors.of("commit", e);
          }
        });
  }

  /** Others may have committed what an answer tells, and nobody has synced it. */
  private void settle(Connection connection, TenantId tenant, Commit answer) {
    if (answer instanceof Commit.HeadMoved moved) {
      gate.settle(tenant, moved.head().sequence(), connection);
    } else if (answer instanceof Commit.Committed committed) {
      committed.block().ifPresent(block -> gate.settle(tenant, block.lastSequence(), connection));
    }
  }

  private Head lock(Connection connection, TenantId tenant, boolean create) throws SQLException {
    return turns.lock(connection, tenant, create, connection::rollback);
  }

  private Commit apply(Handle handle, Head head, Planned planned) throws SQLException {
    Connection connection = handle.getConnection();
    ChangeSet changes = planned.changes();
    if (head.sequence() != changes.basedOn()) {
      return new Commit.HeadMoved(head);
    }
    if (changes.isEmpty()) {
      return prove(connection, head, changes);
    }
    Block block = Chain.seal(head, changes);
    if (planned.trip().isPresent()) {
      if (inOneTrip(connection, head, block, planned.trip().get())) {
        return finish(connection, block);
      }
      // something was not as expected: what, is found out statement by statement
      connection.rollback();
      Head again = lock(connection, changes.tenant(), changes.basedOn() == 0);
      if (again.sequence() != changes.basedOn()) {
        return new Commit.HeadMoved(again);
      }
    }
    return oneByOne(handle, head, block, planned);
  }

  /** Sends all statements together; false where one of them did not do what was expected. */
  private boolean inOneTrip(Connection connection, Head head, Block block, Trip trip)
      throws SQLException {
    try {
      return trip.send(connection, Heads.insert(block), Heads.move(head, block, schemaVersion));
    } catch (SQLException e) {
      if (SqlErrors.duplicate(e)) {
        return false;
      }
      throw e;
    }
  }

  private Commit oneByOne(Handle handle, Head head, Block block, Planned planned)
      throws SQLException {
    Connection connection = handle.getConnection();
    ChangeSet changes = planned.changes();
    try {
      blocks.write(connection, block, planned.steps());
    } catch (BlockWriter.Refused refused) {
      connection.rollback();
      throw blocks.explain(handle, changes, refused);
    } catch (BlockWriter.BlockKnown known) {
      connection.rollback();
      return BlockWriter.known(new Reads(handle), changes);
    }
    if (Heads.move(head, block, schemaVersion).run(connection) != 1) {
      connection.rollback();
      return new Commit.HeadMoved(Heads.read(new Reads(handle), changes.tenant()));
    }
    return finish(connection, block);
  }

  /** An empty change set: the head is written, not moved. */
  private Commit prove(Connection connection, Head head, ChangeSet changes) throws SQLException {
    if (head.sequence() == 0) {
      // The row was locked by inserting it, and is not left behind.
      connection.rollback();
      return new Commit.Committed(Optional.empty());
    }
    if (!Heads.fence(connection, head)) {
      throw new SQLException("the head moved under its own lock", "40001");
    }
    gate.commit(connection, changes.tenant(), head.sequence(), changes.blockId());
    return new Commit.Committed(Optional.empty());
  }

  private Commit finish(Connection connection, Block block) {
    try {
      gate.commit(connection, block.tenant(), block.lastSequence(), block.id());
    } catch (SQLException atCommit) {
      abandon(connection, atCommit);
      if (!fence.committed(block.tenant(), block.id(), atCommit)) {
        throw StorageException.passing("commit was rolled back", atCommit);
      }
    }
    return new Commit.Committed(Optional.of(block));
  }

  /** Makes sure that the old transaction can end before somebody asks about it. */
  private static void abandon(Connection connection, SQLException cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
      try {
        connection.abort(Runnable::run);
      } catch (SQLException e2) {
        cause.addSuppressed(e2);
      }
    }
  }
}
