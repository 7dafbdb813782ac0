package io.jxc.core.internal.inventory;

import io.jxc.api.access.Permissions;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.error.StaleVersionException;
import io.jxc.api.event.InventoryEvent;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.UpdateWarehouse;
import io.jxc.api.inventory.Warehouse;
import io.jxc.api.inventory.WarehouseResult;
import io.jxc.core.internal.codec.Stored;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.CommandType;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.Decision;
import io.jxc.core.internal.command.View;

/** Decides what happens to warehouses. */
final class WarehouseRules {
  static final CommandType<CreateWarehouse, WarehouseResult> CREATE =
      CommandType.light(
              "warehouse.create",
              Permissions.WAREHOUSE_MANAGE,
              WarehouseResult.class,
              WarehouseRules::create)
          .about(InventoryTypes.WAREHOUSE, CreateWarehouse::code);

  static final CommandType<UpdateWarehouse, WarehouseResult> UPDATE =
      CommandType.light(
              "warehouse.update",
              Permissions.WAREHOUSE_MANAGE,
              WarehouseResult.class,
              WarehouseRules::update)
          .about(InventoryTypes.WAREHOUSE, UpdateWarehouse::code);

  private static final String KIND = "warehouse";

  private WarehouseRules() {}

  static Decision<WarehouseResult> create(View view, CreateWarehouse command, Context context) {
    if (view.get(InventoryTypes.WAREHOUSE, command.code()).isPresent()) {
      throw new DuplicateKeyException("warehouse.code", command.code());
    }
    Changes changes = Changes.on(view);
    changes.put(
        InventoryTypes.WAREHOUSE,
        new WarehouseDocument(command.code(), command.name(), true, command.negativeStock()));
    changes.event(new InventoryEvent.WarehouseSaved(context.header(), command.code()));
    return changes.result(new WarehouseResult(command.code(), 0));
  }

  static Decision<WarehouseResult> update(View view, UpdateWarehouse command, Context context) {
    if (view.get(InventoryTypes.WAREHOUSE, command.code()).isEmpty()) {
      throw NotFoundException.of(KIND, command.code());
    }
    long version = view.version(InventoryTypes.WAREHOUSE, command.code());
    if (version != command.expectedVersion()) {
      throw new StaleVersionException(KIND, command.code(), command.expectedVersion(), version);
    }
    Changes changes = Changes.on(view);
    changes.put(
        InventoryTypes.WAREHOUSE,
        new WarehouseDocument(
            command.code(), command.name(), command.active(), command.negativeStock()));
    changes.event(new InventoryEvent.WarehouseSaved(context.header(), command.code()));
    return changes.result(new WarehouseResult(command.code(), 0));
  }

  static Warehouse view(Stored<WarehouseDocument> stored) {
    WarehouseDocument warehouse = stored.value();
    return new Warehouse(
        warehouse.code(),
        warehouse.name(),
        warehouse.active(),
        warehouse.negativeStock(),
        stored.version());
  }
}
