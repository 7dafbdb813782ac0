package io.jxc.core.internal.inventory;

import io.jxc.api.Actor;
import io.jxc.api.Checks;
import io.jxc.api.Codes;
import io.jxc.api.Outcome;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.access.Permissions;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.inventory.AdjustStock;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.InventoryService;
import io.jxc.api.inventory.IssueGoods;
import io.jxc.api.inventory.OpenStock;
import io.jxc.api.inventory.ProductStock;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.inventory.StockDocumentResult;
import io.jxc.api.inventory.StockItem;
import io.jxc.api.inventory.StockLevel;
import io.jxc.api.inventory.StockQuery;
import io.jxc.api.inventory.UpdateWarehouse;
import io.jxc.api.inventory.Warehouse;
import io.jxc.api.inventory.WarehouseResult;
import io.jxc.core.internal.catalog.CatalogTypes;
import io.jxc.core.internal.command.Reads;
import io.jxc.core.internal.command.Road;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Source;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Stock, for one actor. */
public final class DefaultInventoryService implements InventoryService {
  private final Actor actor;
  private final Road road;
  private final Reads reads;
  private final Clock clock;

  /** Creates the service of a session; the clock tells which holds have ended. */
  public DefaultInventoryService(Actor actor, Road road, Reads reads, Clock clock) {
    this.actor = actor;
    this.road = road;
    this.reads = reads;
    this.clock = clock;
  }

  @Override
  public WarehouseResult updateWarehouse(UpdateWarehouse command) {
    return road.execute(actor, WarehouseRules.UPDATE, command);
  }

  @Override
  public Warehouse warehouse(String code) {
    String known = Codes.require("warehouse", code);
    return reads.with(
        actor,
        Permissions.STOCK_VIEW,
        snapshot ->
            snapshot
                .get(InventoryTypes.WAREHOUSE, known)
                .map(WarehouseRules::view)
                .orElseThrow(() -> NotFoundException.of("warehouse", known)));
  }

  @Override
  public WarehouseResult createWarehouse(CreateWarehouse command) {
    return road.execute(actor, WarehouseRules.CREATE, command);
  }

  @Override
  public Page<Warehouse> warehouses(PageRequest page) {
    return reads.with(
        actor,
        Permissions.STOCK_VIEW,
        snapshot ->
            snapshot.page(
                ListQuery.of(Source.DOCUMENTS, InventoryTypes.WAREHOUSE.name(), "by_code"),
                page,
                row -> WarehouseRules.view(InventoryTypes.WAREHOUSE.decode((DocumentRow) row))));
  }

  @Override
  public StockDocumentResult receive(ReceiveGoods command) {
    return road.execute(actor, StockDocumentRules.RECEIVE, command);
  }

  @Override
  public List<Outcome<StockDocumentResult>> receiveAll(List<ReceiveGoods> commands) {
    return road.executeAll(actor, StockDocumentRules.RECEIVE, bulk(commands));
  }

  @Override
  public StockDocumentResult open(OpenStock command) {
    return road.execute(actor, StockDocumentRules.OPEN, command);
  }

  @Override
  public StockDocumentResult issue(IssueGoods command) {
    return road.execute(actor, StockDocumentRules.ISSUE, command);
  }

  @Override
  public List<Outcome<StockDocumentResult>> issueAll(List<IssueGoods> commands) {
    return road.executeAll(actor, StockDocumentRules.ISSUE, bulk(commands));
  }

  @Override
  public StockDocumentResult adjust(AdjustStock command) {
    return road.execute(actor, StockDocumentRules.ADJUST, command);
  }

  @Override
  public List<Outcome<StockDocumentResult>> adjustAll(List<AdjustStock> commands) {
    return road.executeAll(actor, StockDocumentRules.ADJUST, bulk(commands));
  }

  private static <C> List<C> bulk(List<C> commands) {
    Checks checks = new Checks();
    List<C> checked = checks.list("commands", commands, 0, 1_000);
    checks.done();
    return checked;
  }

  @Override
  public ProductStock stock(String sku) {
    String code = Codes.require("sku", sku);
    return stockReads(
        (snapshot, stock) -> {
          if (snapshot.get(CatalogTypes.PRODUCT, code).isEmpty()) {
            throw NotFoundException.of("product", code);
          }
          return stock.stock(code);
        });
  }

  @Override
  public List<StockLevel> available(List<String> skus) {
    List<String> codes = Checks.codes("skus", skus, 1_000);
    return stockReads((snapshot, stock) -> stock.levels(codes, Optional.empty()));
  }

  @Override
  public List<StockLevel> available(List<String> skus, String warehouse) {
    List<String> codes = Checks.codes("skus", skus, 1_000);
    String where = Codes.require("warehouse", warehouse);
    return stockReads((snapshot, stock) -> stock.levels(codes, Optional.of(where)));
  }

  @Override
  public Page<StockItem> list(StockQuery query, PageRequest page) {
    return stockReads((snapshot, stock) -> stock.list(query, page));
  }

  private <R> R stockReads(BiFunction<Reads.Snapshot, StockReads, R> query) {
    return reads.with(
        actor,
        Permissions.STOCK_VIEW,
        snapshot -> query.apply(snapshot, new StockReads(snapshot, now(snapshot))));
  }

  /** The time as the next command would see it: never before the last block. */
  private Instant now(Reads.Snapshot snapshot) {
    Instant last = snapshot.view().head().blockTime();
    Instant now = clock.instant();
    return now.isBefore(last) ? last : now;
  }
}
