package io.jxc.core.internal.inventory;

import io.jxc.api.JxcSession;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.InventoryService;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.inventory.StockLevel;
import io.jxc.core.internal.testing.Shop;
import io.jxc.spi.store.JxcStore;
import io.jxc.store.memory.MemoryStore;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A shop with two warehouses and three kinds of tea. */
abstract class StockTestBase {
  final JxcStore store = MemoryStore.create();
  final Shop shop = Shop.open(store, options -> options);
  final JxcSession root = shop.root();
  final InventoryService inventory = root.inventory();

  @BeforeEach
  void furnish() {
    for (String warehouse : List.of("MAIN", "BACK")) {
      inventory.createWarehouse(CreateWarehouse.of(warehouse).build());
    }
    for (String sku : List.of("TEA-1", "TEA-2", "TEA-3")) {
      root.catalog().create(CreateProduct.goods(sku).unit("BOX", 12).build());
    }
    root.catalog().create(CreateProduct.service("POST").build());
  }

  @AfterEach
  void close() {
    shop.close();
  }

  void receive(String sku, String quantity, String cost) {
    inventory.receive(ReceiveGoods.into("MAIN").line(sku, quantity, cost).build());
  }

  StockLevel level(String sku) {
    return inventory.available(List.of(sku), "MAIN").get(0);
  }

  String onHand(String sku) {
    return level(sku).onHand().toString();
  }

  String available(String sku) {
    return level(sku).available().toString();
  }

  String value(String sku) {
    return inventory.stock(sku).value().orElseThrow().toString();
  }
}
