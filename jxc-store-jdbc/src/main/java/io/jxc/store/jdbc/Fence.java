package io.jxc.store.jdbc;

import io.jxc.api.TenantId;
import io.jxc.api.error.OutcomeUnknownException;
import io.jxc.api.error.StorageException;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.Head;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Settles a commit whose answer was lost: whoever holds the head's lock knows that the commit has
 * ended, so the block is there or never will be. A plain read would prove nothing.
 */
final class Fence {
  /** Longer than a server takes to end the transaction of a client that is gone. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Database database;
  private final SyncGate gate;
  private final Turns turns;

  Fence(Database database, SyncGate gate) {
    this.database = database;
    this.gate = gate;
    // the fate of a commit can be asked whatever has been written since
    this.turns = new Turns(database.product(), Integer.MAX_VALUE);
  }

  /**
   * Tells whether a block was committed.
   *
   * @throws OutcomeUnknownException when the lock cannot be had
   */
  boolean committed(TenantId tenant, UUID blockId, SQLException lost) {
    long start = System.nanoTime();
    while (true) {
      try (Handle handle = database.write()) {
        return look(handle, tenant, blockId);
      } catch (SQLException e) {
        lost.addSuppressed(e);
        boolean waited = SqlErrors.lockWait(e);
        if (!waited || System.nanoTime() - start > PATIENCE.toNanos()) {
          throw OutcomeUnknownException.ofBlock(blockId, lost);
        }
      } catch (StorageException e) {
        lost.addSuppressed(e);
        throw OutcomeUnknownException.ofBlock(blockId, lost);
      }
    }
  }

  private boolean look(Handle handle, TenantId tenant, UUID blockId) throws SQLException {
    Connection connection = handle.getConnection();
    Head head = turns.lock(connection, tenant, true, connection::rollback);
    if (head.sequence() == 0) {
      return false;
    }
    boolean found = Heads.block(new Reads(handle), tenant, new BlockRef.ById(blockId)).isPresent();
    if (!Heads.fence(connection, head)) {
      throw new SQLException("the head moved under its own lock", "40001");
    }
    // With the sync of this commit, the one in question is on disk as well.
    gate.commit(connection, tenant, head.sequence(), blockId);
    return found;
  }
}
