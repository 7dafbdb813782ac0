package io.jxc.store.jdbc;

import io.jxc.api.error.JxcException;
import io.jxc.api.error.StorageException;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.Head;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Writes a block and its rows statement by statement, and tells what a statement was about that did
 * not do what was expected. Ends no transaction: whoever asked undoes what was written.
 */
final class BlockWriter {
  private final Registry registry;
  private final Dialect dialect;

  BlockWriter(Registry registry, Dialect dialect) {
    this.registry = registry;
    this.dialect = dialect;
  }

  /** Signals that a part of a change set met other rows than expected; explained once undone. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final Plan.Part part;

    private Refused(Plan.Part part) {
      super(part.name(), null, false, false);
      this.part = part;
    }
  }

  /** Signals a block id that is stored already. */
  static final class BlockKnown extends Exception {
    private static final long serialVersionUID = 1L;

    private BlockKnown() {
      super("block id", null, false, false);
    }
  }

  /** Writes everything but the head. */
  void write(Connection connection, Block block, List<Plan.Step> plan)
      throws SQLException, Refused, BlockKnown {
    try {
      Heads.insert(block).run(connection);
    } catch (SQLException e) {
      if (SqlErrors.duplicate(e)) {
        throw new BlockKnown();
      }
      throw e;
    }
    RowWriter writer = RowWriter.of(dialect, connection);
    for (Plan.Step step : plan) {
      boolean asExpected;
      try {
        asExpected = step.action().run(writer);
      } catch (SQLException e) {
        if (SqlErrors.duplicate(e) && step.part() != Plan.Part.JOURNAL) {
          throw new Refused(step.part());
        }
        throw e;
      }
      if (!asExpected) {
        throw new Refused(step.part());
      }
    }
  }

  /** The exception that tells what did not hold; asked when the refused rows are undone. */
  JxcException explain(Handle handle, ChangeSet changes, Refused refused) {
    Head head = Heads.read(new Reads(handle), changes.tenant());
    try (JdbcView view = JdbcView.within(handle, registry, head)) {
      return new Refusals(registry, view, changes.tenant()).explain(changes, refused.part);
    }
  }

  /**
   * A block that is stored already was committed before. Another one that holds its sequences means
   * that the head was not the last: never is somebody else's block taken for this one.
   */
  static Commit known(Reads reads, ChangeSet changes) {
    Optional<Block> stored =
        Heads.block(reads, changes.tenant(), new BlockRef.ById(changes.blockId()));
    if (stored.isPresent()) {
      return new Commit.Committed(stored);
    }
    Head head = Heads.read(reads, changes.tenant());
    if (head.sequence() == changes.basedOn()) {
      String reason = "a block stands after the head " + head.sequence() + " of its tenant";
      throw StorageException.failed(reason, new IllegalStateException(reason));
    }
    return new Commit.HeadMoved(head);
  }
}
