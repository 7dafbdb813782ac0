package io.jxc.core.internal.inventory;

import io.jxc.api.Actor;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.access.Permissions;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.InventoryService;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.inventory.StockDocumentResult;
import io.jxc.api.inventory.Warehouse;
import io.jxc.api.inventory.WarehouseResult;
import io.jxc.core.internal.command.Reads;
import io.jxc.core.internal.command.Road;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Source;

/** Stock, for one actor. */
public final class DefaultInventoryService implements InventoryService {
  private final Actor actor;
  private final Road road;
  private final Reads reads;

  /** Creates the service of a session. */
  public DefaultInventoryService(Actor actor, Road road, Reads reads) {
    this.actor = actor;
    this.road = road;
    this.reads = reads;
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
}
