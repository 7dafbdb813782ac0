package io.jxc.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.DocumentType;
import io.jxc.spi.store.Head;
import io.jxc.spi.store.IndexDeclaration;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.JournalRow;
import io.jxc.spi.store.LineRow;
import io.jxc.spi.store.LineType;
import io.jxc.spi.store.Listing;
import io.jxc.spi.store.StoreView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * Everything a view shows of a tenant, to compare before and after: the way to say that nothing was
 * changed. Balances are those of the products A to E.
 */
record KitState(
    Head head,
    List<DocumentRow> documents,
    List<LineRow> lines,
    Map<String, List<IndexEntry>> indexes,
    List<BalanceRow> balances,
    List<JournalRow> journal) {

  private static final List<List<String>> PRODUCTS =
      List.of(List.of("A"), List.of("B"), List.of("C"), List.of("D"), List.of("E"));

  static KitState of(KitTenant tenant) {
    return tenant.read(KitState::of);
  }

  static KitState of(StoreView view) {
    List<DocumentRow> documents = new ArrayList<>();
    Map<String, List<IndexEntry>> indexes = new TreeMap<>();
    for (DocumentType type : KitTypes.SCHEMA.documents()) {
      documents.addAll(view.documentRange(type.name(), "", "", 1_000));
      for (IndexDeclaration index : type.indexes()) {
        readIndex(view, type, index.name(), indexes);
      }
    }
    for (Listing listing : KitTypes.ITEM.listings()) {
      readIndex(view, KitTypes.ITEM, listing.name(), indexes);
    }
    List<String> orders =
        documents.stream()
            .filter(row -> row.type().equals(KitTypes.ORDER.name()))
            .map(DocumentRow::key)
            .toList();
    List<BalanceRow> balances = new ArrayList<>();
    KitTypes.SCHEMA
        .balances()
        .forEach(type -> balances.addAll(view.balanceRange(type.name(), PRODUCTS, 1_000)));
    return new KitState(
        view.head(),
        documents,
        view.lines(KitTypes.ORDER.name(), orders, 1, LineType.MAX_LINES),
        indexes,
        balances,
        view.journal(Set.of(), 0, 10_000));
  }

  /** Requires that a call is refused and leaves the tenant as it was; returns what was thrown. */
  static Throwable refusal(KitTenant tenant, ThrowingCallable call) {
    KitState before = of(tenant);
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).as("refusal").isNotNull();
    assertThat(of(tenant)).as("state after a refusal").isEqualTo(before);
    return thrown;
  }

  private static void readIndex(
      StoreView view, DocumentType type, String index, Map<String, List<IndexEntry>> indexes) {
    indexes.put(type.name() + "." + index, view.indexRange(type.name(), index, "", false, 10_001));
  }
}
