package io.jxc.store.memory;

import io.jxc.api.TenantId;
import io.jxc.api.error.StorageException;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.Chain;
import io.jxc.spi.store.ChangeSet;
import io.jxc.spi.store.Commit;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.StoreSchema;
import io.jxc.spi.store.StoreView;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Everything of one tenant. Commits take turns; what they write carries its sequence and is seen by
 * nobody before the head is published, last.
 */
final class TenantLog {
  private final ReentrantLock turn = new ReentrantLock();
  private final Tables tables;
  private final Declarations declarations;
  private final Preconditions preconditions;
  private final BlockLog blocks;
  private final Snapshots snapshots;
  private final Retired retired = new Retired();
  private final Runnable requireOpenStore;
  private volatile Head head;
  private boolean halfWritten;

  TenantLog(TenantId tenant, StoreSchema schema, LongSupplier nanos, Runnable requireOpenStore) {
    this.tables = new Tables(schema);
    this.declarations = new Declarations(tables);
    this.preconditions = new Preconditions(tables);
    this.blocks = new BlockLog(tenant);
    this.snapshots = new Snapshots(nanos, MemoryView.MAX_LIFE.toNanos());
    this.requireOpenStore = requireOpenStore;
    this.head = Head.absent(tenant);
  }

  Head head() {
    return head;
  }

  StoreView view() {
    return new MemoryView(snapshots, snapshots.open(this::head), tables, requireOpenStore);
  }

  Optional<Block> block(BlockRef reference) {
    Optional<Block> found =
        reference instanceof BlockRef.ById byId
            ? blocks.byId(byId.id())
            : blocks.bySequence(((BlockRef.BySequence) reference).sequence());
    // A block is written shortly before its commit is published.
    return found.filter(block -> block.lastSequence() <= head.sequence());
  }

  Commit commit(ChangeSet changes) {
    declarations.check(changes);
    turn.lock();
    try {
      return commitInTurn(changes);
    } finally {
      turn.unlock();
    }
  }

  Commit commitLocked(Function<StoreView, ChangeSet> decide) {
    turn.lock();
    try (StoreView view = view()) {
      ChangeSet changes = decide.apply(view);
      if (!changes.tenant().equals(head.tenant())) {
        throw new IllegalArgumentException(
            "decided for " + changes.tenant() + " under the lock of " + head.tenant());
      }
      return commit(changes);
    } finally {
      turn.unlock();
    }
  }

  private Commit commitInTurn(ChangeSet changes) {
    requireOpenStore.run();
    if (halfWritten) {
      throw StorageException.failed(
          "a commit of " + head.tenant() + " ended midway; the tenant can only be read",
          new IllegalStateException("half written after sequence " + head.sequence()));
    }
    Optional<Block> known = blocks.byId(changes.blockId());
    if (known.isPresent()) {
      return new Commit.Committed(known);
    }
    if (head.sequence() != changes.basedOn()) {
      return new Commit.HeadMoved(head);
    }
    if (changes.isEmpty()) {
      return new Commit.Committed(Optional.empty());
    }
    List<BalanceRow> balances = preconditions.check(changes);
    Block block = Chain.seal(head, changes);
    write(changes, balances, block);
    return new Commit.Committed(Optional.of(block));
  }

  private void write(ChangeSet changes, List<BalanceRow> balances, Block block) {
    // Stays set when memory runs out on the way: then nothing may be built on these rows.
    halfWritten = true;
    tables.write(changes, balances, retired);
    blocks.append(block);
    // as in a database, a history is named after its first block
    UUID incarnation = head.sequence() == 0 ? block.id() : head.incarnation();
    head = new Head(changes.tenant(), block.lastSequence(), incarnation, block.hash(), block.at());
    halfWritten = false;
    retired.release(snapshots.bound(head.sequence()), changedRows(changes));
  }

  private static int changedRows(ChangeSet changes) {
    return changes.documents().size()
        + changes.lines().size()
        + changes.indexes().size()
        + changes.balances().size();
  }

  /** Versions kept for open views; for tests. */
  int retiredVersions() {
    turn.lock();
    try {
      return retired.size();
    } finally {
      turn.unlock();
    }
  }
}
