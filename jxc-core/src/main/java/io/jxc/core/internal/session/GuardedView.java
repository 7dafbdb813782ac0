package io.jxc.core.internal.session;

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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot that tells the guard, when it ends, how its reads went, and that refuses to be read
 * beyond the time limit. The guard counts the time that the store takes, not what callers do
 * between reads. Used by one thread, like every snapshot.
 */
final class GuardedView implements StoreView {
  private final StoreView view;
  private final ReadWatch.Reading reading;
  private final End end;
  private long spent;
  private @Nullable RuntimeException failure;
  private boolean closed;

  /** Hears how the reads of a snapshot went. */
  interface End {
    void told(ReadWatch.Reading reading, long spent, @Nullable RuntimeException failure);
  }

  GuardedView(StoreView view, ReadWatch.Reading reading, End end) {
    this.view = view;
    this.reading = reading;
    this.end = end;
    this.spent = System.nanoTime() - reading.opened();
  }

  private <R> R read(Supplier<R> read) {
    long start = System.nanoTime();
    try {
      return reading.run(read);
    } catch (RuntimeException e) {
      if (GuardedStore.unavailable(e)) {
        failure = e;
      }
      throw e;
    } finally {
      spent += System.nanoTime() - start;
    }
  }

  @Override
  public Head head() {
    return read(view::head);
  }

  @Override
  public List<DocumentRow> documents(String type, Collection<String> keys) {
    return read(() -> view.documents(type, keys));
  }

  @Override
  public List<DocumentRow> documents(Map<String, ? extends Collection<String>> keys) {
    return read(() -> view.documents(keys));
  }

  @Override
  public List<LineRow> lines(String type, Collection<String> documentKeys, int from, int to) {
    return read(() -> view.lines(type, documentKeys, from, to));
  }

  @Override
  public List<DocumentRow> documentRange(String type, String prefix, String after, int limit) {
    return read(() -> view.documentRange(type, prefix, after, limit));
  }

  @Override
  public List<IndexEntry> indexRange(
      String type, String index, String prefix, boolean exact, int limit) {
    return read(() -> view.indexRange(type, index, prefix, exact, limit));
  }

  @Override
  public List<IndexEntry> indexValues(String type, String index, Collection<String> values) {
    return read(() -> view.indexValues(type, index, values));
  }

  @Override
  public List<BalanceRow> balances(String type, Collection<BalanceKey> keys) {
    return read(() -> view.balances(type, keys));
  }

  @Override
  public List<BalanceRow> balanceRange(String type, Collection<List<String>> prefixes, int limit) {
    return read(() -> view.balanceRange(type, prefixes, limit));
  }

  @Override
  public Slice list(ListQuery query) {
    return read(() -> view.list(query));
  }

  @Override
  public List<JournalRow> journal(Set<String> types, long after, int limit) {
    return read(() -> view.journal(types, after, limit));
  }

  @Override
  public List<AggregateQuery.Row> aggregate(AggregateQuery query) {
    return read(() -> view.aggregate(query));
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      reading.finish(view::close);
    } finally {
      reading.end();
      end.told(reading, spent, failure);
    }
  }
}
