package io.jxc.core.internal.inventory;

import io.jxc.api.Quantity;
import io.jxc.api.error.InsufficientStockException;
import io.jxc.core.internal.command.Balance;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.View;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What may still be taken of a product in a warehouse: sellable goods on hand over all bins and
 * lots, less what is claimed. Expired holds in the way are released by the same command.
 */
final class Availability {
  private Availability() {}

  /**
   * Requires that every demand is available.
   *
   * @throws InsufficientStockException for the first product, in order, that is short
   */
  static void require(
      Changes changes, Context context, String warehouse, Map<String, Quantity> demand) {
    List<String> shortOf = shortOf(changes, warehouse, demand);
    if (shortOf.isEmpty()) {
      return;
    }
    ClaimRules.releaseExpired(changes, context, Map.of(warehouse, shortOf));
    Map<String, BigDecimal> now = available(changes, warehouse, shortOf);
    for (String sku : shortOf) {
      if (isShort(sku, demand, now)) {
        throw new InsufficientStockException(
            sku,
            warehouse,
            demand.getOrDefault(sku, Quantity.ZERO),
            new Quantity(now.getOrDefault(sku, BigDecimal.ZERO)));
      }
    }
  }

  /** Says what {@link #require} will read. */
  static void want(View view, String warehouse, Collection<String> skus) {
    view.wantBalanceRange(InventoryTypes.STOCK, prefixes(warehouse, skus));
  }

  /** Returns the products of a demand that are not available, in order. */
  static List<String> shortOf(View view, String warehouse, Map<String, Quantity> demand) {
    Map<String, BigDecimal> available = available(view, warehouse, demand.keySet());
    return demand.keySet().stream().filter(sku -> isShort(sku, demand, available)).toList();
  }

  private static boolean isShort(
      String sku, Map<String, Quantity> demand, Map<String, BigDecimal> available) {
    BigDecimal wanted = demand.getOrDefault(sku, Quantity.ZERO).value();
    return available.getOrDefault(sku, BigDecimal.ZERO).compareTo(wanted) < 0;
  }

  private static Map<String, BigDecimal> available(
      View view, String warehouse, Collection<String> skus) {
    Map<String, BigDecimal> available = new HashMap<>();
    view.balanceRange(InventoryTypes.STOCK, prefixes(warehouse, skus))
        .forEach((prefix, rows) -> available.put(prefix.get(0), of(rows)));
    return available;
  }

  private static List<List<String>> prefixes(String warehouse, Collection<String> skus) {
    return skus.stream().distinct().map(sku -> List.of(sku, warehouse)).toList();
  }

  /** Returns what the rows of one product in one warehouse leave available. */
  static BigDecimal of(List<Balance> rows) {
    BigDecimal available = BigDecimal.ZERO;
    for (Balance row : rows) {
      if (row.key().get(4).equals(Places.SELLABLE)) {
        available = available.add(row.get("on_hand"));
      }
      available = available.subtract(row.get("reserved"));
    }
    return available;
  }
}
