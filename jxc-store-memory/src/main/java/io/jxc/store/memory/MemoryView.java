package io.jxc.store.memory;

import io.jxc.api.error.StorageException;
import io.jxc.spi.store.AggregateQuery;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.LineRow;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Slice;
import io.jxc.spi.store.StoreView;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A snapshot of one tenant: every read is of its sequence, and none waits for a commit. */
final class MemoryView implements StoreView {
  /** How long a view may keep old versions; after it the view is refused and they go. */
  static final Duration MAX_LIFE = Duration.ofSeconds(30);

  private final Snapshots snapshots;
  private final Snapshots.Snapshot snapshot;
  private final Reads reads;
  private final Runnable requireOpenStore;
  private boolean closed;

  MemoryView(
      Snapshots snapshots, Snapshots.Snapshot snapshot, Tables tables, Runnable requireOpenStore) {
    this.snapshots = snapshots;
    this.snapshot = snapshot;
    this.reads = new Reads(tables, snapshot.head().sequence());
    this.requireOpenStore = requireOpenStore;
  }

  @Override
  public Head head() {
    return snapshot.head();
  }

  @Override
  public List<DocumentRow> documents(String type, Collection<String> keys) {
    return read(() -> reads.documents(type, keys));
  }

  @Override
  public List<LineRow> lines(String type, Collection<String> documentKeys, int from, int to) {
    return read(() -> reads.lines(type, documentKeys, from, to));
  }

  @Override
  public List<DocumentRow> documentRange(String type, String prefix, String after, int limit) {
    return read(() -> reads.documentRange(type, prefix, after, limit));
  }

  @Override
  public List<IndexEntry> indexRange(
      String type, String index, String prefix, boolean exact, int limit) {
    return read(() -> reads.indexRange(type, index, prefix, exact, limit));
  }

  @Override
  public List<BalanceRow> balances(String type, Collection<BalanceKey> keys) {
    return read(() -> reads.balances(type, keys));
  }

  @Override
  public List<BalanceRow> balanceRange(String type, Collection<List<String>> prefixes, int limit) {
    return read(() -> reads.balanceRange(type, prefixes, limit));
  }

  @Override
  public Slice list(ListQuery query) {
    return read(() -> reads.list(query));
  }

  @Override
  public List<JournalRow> journal(Set<String> types, long after, int limit) {
    return read(() -> reads.journal(types, after, limit));
  }

  @Override
  public List<AggregateQuery.Row> aggregate(AggregateQuery query) {
    return read(() -> reads.aggregate(query));
  }

  @Override
  public void close() {
    closed = true;
    snapshots.close(snapshot);
  }

  /** Checks afterwards as well: what a view needs may go while it reads. */
  private <T> T read(Supplier<T> reading) {
    requireUsable();
    T answer = reading.get();
    requireUsable();
    return answer;
  }

  private void requireUsable() {
    requireOpenStore.run();
    if (closed) {
      throw new IllegalStateException("the view is closed");
    }
    if (snapshots.expired(snapshot)) {
      throw StorageException.passing(
          "a view lives " + MAX_LIFE.toSeconds() + " s at most: open another one",
          new TimeoutException("the view has expired"));
    }
  }
}
