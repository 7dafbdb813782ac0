package io.jxc.store.jdbc;

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
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * A snapshot: one transaction of one connection. It ends by itself when it is older than its bound,
 * so that a forgotten one does not hold its connection for ever.
 */
final class JdbcView implements StoreView {
  static final Duration LIFE = Duration.ofSeconds(30);

  private final Handle handle;
  private final Head head;
  private final boolean owner;
  private final LongSupplier nanos;
  private final long openedAt;
  private final DocumentReader documents;
  private final BalanceReader balances;
  private final JournalReader journals;
  private final ListReader lists;
  private final AggregateReader aggregates;
  private volatile boolean closed;

  private JdbcView(Handle handle, Registry registry, Head head, boolean owner, LongSupplier nanos) {
    this.handle = handle;
    this.head = head;
    this.owner = owner;
    this.nanos = nanos;
    this.openedAt = nanos.getAsLong();
    Reads reads = new Reads(handle);
    this.documents = new DocumentReader(reads, registry, head.tenant(), registry.dialect());
    this.balances = new BalanceReader(reads, registry, head.tenant(), registry.dialect());
    this.journals = new JournalReader(reads, registry, head);
    this.lists = new ListReader(reads, registry, head.tenant());
    this.aggregates = new AggregateReader(reads, registry, head.tenant());
  }

  /** A view that owns its handle and ends by a clock. */
  static JdbcView owning(Handle handle, Registry registry, Head head, LongSupplier nanos) {
    return new JdbcView(handle, registry, head, true, nanos);
  }

  /** A view within somebody's transaction, which goes on after it. */
  static JdbcView within(Handle handle, Registry registry, Head head) {
    return new JdbcView(handle, registry, head, false, System::nanoTime);
  }

  @Override
  public Head head() {
    return head;
  }

  @Override
  public List<DocumentRow> documents(String type, Collection<String> keys) {
    return reading(() -> documents.byKeys(type, keys));
  }

  @Override
  public List<DocumentRow> documents(Map<String, ? extends Collection<String>> keys) {
    return reading(() -> documents.byKeys(keys));
  }

  @Override
  public List<LineRow> lines(String type, Collection<String> documentKeys, int from, int to) {
    return reading(() -> documents.lines(type, documentKeys, from, to));
  }

  @Override
  public List<DocumentRow> documentRange(String type, String prefix, String after, int limit) {
    return reading(() -> documents.range(type, prefix, after, limit));
  }

  @Override
  public List<IndexEntry> indexRange(
      String type, String index, String prefix, boolean exact, int limit) {
    return reading(() -> documents.index(type, index, prefix, exact, limit));
  }

  @Override
  public List<IndexEntry> indexValues(String type, String index, Collection<String> values) {
    return reading(() -> documents.index(type, index, values));
  }

  @Override
  public List<BalanceRow> balances(String type, Collection<BalanceKey> keys) {
    return reading(() -> balances.byKeys(type, keys));
  }

  @Override
  public List<BalanceRow> balanceRange(String type, Collection<List<String>> prefixes, int limit) {
    return reading(() -> balances.range(type, prefixes, limit));
  }

  @Override
  public Slice list(ListQuery query) {
    return reading(() -> lists.read(query));
  }

  @Override
  public List<JournalRow> journal(Set<String> types, long after, int limit) {
    return reading(() -> journals.read(types, after, limit));
  }

  @Override
  public List<AggregateQuery.Row> aggregate(AggregateQuery query) {
    return reading(() -> aggregates.read(query));
  }

  private synchronized <T> T reading(Supplier<T> read) {
    if (closed) {
      throw new IllegalStateException("the view is closed");
    }
    if (owner && tooOld()) {
      close();
      throw StorageException.passing(
          "a view lives " + LIFE.toSeconds() + " s: open a new one",
          new SQLTimeoutException("view of " + head.tenant()));
    }
    return read.get();
  }

  boolean isClosed() {
    return closed;
  }

  /** Tells whether the view has outlived its bound. */
  boolean tooOld() {
    return nanos.getAsLong() - openedAt > LIFE.toNanos();
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      if (owner) {
        handle.close();
      }
    }
  }
}
