package io.jxc.store.memory;

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
import java.util.Set;

/** Passes every read on; a broken view overrides the one that it breaks. */
class ForwardingView implements StoreView {
  private final StoreView sound;

  ForwardingView(StoreView sound) {
    this.sound = sound;
  }

  /** Returns the view that the next read goes to. */
  StoreView sound() {
    return sound;
  }

  @Override
  public Head head() {
    return sound().head();
  }

  @Override
  public List<DocumentRow> documents(String type, Collection<String> keys) {
    return sound().documents(type, keys);
  }

  @Override
  public List<LineRow> lines(String type, Collection<String> documentKeys, int from, int to) {
    return sound().lines(type, documentKeys, from, to);
  }

  @Override
  public List<DocumentRow> documentRange(String type, String prefix, String after, int limit) {
    return sound().documentRange(type, prefix, after, limit);
  }

  @Override
  public List<IndexEntry> indexRange(
      String type, String index, String prefix, boolean exact, int limit) {
    return sound().indexRange(type, index, prefix, exact, limit);
  }

  @Override
  public List<BalanceRow> balances(String type, Collection<BalanceKey> keys) {
    return sound().balances(type, keys);
  }

  @Override
  public List<BalanceRow> balanceRange(String type, Collection<List<String>> prefixes, int limit) {
    return sound().balanceRange(type, prefixes, limit);
  }

  @Override
  public Slice list(ListQuery query) {
    return sound().list(query);
  }

  @Override
  public List<JournalRow> journal(Set<String> types, long after, int limit) {
    return sound().journal(types, after, limit);
  }

  @Override
  public List<AggregateQuery.Row> aggregate(AggregateQuery query) {
    return sound().aggregate(query);
  }

  @Override
  public void close() {
    sound.close();
  }
}
