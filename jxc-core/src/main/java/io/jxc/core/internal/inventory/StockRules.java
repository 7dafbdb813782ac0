package io.jxc.core.internal.inventory;

import io.jxc.api.Quantity;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.InsufficientStockException;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.event.InventoryEvent.StockLine;
import io.jxc.api.tenant.NegativeStock;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.Delta;
import io.jxc.core.internal.command.View;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves stock. Every feature that moves goods comes here, so each movement has its stock, its cost
 * and its month in the same commit. Reads in bulk: two rounds for any number of lines.
 */
public final class StockRules {
  /** Reason of a correction of value that no person asked for. */
  static final String LATE_COST = "late cost of goods issued below zero";

  private StockRules() {}

  /**
   * Moves goods into a warehouse, at their known value or at the average, and returns the value of
   * each line in order.
   *
   * @throws InvalidCommandException {@code reference.unknown} for an unknown or closed warehouse
   */
  public static List<BigDecimal> receive(Changes changes, Context context, StockMove move) {
    want(changes, skus(move), move.warehouse(), move.effectiveOn());
    warehouse(changes, "warehouse", move.warehouse());
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
      BigDecimal late = Costing.add(changes, line.sku(), quantity, value);
      Delta in = Delta.of(InventoryTypes.STOCK).sum("on_hand", quantity);
      changes.add(InventoryTypes.STOCK, InventoryTypes.stockKey(line.sku(), move.warehouse()), in);
      post(changes, context, move, line, value);
      if (late.signum() != 0) {
        postLateCost(changes, context, move, line, late);
      }
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
    wantToTake(changes, skus(move), move.warehouse(), move.effectiveOn());
    return issueWanted(changes, context, move);
  }

  /** The same for a rule that has said already what will be read; see {@link #wantToTake}. */
  public static List<BigDecimal> issueWanted(Changes changes, Context context, StockMove move) {
    WarehouseDocument warehouse = warehouse(changes, "warehouse", move.warehouse());
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

  /**
   * Ends holds whose time has run out where they stand in the way of a demand, by warehouse. Rules
   * that take from several warehouses call it first: each would need rounds of reading of its own
   * otherwise, and an order over many would need too many. They say before what they will read; see
   * {@link #wantToClaim} and {@link #wantToTake}.
   */
  public static void clearTheWay(
      Changes changes, Context context, Map<String, Map<String, Quantity>> demand) {
    Map<String, List<String>> inTheWay = new LinkedHashMap<>();
    demand.forEach(
        (warehouse, some) -> {
          boolean bounded =
              changes
                  .get(InventoryTypes.WAREHOUSE, warehouse)
                  .filter(found -> !mayGoBelow(found, context))
                  .isPresent();
          List<String> shortOf =
              bounded ? Availability.shortOf(changes, warehouse, some) : List.of();
          if (!shortOf.isEmpty()) {
            inTheWay.put(warehouse, shortOf);
          }
        });
    if (!inTheWay.isEmpty()) {
      ClaimRules.releaseExpired(changes, context, inTheWay);
    }
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

  /** Returns the base units of each product, over all lines. */
  public static Map<String, Quantity> demand(List<StockMove.Line> lines) {
    Map<String, Quantity> demand = new LinkedHashMap<>();
    lines.forEach(line -> demand.merge(line.sku(), line.base(), Quantity::plus));
    return demand;
  }

  /**
   * Says what a move of these products will read, so that it comes with the next miss. Rules call
   * it before their first read and need no round of their own for stock.
   */
  public static void want(
      View view, Collection<String> products, String warehouse, LocalDate effectiveOn) {
    List<String> skus = products.stream().distinct().toList();
    view.want(InventoryTypes.WAREHOUSE, List.of(warehouse));
    view.wantBalances(InventoryTypes.COST, skus.stream().map(InventoryTypes::costKey).toList());
    view.wantBalances(
        InventoryTypes.MONTH,
        skus.stream().map(sku -> InventoryTypes.monthKey(sku, warehouse, effectiveOn)).toList());
    wantStock(view, skus, warehouse);
  }

  private static void wantStock(View view, Collection<String> skus, String warehouse) {
    view.wantBalances(
        InventoryTypes.STOCK,
        skus.stream().map(sku -> InventoryTypes.stockKey(sku, warehouse)).toList());
  }

  /** Says what taking these products out will read; see {@link #want}. */
  public static void wantToTake(
      View view, Collection<String> products, String warehouse, LocalDate effectiveOn) {
    want(view, products, warehouse, effectiveOn);
    Availability.want(view, warehouse, products);
  }

  /** Says what claiming these products will read; see {@link #want}. */
  public static void wantToClaim(View view, Collection<String> products, String warehouse) {
    view.want(InventoryTypes.WAREHOUSE, List.of(warehouse));
    wantStock(view, products, warehouse);
    Availability.want(view, warehouse, products);
  }

  private static List<String> skus(StockMove move) {
    return move.lines().stream().map(StockMove.Line::sku).toList();
  }

  private static void post(
      Changes changes, Context context, StockMove move, StockMove.Line line, BigDecimal value) {
    post(changes, move.warehouse(), movement(context, move, line, value));
  }

  /** Books that goods issued below zero cost more or less than was known, without moving any. */
  private static void postLateCost(
      Changes changes, Context context, StockMove move, StockMove.Line line, BigDecimal late) {
    boolean dearer = late.signum() > 0;
    Movement.Place here = Movement.Place.sellable(move.warehouse());
    Movement.Place there = Movement.Place.virtual(Places.ADJUSTMENT);
    Movement cause = movement(context, move, line, late.abs());
    post(
        changes,
        move.warehouse(),
        new Movement(
            cause.sku(),
            dearer ? MovementKind.ADJUST_OUT : MovementKind.ADJUST_IN,
            dearer ? here : there,
            dearer ? there : here,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            Optional.empty(),
            BigDecimal.ZERO,
            cause.value(),
            cause.effectiveOn(),
            cause.document(),
            cause.partner(),
            cause.actor(),
            Optional.of(LATE_COST),
            cause.at()));
  }

  private static void post(Changes changes, String warehouse, Movement movement) {
    String kind = movement.kind().code();
    changes.add(
        InventoryTypes.MONTH,
        InventoryTypes.monthKey(movement.sku(), warehouse, movement.effectiveOn()),
        Delta.of(InventoryTypes.MONTH)
            .sum(kind + "_quantity", movement.quantity())
            .sum(kind + "_value", movement.value()));
    changes.append(InventoryTypes.MOVEMENT, movement);
  }

  private static Movement movement(
      Context context, StockMove move, StockMove.Line line, BigDecimal value) {
    BigDecimal quantity = line.base().value();
    Movement.Place here = Movement.Place.sellable(move.warehouse());
    Movement.Place there = Movement.Place.virtual(move.otherEnd());
    boolean inward = move.kind().inward();
    return new Movement(
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
        context.now());
  }
}
