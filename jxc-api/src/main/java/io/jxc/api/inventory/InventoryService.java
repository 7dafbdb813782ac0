package io.jxc.api.inventory;

import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.access.Permissions;
import io.jxc.api.access.Requires;

/** Stock: what is where, what moved, what is claimed. */
public interface InventoryService {
  /**
   * Adds a warehouse.
   *
   * @throws io.jxc.api.error.DuplicateKeyException when the code is taken
   */
  @Requires(Permissions.WAREHOUSE_MANAGE)
  WarehouseResult createWarehouse(CreateWarehouse command);

  /** Lists the warehouses by code. */
  @Requires(Permissions.STOCK_VIEW)
  Page<Warehouse> warehouses(PageRequest page);

  /**
   * Receives goods into a warehouse: one movement per line, on hand and value rise.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code reference.unknown} for an unknown
   *     product or warehouse, {@code unit.unknown}, {@code unit.inexact}; all lines are checked
   */
  @Requires(Permissions.STOCK_RECEIVE)
  StockDocumentResult receive(ReceiveGoods command);
}
