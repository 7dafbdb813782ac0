package io.jxc.core.internal.inventory;

import io.jxc.api.Quantity;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.InsufficientStockException;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.event.InventoryEvent.StockLine;
import io.jxc.api.tenant.NegativeStock;
import io.jxc.core.internal.command.Balance;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.Delta;
import io.jxc.core.internal.command.View;
import io.jxc.spi.store.BalanceKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves stock. Every feature that moves goods comes here, so each movement has its stock, its cost
 * and its month in the same commit. Reads in bulk: two rounds for any number of lines.
 */
public final class StockRules {
  private StockRules() {}

  /**
   * Moves goods into a warehouse, at their known value or at the average, and returns the value of
   * each line in order.
   *
   * @throws InvalidCommandException {@code reference.unknown} for an unknown or closed warehouse
   */
  public static List<BigDecimal> receive(Changes changes, Context context, StockMove move) {
    warehouse(changes, "warehouse", move.warehouse());
    prefetch(changes, move);
    List<BigDecimal> values = new ArrayList<>(move.lines().size());
    for (StockMove.Line line : move.lines()) {
      BigDecimal quantity = line.base().value();
      BigDecimal value =
          line.value()
              .orElseGet(
                  () ->
                      Costing.share(
                          changes.balance(InventoryTypes.COST, InventoryTypes.costKey(line.sku())),
                          context,
                          quantity));
      Costing.add(changes, line.sku(), quantity, value);
      Delta in = Delta.of(InventoryTypes.STOCK).sum("on_hand", quantity);
      changes.add(InventoryTypes.STOCK, InventoryTypes.stockKey(line.sku(), move.warehouse()), in);
      post(changes, context, move, line, value);
      values.add(value);
    }
    return values;
  }

  /**
   * Moves goods out of a warehouse at the average cost, and returns the value of each line in
   * order. What others have claimed is not touched; the demand of all lines is summed per product
   * before the check.
   *
   * @throws io.jxc.api.error.InsufficientStockException unless the warehouse may go below zero
   * @throws InvalidCommandException {@code reference.unknown} for an unknown or closed warehouse
   */
  public static List<BigDecimal> issue(Changes changes, Context context, StockMove move) {
    WarehouseDocument warehouse = warehouse(changes, "warehouse", move.warehouse());
    prefetch(changes, move);
    boolean mayGoBelow = mayGoBelow(warehouse, context);
    if (!mayGoBelow) {
      Availability.require(changes, context, move.warehouse(), demand(move.lines()));
    }
    List<BigDecimal> values = new ArrayList<>(move.lines().size());
    for (StockMove.Line line : move.lines()) {
      BigDecimal quantity = line.base().value();
      BigDecimal value = Costing.issue(changes, context, line.sku(), quantity);
      Delta out = Delta.of(InventoryTypes.STOCK).sum("on_hand", quantity.negate());
      changes.add(
          InventoryTypes.STOCK,
          InventoryTypes.stockKey(line.sku(), move.warehouse()),
          mayGoBelow ? out : out.floor("on_hand"));
      post(changes, context, move, line, value);
      values.add(value);
    }
    return values;
  }

  /** Tells whether a demand could be issued or claimed now. */
  public static boolean covers(
      Changes changes, Context context, String warehouse, Map<String, Quantity> demand) {
    if (mayGoBelow(warehouse(changes, "warehouse", warehouse), context)) {
      return true;
    }
    try {
      Availability.require(changes, context, warehouse, demand);
      return true;
    } catch (InsufficientStockException e) {
      return false;
    }
  }

  /**
   * Returns an active warehouse that a command refers to.
   *
   * @param path where the code stood, for example {@code warehouse}
   * @throws InvalidCommandException {@code reference.unknown}
   */
  public static WarehouseDocument warehouse(View view, String path, String code) {
    return view.get(InventoryTypes.WAREHOUSE, code)
        .filter(WarehouseDocument::active)
        .orElseThrow(
            () -> InvalidCommandException.of(path, ErrorCode.REFERENCE_UNKNOWN, "warehouse", code));
  }

  /** Tells whether a warehouse may go below zero: its own policy, or else the tenant's. */
  public static boolean mayGoBelow(WarehouseDocument warehouse, Context context) {
    return warehouse.negativeStock().orElse(context.settings().negativeStock())
        == NegativeStock.ALLOW;
  }

  /** Returns the goods of a move as an event tells them. */
  public static List<StockLine> eventLines(StockMove move) {
    return move.lines().stream()
        .map(line -> new StockLine(line.sku(), line.base().toString(), Optional.empty()))
        .toList();
  }

  static Map<String, Quantity> demand(List<StockMove.Line> lines) {
    Map<String, Quantity> demand = new LinkedHashMap<>();
    lines.forEach(line -> demand.merge(line.sku(), line.base(), Quantity::plus));
    return demand;
  }

  private static void prefetch(Changes changes, StockMove move) {
    List<String> skus = move.lines().stream().map(StockMove.Line::sku).distinct().toList();
    changes.wantBalances(InventoryTypes.COST, skus.stream().map(InventoryTypes::costKey).toList());
    changes.wantBalances(
        InventoryTypes.MONTH,
        skus.stream()
            .map(sku -> InventoryTypes.monthKey(sku, move.warehouse(), move.effectiveOn()))
            .toList());
    List<BalanceKey> stock =
        skus.stream().map(sku -> InventoryTypes.stockKey(sku, move.warehouse())).toList();
    Map<BalanceKey, Balance> known = changes.balances(InventoryTypes.STOCK, stock);
    if (known.size() != stock.size()) {
      throw new IllegalStateException("a balance that is asked for is answered");
    }
  }

  private static void post(
      Changes changes, Context context, StockMove move, StockMove.Line line, BigDecimal value) {
    BigDecimal quantity = line.base().value();
    Movement.Place here = Movement.Place.sellable(move.warehouse());
    Movement.Place there = Movement.Place.virtual(move.otherEnd());
    boolean inward = move.kind().inward();
    changes.add(
        InventoryTypes.MONTH,
        InventoryTypes.monthKey(line.sku(), move.warehouse(), move.effectiveOn()),
        Delta.of(InventoryTypes.MONTH)
            .sum(move.kind().code() + "_quantity", quantity)
            .sum(move.kind().code() + "_value", value));
    changes.append(
        InventoryTypes.MOVEMENT,
        new Movement(
            line.sku(),
            move.kind(),
            inward ? there : here,
            inward ? here : there,
            quantity,
            line.entered().value(),
            line.unit(),
            Costing.unitCost(value, quantity),
            value,
            move.effectiveOn(),
            new Movement.DocumentRef(move.documentType(), move.documentId(), line.number()),
            move.partner(),
            context.user(),
            move.reason(),
            context.now()));
  }
}
