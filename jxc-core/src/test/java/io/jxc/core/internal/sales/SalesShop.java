package io.jxc.core.internal.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.jxc.api.JxcSession;
import io.jxc.api.Money;
import io.jxc.api.PageRequest;
import io.jxc.api.TenantId;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.inventory.CreateWarehouse;
import io.jxc.api.inventory.ReceiveGoods;
import io.jxc.api.partner.CreatePartner;
import io.jxc.api.sales.OrderResult;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.sales.SaleLine;
import io.jxc.api.sales.SaleLineQuery;
import io.jxc.api.sales.SalesOrder;
import io.jxc.api.sales.SalesOrderLine;
import io.jxc.api.sales.SalesService;
import io.jxc.api.tenant.TenantSettings;
import io.jxc.api.tenant.UpdateSettings;
import io.jxc.core.internal.testing.Shop;
import io.jxc.spi.store.BalanceKey;
import io.jxc.spi.store.BalanceRow;
import io.jxc.spi.store.StoreView;
import io.jxc.store.memory.MemoryStore;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A shop that sells tea: 100 of TEA-01 at a cost of 6.00 and a list price of 10.00, boxed by 12; 5
 * of TEA-02 at 40.00 and 80.00; the service POST; customers C-1 and C-2; warehouses MAIN and EAST.
 */
final class SalesShop implements AutoCloseable {
  private final MemoryStore store = MemoryStore.create();
  final Shop shop = Shop.open(store, options -> options);
  final JxcSession root = shop.root();
  final SalesService sales = root.sales();

  SalesShop() {
    stock(root);
  }

  /** Fills a tenant with what the class says. */
  static void stock(JxcSession root) {
    root.inventory().createWarehouse(CreateWarehouse.of("MAIN").name("Main").build());
    root.inventory().createWarehouse(CreateWarehouse.of("EAST").name("East").build());
    root.catalog()
        .create(
            CreateProduct.goods("TEA-01")
                .name("Green tea")
                .listPrice("10.00")
                .unit("BOX", 12)
                .build());
    root.catalog().create(CreateProduct.goods("TEA-02").name("Oolong").listPrice("80").build());
    root.catalog().create(CreateProduct.service("POST").name("Postage").build());
    root.partners().create(CreatePartner.customer("C-1").name("Customer one").build());
    root.partners().create(CreatePartner.customer("C-2").name("Customer two").build());
    root.inventory()
        .receive(
            ReceiveGoods.into("MAIN")
                .line("TEA-01", "100", "6.00")
                .line("TEA-02", "5", "40.00")
                .build());
  }

  /** Changes the settings of the tenant. */
  void settings(UnaryOperator<TenantSettings> change) {
    var now = root.tenant().settings();
    root.tenant().update(UpdateSettings.of(now).settings(change.apply(now.settings())).build());
  }

  /** Places an order of some TEA-01, which is confirmed at once. */
  OrderResult order(String quantity) {
    return sales.place(PlaceOrder.forCustomer("C-1").line("TEA-01", quantity).build());
  }

  /** Requires what is there and what may still be sold of a product in MAIN. */
  void requireStock(String sku, String onHand, String available) {
    BalanceKey key = BalanceKey.of(sku, "MAIN", "", "", "SELLABLE");
    try (StoreView view = store.view(TenantId.of("acme"))) {
      List<BigDecimal> stock =
          view.balances("stock", List.of(key)).stream()
              .map(BalanceRow::values)
              .findFirst()
              .orElse(List.of(BigDecimal.ZERO, BigDecimal.ZERO));
      assertThat(stock.get(0)).as("on hand").isEqualByComparingTo(onHand);
      assertThat(stock.get(0).subtract(stock.get(1)))
          .as("available")
          .isEqualByComparingTo(available);
    }
  }

  SalesOrder read(OrderResult order) {
    return sales.get(order.id());
  }

  SalesOrderLine line(OrderResult order, int number) {
    return read(order).lines().stream()
        .filter(line -> line.lineNo() == number)
        .findFirst()
        .orElseThrow();
  }

  /** Returns the whole sales ledger. */
  List<SaleLine> ledger() {
    return sales.saleLines(SaleLineQuery.all(), PageRequest.first(1_000)).items();
  }

  static Money cny(String amount) {
    return Money.of(amount, "CNY");
  }

  @Override
  public void close() {
    shop.close();
  }
}
