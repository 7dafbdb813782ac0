package io.jxc.examples.bench;

import io.jxc.examples.bench.naive.NaiveShop;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** The work written by hand. */
final class NaiveSide implements Side {
  private static final String STOCK =
      "SELECT sku, on_hand, reserved FROM jxc_stock WHERE tenant = ?";
  private static final String LINES =
      "SELECT sku, SUM(open_quantity) AS quantity FROM jxc_sales_order_line"
          + " WHERE tenant = ? GROUP BY sku";
  private static final String OF_ORDERS = "SELECT COUNT(*) FROM jxc_sales_order WHERE tenant = ?";
  private static final String OF_CLAIMS = "SELECT COUNT(*) FROM jxc_claim WHERE tenant = ?";

  private final NaiveShop shop;
  private final String tenant;
  private final Supplier<StatementMeter> meters;

  /**
   * A side of a tenant that is furnished.
   *
   * @param shop closed with this side
   * @param meters counts the statements of its database
   */
  NaiveSide(NaiveShop shop, String tenant, Supplier<StatementMeter> meters) {
    this.shop = shop;
    this.tenant = tenant;
    this.meters = meters;
  }

  @Override
  public String name() {
    return "naive";
  }

  @Override
  public String tenant() {
    return tenant;
  }

  @Override
  public boolean order(List<String> skus) {
    return shop.order(skus);
  }

  @Override
  public boolean reserve(String sku) {
    return shop.reserve(sku);
  }

  @Override
  public Books books() {
    return shop.database().jdbi().withHandle(this::read);
  }

  private Books read(Handle handle) {
    Map<String, Books.Level> stock = new HashMap<>();
    for (Map.Entry<String, Books.Level> row :
        handle
            .select(STOCK, key())
            .map(
                (found, context) ->
                    Map.entry(
                        text(found.getBytes("sku")),
                        new Books.Level(
                            found.getBigDecimal("on_hand"), found.getBigDecimal("reserved"))))
            .list()) {
      stock.put(row.getKey(), row.getValue());
    }
    Map<String, BigDecimal> ordered = new HashMap<>();
    for (Map.Entry<String, BigDecimal> row :
        handle
            .select(LINES, key())
            .map(
                (found, context) ->
                    Map.entry(text(found.getBytes("sku")), found.getBigDecimal("quantity")))
            .list()) {
      ordered.put(row.getKey(), row.getValue());
    }
    long orders = count(handle, OF_ORDERS);
    long claims = count(handle, OF_CLAIMS);
    return new Books(stock, faults(stock, ordered, orders, claims));
  }

  /** Holds what is reserved against the orders, or against the claims where there are none. */
  private static List<String> faults(
      Map<String, Books.Level> stock, Map<String, BigDecimal> ordered, long orders, long claims) {
    List<String> faults = new ArrayList<>();
    if (orders == 0) {
      BigDecimal reserved =
          stock.values().stream()
              .map(Books.Level::reserved)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      if (reserved.compareTo(BigDecimal.valueOf(claims)) != 0) {
        faults.add(claims + " units are claimed, " + reserved + " reserved");
      }
      return faults;
    }
    if (orders != claims) {
      faults.add(orders + " orders have " + claims + " claims");
    }
    stock.forEach(
        (sku, level) -> {
          BigDecimal wanted = ordered.getOrDefault(sku, BigDecimal.ZERO);
          if (wanted.compareTo(level.reserved()) != 0) {
            faults.add(sku + ": ordered " + wanted + ", reserved " + level.reserved());
          }
        });
    return faults;
  }

  private long count(Handle handle, String sql) {
    return handle.select(sql, key()).mapTo(Long.class).one();
  }

  private byte[] key() {
    return tenant.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public Written written() {
    return new Written(shop.commits(), shop.rows());
  }

  @Override
  public StatementMeter meter() {
    return meters.get();
  }

  @Override
  public void close() {
    shop.close();
  }
}
