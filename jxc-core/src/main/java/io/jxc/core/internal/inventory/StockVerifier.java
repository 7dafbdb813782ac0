package io.jxc.core.internal.inventory;

import io.jxc.api.Actor;
import io.jxc.api.access.Permissions;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.inventory.BalanceDifference;
import io.jxc.api.inventory.StockVerification;
import io.jxc.core.internal.catalog.CatalogTypes;
import io.jxc.core.internal.codec.Json;
import io.jxc.core.internal.command.Reads;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Slice;
import io.jxc.spi.store.Source;
import io.jxc.spi.store.StoreView;
import io.jxc.spi.store.StoredRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Proves balances against the journal and the claims. Every law concerns one product, so products
 * are proven range by range, each range in a snapshot of its own: no snapshot lives long, and the
 * store adds up, so that millions of movements never pass through memory one by one.
 */
final class StockVerifier {
  private static final int RANGE = 500;

  private final Reads reads;
  private final Actor actor;
  private final List<BalanceDifference> differences = new ArrayList<>();
  private boolean complete = true;
  private long movements;
  private long balances;
  private long sequence;

  private StockVerifier(Reads reads, Actor actor) {
    this.reads = reads;
    this.actor = actor;
  }

  static StockVerification verify(Reads reads, Actor actor) {
    return new StockVerifier(reads, actor).verify();
  }

  private StockVerification verify() {
    reads.with(actor, Permissions.STOCK_VERIFY, this::proveReserved);
    int products = RANGE;
    Optional<String> after = Optional.of("");
    while (after.isPresent()) {
      String from = after.get();
      int most = products;
      try {
        after =
            reads.with(
                actor, Permissions.STOCK_VERIFY, snapshot -> proveLedger(snapshot, from, most));
      } catch (RuleViolationException e) {
        if (!e.code().equals(ErrorCode.LIMIT_EXCEEDED.code()) || products == 1) {
          throw e;
        }
        // too many groups for one answer of the store: take fewer products at once
        products = Math.max(1, products / 4);
      }
    }
    return new StockVerification(
        sequence, movements, balances, differences, complete, plan(differences));
  }

  private static String plan(List<BalanceDifference> differences) {
    return Json.contentHash("stock.rebuild", differences).hex();
  }

  /** Compares what is reserved with what active claims have open, unswept holds included. */
  private StoreView proveReserved(Reads.Snapshot snapshot) {
    Map<BalanceKey, BigDecimal> claimed = claimed(snapshot);
    Optional<String> after = Optional.of("");
    while (after.isPresent()) {
      SkuRange range = range(snapshot.view(), after.get(), RANGE);
      LedgerSums.reserved(snapshot.view(), range)
          .forEach(
              (key, found) -> {
                BigDecimal expected =
                    Optional.ofNullable(claimed.remove(key)).orElse(BigDecimal.ZERO);
                compare(LedgerSums.STOCK, key, "reserved", found, expected);
              });
      after = range.last();
    }
    claimed.forEach(
        (key, open) -> compare(LedgerSums.STOCK, key, "reserved", BigDecimal.ZERO, open));
    return snapshot.view();
  }

  private static Map<BalanceKey, BigDecimal> claimed(Reads.Snapshot snapshot) {
    Map<BalanceKey, BigDecimal> claimed = new TreeMap<>();
    Optional<Slice.Position> after = Optional.empty();
    do {
      Slice slice =
          snapshot
              .view()
              .list(
                  ListQuery.of(Source.DOCUMENTS, InventoryTypes.CLAIM.name(), "by_status")
                      .equal(ClaimDocument.Status.ACTIVE.name())
                      .after(after)
                      .limit(1_000)
                      .build());
      for (StoredRow row : slice.rows()) {
        ClaimDocument claim = InventoryTypes.CLAIM.decode((DocumentRow) row).value();
        for (ClaimDocument.Line line : claim.lines()) {
          claimed.merge(
              InventoryTypes.stockKey(line.sku(), claim.warehouse()), line.open(), BigDecimal::add);
        }
      }
      after = slice.next();
    } while (after.isPresent());
    return claimed;
  }

  /** Compares stock, cost pools and months of a range; returns where the next one begins. */
  private Optional<String> proveLedger(Reads.Snapshot snapshot, String after, int products) {
    StoreView view = snapshot.view();
    SkuRange range = range(view, after, products);
    LedgerSums expected = LedgerSums.ofMovements(view, range);
    LedgerSums found = LedgerSums.ofBalances(view, range);
    movements += expected.movements();
    balances += found.balances();
    sequence = view.head().sequence();
    expected.differences(found).forEach(this::add);
    return range.last();
  }

  private static SkuRange range(StoreView view, String after, int products) {
    List<DocumentRow> rows = view.documentRange(CatalogTypes.PRODUCT.name(), "", after, products);
    return new SkuRange(
        after,
        rows.size() < products ? Optional.empty() : Optional.of(rows.get(rows.size() - 1).key()));
  }

  private void compare(
      String balance, BalanceKey key, String column, BigDecimal found, BigDecimal expected) {
    if (found.compareTo(expected) != 0) {
      add(LedgerSums.difference(balance, key, column, found, expected));
    }
  }

  private void add(BalanceDifference difference) {
    if (differences.size() < StockVerification.MAX_DIFFERENCES) {
      differences.add(difference);
    } else {
      complete = false;
    }
  }
}
