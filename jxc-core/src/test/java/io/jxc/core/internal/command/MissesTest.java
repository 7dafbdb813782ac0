package io.jxc.core.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.RuleViolationException;
import io.jxc.core.internal.access.AccessTypes;
import io.jxc.core.internal.catalog.CatalogTypes;
import io.jxc.core.internal.inventory.InventoryTypes;
import io.jxc.core.internal.sales.SalesTypes;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.IndexEntry;
import io.jxc.spi.store.StoreView;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a batch that is under way has changed is not read before it is over. */
class MissesTest {
  private static final BalanceKey MOVED = key("TEA", "MAIN");
  private static final BalanceKey READ = key("TEA", "BACK");

  static Stream<Consumer<Misses>> changed() {
    return Stream.of(
        misses -> misses.document(CatalogTypes.PRODUCT, "p-1"),
        misses -> misses.lines(SalesTypes.ORDER, "o-1"),
        misses -> misses.index(CatalogTypes.PRODUCT, "sku", "TEA"),
        misses -> misses.indexRange(new Misses.IndexPrefix(CatalogTypes.PRODUCT, "sku", "T", 10)),
        misses -> misses.documentRange(new Misses.DocPrefix(CatalogTypes.PRODUCT, "p", 10)),
        misses -> misses.balance(InventoryTypes.STOCK, MOVED),
        misses -> misses.balanceRange(InventoryTypes.STOCK, List.of("TEA")));
  }

  static Stream<Consumer<Misses>> others() {
    return Stream.of(
        misses -> misses.document(CatalogTypes.PRODUCT, "p-2"),
        misses -> misses.document(AccessTypes.USER, "p-1"),
        misses -> misses.lines(SalesTypes.ORDER, "o-2"),
        misses -> misses.index(AccessTypes.USER, "name", "TEA"),
        misses -> misses.indexRange(new Misses.IndexPrefix(AccessTypes.USER, "name", "T", 10)),
        misses -> misses.documentRange(new Misses.DocPrefix(AccessTypes.USER, "p", 10)),
        misses -> misses.balance(InventoryTypes.STOCK, READ),
        misses -> misses.balance(InventoryTypes.COST, MOVED),
        misses -> misses.balanceRange(InventoryTypes.STOCK, List.of("TEA", "BACK")));
  }

  @ParameterizedTest
  @MethodSource("changed")
  void whatABatchHasChangedMeetsIt(Consumer<Misses> missed) {
    Misses misses = new Misses();
    missed.accept(misses);

    assertThat(misses.meet(batch())).isTrue();
  }

  @ParameterizedTest
  @MethodSource("others")
  void whatABatchHasOnlyReadOrNeverSeenDoesNotMeetIt(Consumer<Misses> missed) {
    Misses misses = new Misses();
    missed.accept(misses);

    assertThat(misses.meet(batch())).isFalse();
  }

  @Test
  void entriesOfAnIndexThatMayNotBeAllAreRefused() {
    StoreView view = mostEntries(StoreView.MAX_INDEX_ENTRIES + 1);
    Misses misses = new Misses();
    misses.index(CatalogTypes.PRODUCT, "sku", "TEA");

    assertThatThrownBy(() -> misses.fetch(view, batch()))
        .isInstanceOfSatisfying(
            RuleViolationException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED.code()))
        .hasMessageContaining("product.sku");
    assertThatCode(() -> misses.fetch(mostEntries(StoreView.MAX_INDEX_ENTRIES), batch()))
        .doesNotThrowAnyException();
  }

  /** Answers every question about an index with so many entries, and no other one. */
  private static StoreView mostEntries(int count) {
    List<IndexEntry> entries =
        IntStream.range(0, count).mapToObj(i -> new IndexEntry("TEA", "p-" + i)).toList();
    return (StoreView)
        Proxy.newProxyInstance(
            StoreView.class.getClassLoader(),
            new Class<?>[] {StoreView.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("indexValues");
              return entries;
            });
  }

  /** Has changed a product and an order, read another product, and moved one balance of two. */
  private static WorkingSet batch() {
    WorkingSet batch = new WorkingSet(7, null, Trust.NOTHING);
    batch.changed(CatalogTypes.PRODUCT, "p-1");
    batch.changed(SalesTypes.ORDER, "o-1");
    batch.found(CatalogTypes.PRODUCT, "p-2", Optional.empty());
    for (BalanceKey key : List.of(MOVED, READ)) {
      batch.balances.found(InventoryTypes.STOCK, BalanceRow.absent(InventoryTypes.STOCK, key));
    }
    batch.balances.moved(
        new Changes.Moved(
            InventoryTypes.STOCK, MOVED, List.of(BigDecimal.ONE, BigDecimal.ZERO), Set.of()));
    return batch;
  }

  private static BalanceKey key(String sku, String warehouse) {
    return new BalanceKey(List.of(sku, warehouse, "", "", "GOOD"));
  }
}
