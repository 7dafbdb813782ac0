package io.jxc.core.internal.audit;

import io.jxc.api.TenantId;
import io.jxc.spi.store.AggregateQuery;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.Block;
import io.jxc.spi.store.BlockRef;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.JxcStore;
import io.jxc.spi.store.LineRow;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Slice;
import io.jxc.spi.store.StoreView;
import io.jxc.tck.ForwardingStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Shows what a database would show after somebody changed it past the library. */
final class TamperedStore extends ForwardingStore {
  UnaryOperator<List<JournalRow>> journal = rows -> rows;
  UnaryOperator<List<DocumentRow>> documents = rows -> rows;
  UnaryOperator<List<LineRow>> lines = rows -> rows;
  Function<Block, Optional<Block>> blocks = Optional::of;
  UnaryOperator<Head> heads = head -> head;

  TamperedStore(JxcStore store) {
    super(store);
  }

  @Override
  public StoreView view(TenantId tenant) {
    return new TamperedView(super.view(tenant));
  }

  @Override
  public Optional<Block> block(TenantId tenant, BlockRef reference) {
    return super.block(tenant, reference).flatMap(blocks);
  }

  @Override
  public Head head(TenantId tenant) {
    return heads.apply(super.head(tenant));
  }

  private final class TamperedView implements StoreView {
    private final StoreView view;

    TamperedView(StoreView view) {
      this.view = view;
    }

    @Override
    public Head head() {
      return heads.apply(view.head());
    }

    @Override
    public List<DocumentRow> documents(String type, Collection<String> keys) {
      return documents.apply(view.documents(type, keys));
    }

    @Override
    public List<LineRow> lines(String type, Collection<String> documentKeys, int from, int to) {
      return lines.apply(view.lines(type, documentKeys, from, to));
    }

    @Override
    public List<DocumentRow> documentRange(String type, String prefix, String after, int limit) {
      return documents.apply(view.documentRange(type, prefix, after, limit));
    }

    @Override
    public List<IndexEntry> indexRange(
        String type, String index, String prefix, boolean exact, int limit) {
      return view.indexRange(type, index, prefix, exact, limit);
    }

    @Override
    public List<BalanceRow> balances(String type, Collection<BalanceKey> keys) {
      return view.balances(type, keys);
    }

    @Override
    public List<BalanceRow> balanceRange(
        String type, Collection<List<String>> prefixes, int limit) {
      return view.balanceRange(type, prefixes, limit);
    }

    @Override
    public Slice list(ListQuery query) {
      return view.list(query);
    }

    @Override
    public List<JournalRow> journal(Set<String> types, long after, int limit) {
      return journal.apply(view.journal(types, after, limit));
    }

    @Override
    public List<AggregateQuery.Row> aggregate(AggregateQuery query) {
      return view.aggregate(query);
    }

    @Override
    public void close() {
      view.close();
    }
  }
}
