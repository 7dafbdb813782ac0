package io.jxc.examples.bench;

import io.jxc.Jxc;
import io.jxc.api.Actor;
import io.jxc.api.JxcSession;
import io.jxc.api.RequestIds;
import io.jxc.api.error.InsufficientStockException;
import io.jxc.api.inventory.ClaimStock;
import io.jxc.api.inventory.StockLevel;
import io.jxc.api.inventory.StockVerification;
import io.jxc.api.sales.PlaceOrder;
import io.jxc.api.sales.QuickSale;
import io.jxc.spi.store.JxcStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** JXC, through its public API. */
final class JxcSide implements Side {
  private static final int PAGE = 1_000;

  private final CountedStore counted;
  private final Supplier<StatementMeter> meters;
  private final Jxc jxc;
  private final String tenant;
  private final Goods goods;
  private final JxcSession session;

  /**
   * Opens an instance.
   *
   * @param store where everything is kept; closed with this side
   * @param meters counts the statements of the database behind it
   */
  JxcSide(JxcStore store, Supplier<StatementMeter> meters, String tenant, Goods goods) {
    this.counted = new CountedStore(store);
    this.meters = meters;
    this.jxc = Jxc.builder().store(counted.store()).build();
    this.tenant = tenant;
    this.goods = goods;
    this.session = jxc.as(Actor.of(tenant, Setup.USER));
  }

  private JxcSide(JxcSide first, String tenant, Goods goods) {
    this.counted = first.counted;
    this.meters = first.meters;
    this.jxc = first.jxc;
    this.tenant = tenant;
    this.goods = goods;
    this.session = jxc.as(Actor.of(tenant, Setup.USER));
  }

  /** Gives its tenant goods to sell. */
  JxcSide furnish() {
    Setup.furnish(jxc, tenant, goods);
    return this;
  }

  /** Returns a side of another tenant, furnished, on the same instance. */
  JxcSide tenant(String other, Goods others) {
    return new JxcSide(this, other, others).furnish();
  }

  /** Returns the instance, to prepare more with it. */
  Jxc jxc() {
    return jxc;
  }

  @Override
  public String tenant() {
    return tenant;
  }

  Goods goods() {
    return goods;
  }

  JxcSession session() {
    return session;
  }

  /** Returns how many journal rows were written. */
  long journalRows() {
    return counted.entries();
  }

  /** Returns the longest time that a commit has taken. */
  Duration longestCommit() {
    return counted.longest();
  }

  @Override
  public String name() {
    return "jxc";
  }

  @Override
  public boolean order(List<String> skus) {
    PlaceOrder.Builder order = PlaceOrder.forCustomer(Goods.CUSTOMER).warehouse(Goods.WAREHOUSE);
    skus.forEach(sku -> order.line(sku, "1"));
    try {
      session.sales().place(order.build());
      return true;
    } catch (InsufficientStockException e) {
      return false;
    }
  }

  /** Sells one unit of each product at once; false when stock is short. */
  boolean sell(List<String> skus) {
    QuickSale.Builder sale = QuickSale.forCustomer(Goods.CUSTOMER).warehouse(Goods.WAREHOUSE);
    skus.forEach(sku -> sale.line(sku, "1"));
    try {
      session.sales().quickSale(sale.build());
      return true;
    } catch (InsufficientStockException e) {
      return false;
    }
  }

  @Override
  public boolean reserve(String sku) {
    try {
      session
          .inventory()
          .claim(
              ClaimStock.in(Goods.WAREHOUSE)
                  .owner("cart-" + RequestIds.next())
                  .firm()
                  .line(sku, "1")
                  .build());
      return true;
    } catch (InsufficientStockException e) {
      return false;
    }
  }

  @Override
  public Books books() {
    List<String> faults = new ArrayList<>();
    StockVerification proof = session.inventory().verify();
    proof.differences().stream().limit(5).forEach(one -> faults.add("verify: " + one));
    Map<String, Books.Level> stock = new HashMap<>();
    List<String> skus = goods.skus();
    for (int from = 0; from < skus.size(); from += PAGE) {
      List<String> some = skus.subList(from, Math.min(skus.size(), from + PAGE));
      for (StockLevel level : session.inventory().available(some)) {
        stock.put(level.sku(), new Books.Level(level.onHand().value(), level.reserved().value()));
      }
    }
    return new Books(stock, faults);
  }

  @Override
  public Written written() {
    return counted.written();
  }

  @Override
  public StatementMeter meter() {
    return meters.get();
  }

  @Override
  public void close() {
    jxc.close();
  }
}
