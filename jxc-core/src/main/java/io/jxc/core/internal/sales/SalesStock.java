package io.jxc.core.internal.sales;

import io.jxc.api.Quantity;
import io.jxc.api.event.InventoryEvent;
import io.jxc.api.sales.OrderContent;
import io.jxc.api.sales.OrderLine;
import io.jxc.core.internal.catalog.CatalogRules;
import io.jxc.core.internal.catalog.ProductDocument;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.View;
import io.jxc.core.internal.inventory.ClaimDocument;
import io.jxc.core.internal.inventory.ClaimRules;
import io.jxc.core.internal.inventory.InventoryTypes;
import io.jxc.core.internal.inventory.MovementKind;
import io.jxc.core.internal.inventory.Places;
import io.jxc.core.internal.inventory.StockMove;
import io.jxc.core.internal.inventory.StockRules;
import io.jxc.core.internal.inventory.WarehouseDocument;
import io.jxc.core.internal.sales.SalesOrderDocument.Claim;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What sales ask of stock, warehouse by warehouse. Services never get here. */
final class SalesStock {
  private SalesStock() {}

  /** Says that warehouses will be read. */
  static void want(View view, Collection<String> codes) {
    view.want(InventoryTypes.WAREHOUSE, codes);
  }

  /** Returns those of the codes that name a warehouse which goods may move in and out of. */
  static Set<String> existing(View view, Collection<String> codes) {
    Set<String> existing = new HashSet<>();
    for (WarehouseDocument warehouse : view.getAll(InventoryTypes.WAREHOUSE, codes).values()) {
      if (warehouse.active()) {
        existing.add(warehouse.code());
      }
    }
    return existing;
  }

  /** Says what claiming an order will read. */
  static void wantToClaim(View view, Order order) {
    demand(order.lines())
        .forEach((code, demand) -> StockRules.wantToClaim(view, demand.keySet(), code));
  }

  /** Says what claiming an order will read that is not looked up yet. */
  static void wantToClaim(View view, OrderContent content) {
    named(content).forEach((code, skus) -> StockRules.wantToClaim(view, skus, code));
  }

  /** Says what selling an order over the counter will read that is not looked up yet. */
  static void wantToSell(View view, Context context, OrderContent content) {
    LocalDate on = content.orderedOn().orElseGet(context::today);
    named(content).forEach((code, skus) -> StockRules.wantToTake(view, skus, code, on));
  }

  /** Services among them have no stock to be read, which is found out with the rest. */
  private static Map<String, Set<String>> named(OrderContent content) {
    String otherwise = content.warehouse().orElse(OrderContent.DEFAULT_WAREHOUSE);
    Map<String, Set<String>> skus = new LinkedHashMap<>();
    for (OrderLine line : content.lines()) {
      skus.computeIfAbsent(line.warehouse().orElse(otherwise), code -> new LinkedHashSet<>())
          .add(line.sku());
    }
    return skus;
  }

  /**
   * Claims all goods of an order, firmly. Rules say before what that will read; see {@link
   * #wantToClaim}.
   *
   * @throws io.jxc.api.error.InsufficientStockException when not all are available
   */
  static List<Claim> claim(Changes changes, Context context, Order order) {
    List<Claim> claims = new ArrayList<>();
    Map<String, Map<String, Quantity>> all = demand(order.lines());
    StockRules.clearTheWay(changes, context, all);
    all.forEach(
        (warehouse, demand) -> {
          ClaimRules.Request request =
              new ClaimRules.Request(
                  OrderSteps.KIND + ":" + order.head().id(),
                  ClaimDocument.Kind.FIRM,
                  warehouse,
                  0,
                  Optional.empty(),
                  demand);
          claims.add(new Claim(warehouse, ClaimRules.claim(changes, context, request).id()));
        });
    return claims;
  }

  /** Tells whether all goods of an order could be claimed. */
  static boolean available(Changes changes, Context context, Order order) {
    wantToClaim(changes, order);
    Map<String, Map<String, Quantity>> all = demand(order.lines());
    StockRules.clearTheWay(changes, context, all);
    for (Map.Entry<String, Map<String, Quantity>> part : all.entrySet()) {
      if (!StockRules.covers(changes, context, part.getKey(), part.getValue())) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, Map<String, Quantity>> demand(List<OrderLineDocument> lines) {
    Map<String, Map<String, Quantity>> demand = new LinkedHashMap<>();
    for (OrderLineDocument line : lines) {
      if (line.warehouse().isPresent()) {
        demand
            .computeIfAbsent(line.warehouse().get(), code -> new LinkedHashMap<>())
            .merge(line.item().sku(), line.item().baseQuantity(), Quantity::plus);
      }
    }
    return demand;
  }

  /** Gives back what an order has claimed and not taken. */
  static void release(Changes changes, Context context, SalesOrderDocument order) {
    ClaimRules.want(changes, order.claims().stream().map(Claim::id).toList());
    order.claims().forEach(claim -> ClaimRules.release(changes, context, claim.id()));
  }

  /**
   * Takes shipped goods out of stock, out of the order's claims where it has any. Returns the cost
   * of each part, zero for services.
   *
   * @throws io.jxc.api.error.InsufficientStockException when stock is short
   */
  static List<BigDecimal> issue(
      Changes changes, Context context, SalesOrderDocument order, Shipping.Dispatch dispatch) {
    wantToShip(changes, order, dispatch);
    Map<String, ProductDocument> products =
        products(changes, dispatch.parts().stream().map(Part::item).toList());
    Batches batches = new Batches(dispatch.parts().size());
    for (int i = 0; i < dispatch.parts().size(); i++) {
      Part part = dispatch.parts().get(i);
      if (part.line().warehouse().isPresent()) {
        Goods goods = new Goods(part.line().lineNo(), part.item(), Optional.empty());
        batches.add(i, part.line().warehouse().get(), goods.line(products));
      }
    }
    ClaimRules.want(changes, order.claims().stream().map(Claim::id).toList());
    batches.byWarehouse.forEach(
        (warehouse, lines) -> consume(changes, context, order, warehouse, lines));
    StockRules.clearTheWay(changes, context, batches.demand());
    batches.byWarehouse.forEach(
        (warehouse, lines) -> {
          StockMove move =
              new StockMove(
                  MovementKind.SALE,
                  Places.CUSTOMER,
                  warehouse,
                  dispatch.on(),
                  SalesTypes.ORDER.name(),
                  order.id(),
                  Optional.of(order.customer()),
                  Optional.empty(),
                  lines);
          batches.values(warehouse, StockRules.issueWanted(changes, context, move));
          changes.event(
              new InventoryEvent.GoodsIssued(
                  context.header(),
                  move.documentType(),
                  order.id(),
                  warehouse,
                  StockRules.eventLines(move)));
        });
    return batches.costs();
  }

  private static void wantToShip(
      Changes changes, SalesOrderDocument order, Shipping.Dispatch dispatch) {
    changes.want(InventoryTypes.CLAIM, order.claims().stream().map(Claim::id).toList());
    Map<String, Set<String>> skus = new LinkedHashMap<>();
    for (Part part : dispatch.parts()) {
      part.line()
          .warehouse()
          .ifPresent(
              code ->
                  skus.computeIfAbsent(code, same -> new LinkedHashSet<>()).add(part.item().sku()));
    }
    skus.forEach((code, some) -> StockRules.wantToTake(changes, some, code, dispatch.on()));
  }

  /** A claim that somebody gave back meanwhile is not there to be taken from. */
  private static void consume(
      Changes changes,
      Context context,
      SalesOrderDocument order,
      String warehouse,
      List<StockMove.Line> lines) {
    for (Claim claim : order.claims()) {
      boolean active =
          claim.warehouse().equals(warehouse)
              && changes
                  .get(InventoryTypes.CLAIM, claim.id())
                  .filter(found -> found.status() == ClaimDocument.Status.ACTIVE)
                  .isPresent();
      if (active) {
        ClaimRules.consume(changes, context, claim.id(), StockRules.demand(lines));
      }
    }
  }

  /** Puts what came back into stock. Returns the value of each line, zero for services. */
  static List<BigDecimal> restock(
      Changes changes, Context context, SalesReturnDocument document, List<Incoming> incoming) {
    Map<String, ProductDocument> products =
        products(changes, incoming.stream().map(Incoming::item).toList());
    Batches batches = new Batches(incoming.size());
    for (int i = 0; i < incoming.size(); i++) {
      Incoming line = incoming.get(i);
      if (line.warehouse().isPresent()) {
        Goods goods = new Goods(i + 1, line.item(), line.value());
        batches.add(i, line.warehouse().get(), goods.line(products));
      }
    }
    batches.byWarehouse.forEach(
        (warehouse, lines) ->
            StockRules.want(
                changes, StockRules.demand(lines).keySet(), warehouse, document.returnedOn()));
    batches.byWarehouse.forEach(
        (warehouse, lines) -> {
          StockMove move = move(document, warehouse, document.returnedOn(), lines);
          batches.values(warehouse, StockRules.receive(changes, context, move));
          changes.event(
              new InventoryEvent.GoodsReceived(
                  context.header(),
                  move.documentType(),
                  document.id(),
                  warehouse,
                  StockRules.eventLines(move)));
        });
    return batches.costs();
  }

  private static StockMove move(
      SalesReturnDocument document, String warehouse, LocalDate on, List<StockMove.Line> lines) {
    return new StockMove(
        MovementKind.SALES_RETURN,
        Places.CUSTOMER,
        warehouse,
        on,
        SalesTypes.RETURN.name(),
        document.id(),
        Optional.of(document.customer()),
        Optional.of(document.reason()),
        lines);
  }

  private static Map<String, ProductDocument> products(View view, List<Item> items) {
    Set<String> skus = new HashSet<>();
    items.stream().filter(Item::stocked).forEach(item -> skus.add(item.sku()));
    return CatalogRules.products(view, skus);
  }

  private record Goods(int number, Item item, Optional<BigDecimal> value) {
    StockMove.Line line(Map<String, ProductDocument> products) {
      // products are never deleted, so what an order names is there
      ProductDocument product = Optional.ofNullable(products.get(item.sku())).orElseThrow();
      return new StockMove.Line(
          number, product, item.quantity(), Optional.of(item.unit()), item.baseQuantity(), value);
    }
  }

  /** Lines of a document gathered by warehouse, and the costs that came of them. */
  private static final class Batches {
    final Map<String, List<StockMove.Line>> byWarehouse = new LinkedHashMap<>();
    private final Map<String, List<Integer>> positions = new LinkedHashMap<>();
    private final BigDecimal[] costs;

    Batches(int size) {
      costs = new BigDecimal[size];
      Arrays.fill(costs, BigDecimal.ZERO);
    }

    void add(int position, String warehouse, StockMove.Line line) {
      byWarehouse.computeIfAbsent(warehouse, code -> new ArrayList<>()).add(line);
      positions.computeIfAbsent(warehouse, code -> new ArrayList<>()).add(position);
    }

    Map<String, Map<String, Quantity>> demand() {
      Map<String, Map<String, Quantity>> demand = new LinkedHashMap<>();
      byWarehouse.forEach((warehouse, lines) -> demand.put(warehouse, StockRules.demand(lines)));
      return demand;
    }

    void values(String warehouse, List<BigDecimal> values) {
      List<Integer> of = positions.getOrDefault(warehouse, List.of());
      for (int i = 0; i < of.size(); i++) {
        costs[of.get(i)] = values.get(i);
      }
    }

    List<BigDecimal> costs() {
      return List.of(costs);
    }
  }
}
