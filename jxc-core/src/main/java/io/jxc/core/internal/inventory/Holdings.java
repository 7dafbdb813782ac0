package io.jxc.core.internal.inventory;

import io.jxc.core.internal.command.Reads;
import io.jxc.spi.store.AggregateQuery;
import io.jxc.spi.store.AggregateQuery.Measure;
import io.jxc.spi.store.Filter;
import io.jxc.spi.store.Filter.Operator;
import io.jxc.spi.store.Source;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What was on hand before or at a business date: the totals of all earlier months, and the
 * movements of the month that had begun. Two statements for any number of products.
 */
final class Holdings {
  private static final int MAX_GROUPS = 100_000;

  private final Map<String, Map<String, Held>> held = new HashMap<>();
  private final Map<String, BigDecimal> values = new HashMap<>();

  /** What one warehouse held of a product, while it is summed up. */
  private static final class Held {
    private BigDecimal quantity = BigDecimal.ZERO;
  }

  private Holdings() {}

  /**
   * Reads what was there.
   *
   * @param before the first business date that does not count any more
   */
  static Holdings before(Reads.Snapshot snapshot, Collection<String> skus, LocalDate before) {
    Holdings holdings = new Holdings();
    if (!skus.isEmpty()) {
      holdings.addMonths(snapshot, skus, before);
      holdings.addTail(snapshot, skus, before);
    }
    return holdings;
  }

  private void addMonths(Reads.Snapshot snapshot, Collection<String> skus, LocalDate before) {
    AggregateQuery.Builder query =
        AggregateQuery.of(Source.BALANCES, InventoryTypes.MONTH.name())
            .groupBy("sku")
            .groupBy("warehouse")
            .filter(Filter.in("sku", List.copyOf(skus)))
            .filter(Filter.of("month", Operator.LT, InventoryTypes.month(before)))
            .maxGroups(MAX_GROUPS);
    for (MovementKind kind : MovementKind.values()) {
      query.measure(Measure.sum(kind.code() + "_quantity"));
      query.measure(Measure.sum(kind.code() + "_value"));
    }
    for (AggregateQuery.Row row : snapshot.view().aggregate(query.build())) {
      String sku = (String) row.group().get(0);
      Iterator<Object> sums = row.values().iterator();
      for (MovementKind kind : MovementKind.values()) {
        BigDecimal quantity = (BigDecimal) sums.next();
        BigDecimal value = (BigDecimal) sums.next();
        boolean inward = kind.inward();
        add(sku, (String) row.group().get(1), inward ? quantity : quantity.negate());
        values.merge(sku, inward ? value : value.negate(), BigDecimal::add);
      }
    }
  }

  private void addTail(Reads.Snapshot snapshot, Collection<String> skus, LocalDate before) {
    LocalDate first = before.withDayOfMonth(1);
    if (first.equals(before)) {
      return;
    }
    AggregateQuery query =
        AggregateQuery.of(Source.JOURNAL, InventoryTypes.MOVEMENT.name())
            .groupBy("sku")
            .groupBy("from_warehouse")
            .groupBy("to_warehouse")
            .measure(Measure.sum("quantity"))
            .measure(Measure.sum("cost_value"))
            .filter(skus.size() == 1 ? Filter.eq("sku", one(skus)) : in(skus))
            .filter(Filter.of("effective_on", Operator.GE, first))
            .filter(Filter.of("effective_on", Operator.LT, before))
            .maxGroups(MAX_GROUPS)
            .build();
    for (AggregateQuery.Row row : snapshot.view().aggregate(query)) {
      String from = (String) row.group().get(1);
      String to = (String) row.group().get(2);
      move(
          (String) row.group().get(0),
          from,
          to,
          (BigDecimal) row.values().get(0),
          (BigDecimal) row.values().get(1));
    }
  }

  private static Filter in(Collection<String> skus) {
    return Filter.in("sku", List.copyOf(skus));
  }

  /** One product is asked for by equality: that is what its listing serves. */
  private static String one(Collection<String> skus) {
    return skus.iterator().next();
  }

  /** Adds a movement, or the sum of many between the same places. */
  void move(String sku, String from, String to, BigDecimal quantity, BigDecimal value) {
    if (Places.real(to)) {
      add(sku, to, quantity);
      values.merge(sku, value, BigDecimal::add);
    }
    if (Places.real(from)) {
      add(sku, from, quantity.negate());
      values.merge(sku, value.negate(), BigDecimal::add);
    }
  }

  private void add(String sku, String warehouse, BigDecimal quantity) {
    Held there =
        held.computeIfAbsent(sku, s -> new HashMap<>()).computeIfAbsent(warehouse, w -> new Held());
    there.quantity = there.quantity.add(quantity);
  }

  /** Returns what one warehouse held. */
  BigDecimal quantity(String sku, String warehouse) {
    Held there = held.getOrDefault(sku, Map.of()).get(warehouse);
    return there == null ? BigDecimal.ZERO : there.quantity;
  }

  /** Returns what all warehouses held. */
  BigDecimal quantity(String sku) {
    return held.getOrDefault(sku, Map.of()).values().stream()
        .map(there -> there.quantity)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Returns what all of it was worth. */
  BigDecimal value(String sku) {
    return values.getOrDefault(sku, BigDecimal.ZERO);
  }
}
