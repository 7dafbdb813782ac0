package io.jxc.core.internal.inventory;

import io.jxc.api.Money;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.Quantity;
import io.jxc.api.UnitPrice;
import io.jxc.api.access.Permissions;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.RuleViolationException;
import io.jxc.api.inventory.ProductStock;
import io.jxc.api.inventory.StockItem;
import io.jxc.api.inventory.StockLevel;
import io.jxc.api.inventory.StockQuery;
import io.jxc.core.internal.catalog.CatalogTypes;
import io.jxc.core.internal.catalog.ProductDocument;
import io.jxc.core.internal.command.Reads;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Source;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Answers how much there is, from one snapshot, with a handful of statements for any number. */
final class StockReads {
  private static final int MAX_ROWS = 100_000;

  private final Reads.Snapshot snapshot;
  private final Instant now;

  /** Answers as of a time: holds that ended before it do not count. */
  StockReads(Reads.Snapshot snapshot, Instant now) {
    this.snapshot = snapshot;
    this.now = now;
  }

  /** What one product has in one warehouse, while it is summed up. */
  private static final class Sum {
    private BigDecimal onHand = BigDecimal.ZERO;
    private BigDecimal sellable = BigDecimal.ZERO;
    private BigDecimal reserved = BigDecimal.ZERO;

    void add(BalanceRow row) {
      BigDecimal there = column(row, "on_hand");
      onHand = onHand.add(there);
      if (row.key().get(4).equals(Places.SELLABLE)) {
        sellable = sellable.add(there);
      }
      reserved = reserved.add(column(row, "reserved"));
    }

    void add(Sum other) {
      onHand = onHand.add(other.onHand);
      sellable = sellable.add(other.sellable);
      reserved = reserved.add(other.reserved);
    }

    boolean isEmpty() {
      return onHand.signum() == 0 && reserved.signum() == 0;
    }

    StockLevel level(String sku, Optional<String> warehouse) {
      return new StockLevel(
          sku,
          warehouse,
          new Quantity(onHand),
          new Quantity(reserved),
          new Quantity(sellable.subtract(reserved)));
    }
  }

  /** Returns the stock of one product. */
  ProductStock stock(String sku) {
    SortedMap<String, Sum> warehouses =
        sums(List.of(sku), Optional.empty()).getOrDefault(sku, new TreeMap<>());
    Sum total = total(warehouses);
    Valuation valuation = valuation(List.of(sku));
    return new ProductStock(
        total.level(sku, Optional.empty()),
        warehouses.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .map(entry -> entry.getValue().level(sku, Optional.of(entry.getKey())))
            .toList(),
        valuation.value(sku, total.onHand),
        valuation.average(sku));
  }

  /** Returns how much there is of each product, in one warehouse or in all together. */
  List<StockLevel> levels(List<String> skus, Optional<String> warehouse) {
    Map<String, SortedMap<String, Sum>> sums = sums(skus, warehouse);
    return skus.stream()
        .map(sku -> total(sums.getOrDefault(sku, new TreeMap<>())).level(sku, warehouse))
        .toList();
  }

  /** Returns a page of all goods. */
  Page<StockItem> list(StockQuery query, PageRequest request) {
    Page<ProductDocument> products = products(query, request);
    List<String> skus =
        products.items().stream()
            .filter(ProductDocument::stocked)
            .map(ProductDocument::sku)
            .toList();
    Map<String, SortedMap<String, Sum>> sums = sums(skus, query.warehouse());
    Valuation valuation = valuation(skus);
    List<StockItem> items =
        products.items().stream()
            .filter(ProductDocument::stocked)
            .filter(product -> !query.onlyInStock() || !total(sums, product.sku()).isEmpty())
            .map(product -> item(product, total(sums, product.sku()), query, valuation))
            .toList();
    return new Page<>(items, products.next());
  }

  private static StockItem item(
      ProductDocument product, Sum total, StockQuery query, Valuation valuation) {
    return new StockItem(
        product.name(),
        total.level(product.sku(), query.warehouse()),
        valuation.value(product.sku(), total.onHand),
        valuation.average(product.sku()));
  }

  /** Returns a page of products, services among them. */
  Page<ProductDocument> products(StockQuery query, PageRequest request) {
    String type = CatalogTypes.PRODUCT.name();
    ListQuery.Builder listing =
        query
            .category()
            .map(code -> ListQuery.of(Source.DOCUMENTS, type, "by_category").equal(code))
            .orElseGet(() -> ListQuery.of(Source.DOCUMENTS, type, "by_sku"));
    return snapshot.page(
        listing, request, row -> CatalogTypes.PRODUCT.decode((DocumentRow) row).value());
  }

  private static Sum total(Map<String, SortedMap<String, Sum>> sums, String sku) {
    return total(sums.getOrDefault(sku, new TreeMap<>()));
  }

  private static Sum total(SortedMap<String, Sum> warehouses) {
    Sum total = new Sum();
    warehouses.values().forEach(total::add);
    return total;
  }

  private Map<String, SortedMap<String, Sum>> sums(
      Collection<String> skus, Optional<String> warehouse) {
    Map<String, SortedMap<String, Sum>> sums = new HashMap<>();
    if (skus.isEmpty()) {
      return sums;
    }
    List<List<String>> prefixes =
        skus.stream()
            .map(sku -> warehouse.map(code -> List.of(sku, code)).orElseGet(() -> List.of(sku)))
            .toList();
    List<BalanceRow> rows =
        bounded(snapshot.view().balanceRange(InventoryTypes.STOCK.name(), prefixes, MAX_ROWS + 1));
    for (BalanceRow row : rows) {
      sum(sums, row.key().get(0), row.key().get(1)).add(row);
    }
    new ExpiredHolds(snapshot, now)
        .open(rows)
        .forEach(
            hold -> {
              Sum sum = sum(sums, hold.sku(), hold.warehouse());
              sum.reserved = sum.reserved.subtract(hold.quantity());
            });
    return sums;
  }

  private static Sum sum(Map<String, SortedMap<String, Sum>> sums, String sku, String warehouse) {
    return sums.computeIfAbsent(sku, s -> new TreeMap<>())
        .computeIfAbsent(warehouse, w -> new Sum());
  }

  private static List<BalanceRow> bounded(List<BalanceRow> rows) {
    if (rows.size() > MAX_ROWS) {
      throw RuleViolationException.of(
          ErrorCode.LIMIT_EXCEEDED,
          "what",
          "stock rows of the products",
          "found",
          "more than " + MAX_ROWS,
          "limit",
          Integer.toString(MAX_ROWS));
    }
    return rows;
  }

  /** Returns what the goods are worth, for those who may know. */
  Valuation valuation(Collection<String> skus) {
    Map<String, BalanceRow> pools = new HashMap<>();
    boolean shown = snapshot.rights().has(Permissions.COST_VIEW);
    if (shown && !skus.isEmpty()) {
      snapshot
          .view()
          .balances(InventoryTypes.COST.name(), skus.stream().map(InventoryTypes::costKey).toList())
          .forEach(row -> pools.put(row.key().get(0), row));
    }
    return new Valuation(shown, snapshot.settings().currency(), pools);
  }

  /** The cost pools of some products; shows nothing to those who may not see costs. */
  record Valuation(boolean shown, String currency, Map<String, BalanceRow> pools) {
    /** Returns the value of so many of a product: the share of its pool. */
    Optional<Money> value(String sku, BigDecimal quantity) {
      if (!shown) {
        return Optional.empty();
      }
      BalanceRow pool = pools.get(sku);
      BigDecimal value =
          pool == null
              ? BigDecimal.ZERO
              : Costing.worth(
                  column(pool, "quantity"),
                  column(pool, "value"),
                  column(pool, "last_cost"),
                  quantity);
      return Optional.of(new Money(value, currency));
    }

    /** Returns the cost of one unit. */
    Optional<UnitPrice> average(String sku) {
      if (!shown) {
        return Optional.empty();
      }
      BalanceRow pool = pools.get(sku);
      if (pool == null) {
        return Optional.of(UnitPrice.ZERO);
      }
      BigDecimal quantity = column(pool, "quantity");
      return Optional.of(
          new UnitPrice(
              quantity.signum() == 0
                  ? column(pool, "last_cost")
                  : Costing.unitCost(column(pool, "value"), quantity)));
    }
  }

  private static BigDecimal column(BalanceRow row, String name) {
    return InventoryTypes.column(row, name);
  }
}
