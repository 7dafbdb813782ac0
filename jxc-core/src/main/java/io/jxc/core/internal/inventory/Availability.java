package io.jxc.core.internal.inventory;

import io.jxc.api.Quantity;
import io.jxc.api.error.InsufficientStockException;
import io.jxc.core.internal.command.Balance;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import java.math.BigDecimal;
import java.util.ArrayList;
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
    List<List<String>> prefixes =
        demand.keySet().stream().map(sku -> List.of(sku, warehouse)).toList();
    Map<List<String>, List<Balance>> rows = changes.balanceRange(InventoryTypes.STOCK, prefixes);
    List<String> shortOf = new ArrayList<>();
    demand.forEach(
        (sku, wanted) -> {
          List<Balance> found = rows.getOrDefault(List.of(sku, warehouse), List.of());
          if (of(found).compareTo(wanted.value()) < 0) {
            shortOf.add(sku);
          }
        });
    if (shortOf.isEmpty()) {
      return;
    }
    ClaimRules.releaseExpired(changes, context, warehouse, shortOf);
    for (String sku : shortOf) {
      List<Balance> now =
          changes
              .balanceRange(InventoryTypes.STOCK, List.of(List.of(sku, warehouse)))
              .getOrDefault(List.of(sku, warehouse), List.of());
      Quantity wanted = demand.getOrDefault(sku, Quantity.ZERO);
      BigDecimal available = of(now);
      if (available.compareTo(wanted.value()) < 0) {
        throw new InsufficientStockException(sku, warehouse, wanted, new Quantity(available));
      }
    }
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
