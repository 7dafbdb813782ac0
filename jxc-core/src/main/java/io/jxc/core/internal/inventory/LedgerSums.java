package io.jxc.core.internal.inventory;

import io.jxc.api.inventory.BalanceDifference;
import io.jxc.spi.store.AggregateQuery;
import io.jxc.spi.store.AggregateQuery.Measure;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceType;
import io.jxc.spi.store.Source;
import io.jxc.spi.store.StoreView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Stock, cost pools and months of some products: as the movements add up to, or as they are stored.
 * A cell is one number of one balance.
 */
final class LedgerSums {
  static final String STOCK = InventoryTypes.STOCK.name();

  private static final int MAX_GROUPS = 100_000;
  private static final String LAST_COST = "last_cost";
  private static final List<String> PLACES =
      List.of(
          "from_warehouse",
          "from_bin",
          "from_lot",
          "from_state",
          "to_warehouse",
          "to_bin",
          "to_lot",
          "to_state");

  private final Map<Cell, BigDecimal> cells = new HashMap<>();
  private long movements;
  private long balances;

  private LedgerSums() {}

  private record Cell(String balance, BalanceKey key, String column) implements Comparable<Cell> {
    @Override
    public int compareTo(Cell other) {
      int order = balance.compareTo(other.balance);
      order = order != 0 ? order : key.compareTo(other.key);
      return order != 0 ? order : column.compareTo(other.column);
    }
  }

  /** Adds up what the movements say; a zero that nothing says is no cell. */
  static LedgerSums ofMovements(StoreView view, SkuRange range) {
    AggregateQuery.Builder query =
        range
            .of(AggregateQuery.of(Source.JOURNAL, InventoryTypes.MOVEMENT.name()))
            .groupBy("sku")
            .groupBy("kind")
            .groupBy("effective_on")
            .measure(Measure.count())
            .measure(Measure.sum("quantity"))
            .measure(Measure.sum("cost_value"))
            .maxGroups(MAX_GROUPS);
    PLACES.forEach(query::groupBy);
    LedgerSums sums = new LedgerSums();
    Set<String> moved = new TreeSet<>();
    for (AggregateQuery.Row row : view.aggregate(query.build())) {
      sums.move(row);
      moved.add((String) row.group().get(0));
    }
    moved.forEach(sku -> sums.lastCost(view, sku));
    return sums;
  }

  private void lastCost(StoreView view, String sku) {
    BalanceKey pool = InventoryTypes.costKey(sku);
    BigDecimal cost = LastCosts.of(view, sku, pooled(pool, "quantity"), pooled(pool, "value"));
    add(InventoryTypes.COST, pool, LAST_COST, cost);
  }

  private BigDecimal pooled(BalanceKey pool, String column) {
    return cells.getOrDefault(new Cell(InventoryTypes.COST.name(), pool, column), BigDecimal.ZERO);
  }

  private void move(AggregateQuery.Row row) {
    List<String> from = new ArrayList<>();
    List<String> to = new ArrayList<>();
    for (int i = 0; i < PLACES.size(); i++) {
      (i < PLACES.size() / 2 ? from : to).add((String) row.group().get(3 + i));
    }
    String sku = (String) row.group().get(0);
    MovementKind kind = MovementKind.of((String) row.group().get(1));
    BigDecimal quantity = (BigDecimal) row.values().get(1);
    BigDecimal value = (BigDecimal) row.values().get(2);
    movements += (Long) row.values().get(0);
    place(sku, to, quantity, value);
    place(sku, from, quantity.negate(), value.negate());
    String warehouse = (kind.inward() ? to : from).get(0);
    BalanceKey month = InventoryTypes.monthKey(sku, warehouse, (LocalDate) row.group().get(2));
    add(InventoryTypes.MONTH, month, kind.code() + "_quantity", quantity);
    add(InventoryTypes.MONTH, month, kind.code() + "_value", value);
  }

  private void place(String sku, List<String> place, BigDecimal quantity, BigDecimal value) {
    if (!Places.real(place.get(0))) {
      return;
    }
    List<String> key = new ArrayList<>(List.of(sku));
    key.addAll(place);
    add(InventoryTypes.STOCK, new BalanceKey(key), "on_hand", quantity);
    add(InventoryTypes.COST, InventoryTypes.costKey(sku), "quantity", quantity);
    add(InventoryTypes.COST, InventoryTypes.costKey(sku), "value", value);
  }

  /** Reads what is stored. */
  static LedgerSums ofBalances(StoreView view, SkuRange range) {
    LedgerSums sums = new LedgerSums();
    sums.read(view, range, InventoryTypes.STOCK, List.of("on_hand"));
    sums.read(view, range, InventoryTypes.COST, List.of("quantity", "value", LAST_COST));
    sums.read(
        view,
        range,
        InventoryTypes.MONTH,
        InventoryTypes.MONTH.columns().stream().map(BalanceType.Column::name).toList());
    return sums;
  }

  /** Reads what is reserved. */
  static Map<BalanceKey, BigDecimal> reserved(StoreView view, SkuRange range) {
    LedgerSums sums = new LedgerSums();
    sums.read(view, range, InventoryTypes.STOCK, List.of("reserved"));
    Map<BalanceKey, BigDecimal> reserved = new TreeMap<>();
    sums.cells.forEach((cell, value) -> reserved.put(cell.key(), value));
    return reserved;
  }

  private void read(StoreView view, SkuRange range, BalanceType type, List<String> columns) {
    AggregateQuery.Builder query =
        range.of(AggregateQuery.of(Source.BALANCES, type.name())).maxGroups(MAX_GROUPS);
    type.dimensions().forEach(query::groupBy);
    columns.forEach(column -> query.measure(Measure.sum(column)));
    for (AggregateQuery.Row row : view.aggregate(query.build())) {
      BalanceKey key = new BalanceKey(row.group().stream().map(part -> (String) part).toList());
      balances++;
      for (int i = 0; i < columns.size(); i++) {
        add(type, key, columns.get(i), (BigDecimal) row.values().get(i));
      }
    }
  }

  private void add(BalanceType type, BalanceKey key, String column, BigDecimal amount) {
    if (amount.signum() != 0) {
      cells.merge(new Cell(type.name(), key, column), amount, BigDecimal::add);
    }
  }

  /** Returns where stored balances differ from these sums, in order of their keys. */
  List<BalanceDifference> differences(LedgerSums found) {
    Set<Cell> different = new TreeSet<>();
    found.cells.forEach((cell, value) -> compare(cell, value, cells, different));
    cells.forEach((cell, value) -> compare(cell, value, found.cells, different));
    return different.stream()
        .map(
            cell ->
                difference(
                    cell.balance(),
                    cell.key(),
                    cell.column(),
                    found.cells.getOrDefault(cell, BigDecimal.ZERO),
                    cells.getOrDefault(cell, BigDecimal.ZERO)))
        .toList();
  }

  private static void compare(
      Cell cell, BigDecimal value, Map<Cell, BigDecimal> others, Set<Cell> different) {
    if (value.compareTo(others.getOrDefault(cell, BigDecimal.ZERO)) != 0) {
      different.add(cell);
    }
  }

  static BalanceDifference difference(
      String balance, BalanceKey key, String column, BigDecimal found, BigDecimal expected) {
    BalanceType type = InventoryTypes.balance(balance);
    int scale = type.columns().get(type.column(column)).scale();
    return new BalanceDifference(
        balance, key.dimensions(), column, exact(found, scale), exact(expected, scale));
  }

  /** One form for each number, whatever the store answers, so that equal plans have equal names. */
  private static BigDecimal exact(BigDecimal value, int scale) {
    return value.setScale(scale, RoundingMode.UNNECESSARY);
  }

  long movements() {
    return movements;
  }

  long balances() {
    return balances;
  }
}
