package io.jxc.core.internal.purchase;

import io.jxc.api.UnitRatio;
import io.jxc.api.access.Permissions;
import io.jxc.api.access.Scope;
import io.jxc.api.catalog.CostingMethod;
import io.jxc.api.catalog.ProductKind;
import io.jxc.api.catalog.ProductStatus;
import io.jxc.api.catalog.ProductUnit;
import io.jxc.api.partner.PartnerKind;
import io.jxc.api.purchase.EnterPurchaseOrder;
import io.jxc.api.purchase.PurchaseOrderResult;
import io.jxc.api.purchase.PurchaseReceiptResult;
import io.jxc.api.purchase.ReceivePurchaseOrder;
import io.jxc.core.internal.access.Rights;
import io.jxc.core.internal.catalog.CatalogTypes;
import io.jxc.core.internal.catalog.ProductDocument;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.KnownView;
import io.jxc.core.internal.inventory.InventoryTypes;
import io.jxc.core.internal.inventory.WarehouseDocument;
import io.jxc.core.internal.partner.PartnerDocument;
import io.jxc.core.internal.partner.PartnerTypes;
import io.jxc.spi.store.BalanceKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A supplier, two warehouses and some products, to try the rules of purchasing on. */
final class PurchaseWorld {
  final KnownView view = new KnownView();

  PurchaseWorld() {
    Changes changes = Changes.on(view);
    changes.put(PartnerTypes.SUPPLIER, supplier("S-1"));
    for (String code : List.of("MAIN", "WH-2")) {
      changes.put(
          InventoryTypes.WAREHOUSE, new WarehouseDocument(code, code, true, Optional.empty()));
    }
    changes.put(CatalogTypes.PRODUCT, product("TEA-01", ProductKind.GOODS));
    changes.put(CatalogTypes.PRODUCT, product("TEA-02", ProductKind.GOODS));
    changes.put(CatalogTypes.PRODUCT, product("POST", ProductKind.SERVICE));
    view.apply(changes.result("ready"));
  }

  private static PartnerDocument supplier(String code) {
    return new PartnerDocument(
        PartnerKind.SUPPLIER,
        code,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new TreeMap<>(),
        KnownView.NOW);
  }

  private static ProductDocument product(String sku, ProductKind kind) {
    return new ProductDocument(
        sku,
        kind,
        ProductStatus.SELLABLE,
        CostingMethod.MOVING_AVERAGE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(
            ProductUnit.base("PCS"),
            ProductUnit.of("BOX", UnitRatio.of(12)),
            ProductUnit.of("THIRD", new UnitRatio(1, 3))),
        Optional.of(new BigDecimal("13")),
        new TreeMap<>(),
        KnownView.NOW);
  }

  static Context bob() {
    return user("bob", Scope.ALL);
  }

  static Context user(String user, Scope scope) {
    return KnownView.context(
        new Rights(
            user,
            Set.of("purchasing"),
            Map.of(
                Permissions.PURCHASE_CREATE, scope,
                Permissions.PURCHASE_UPDATE, scope,
                Permissions.PURCHASE_CANCEL, scope,
                Permissions.PURCHASE_RECEIVE, scope)));
  }

  static EnterPurchaseOrder.Builder order() {
    return EnterPurchaseOrder.from("S-1").into("MAIN");
  }

  PurchaseOrderResult place(EnterPurchaseOrder.Builder order) {
    return view.apply(PurchaseRules.place(view, order.build(), bob()));
  }

  PurchaseReceiptResult receive(ReceivePurchaseOrder.Builder receipt) {
    return view.apply(PurchaseReceiving.receive(view, receipt.build(), bob()));
  }

  OrderDocument head(String id) {
    return view.get(PurchaseTypes.ORDER, id).orElseThrow();
  }

  OrderLine line(String id, int number) {
    return view.lines(PurchaseTypes.ORDER, id).stream()
        .filter(line -> line.lineNo() == number)
        .findFirst()
        .orElseThrow();
  }

  BigDecimal onHand(String sku, String warehouse) {
    BalanceKey key = BalanceKey.of(sku, warehouse, "", "", "SELLABLE");
    return view.balance(InventoryTypes.STOCK, key).get("on_hand");
  }

  BigDecimal value(String sku) {
    return view.balance(InventoryTypes.COST, BalanceKey.of(sku, "")).get("value");
  }
}
