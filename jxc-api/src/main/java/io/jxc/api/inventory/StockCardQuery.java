package io.jxc.api.inventory;

import io.jxc.api.Checks;
import io.jxc.api.error.ErrorCode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Asks for the stock card of a product: its movements by business date, those of one day in the
 * order they were recorded.
 *
 * <pre>{@code
 * StockCardQuery.of("TEA-01").warehouse("MAIN").from(LocalDate.of(2026, 11, 1));
 * }</pre>
 *
 * @param sku code of the product
 * @param warehouse code of a warehouse; absent = all of them together
 * @param from first business date; absent = from the start
 * @param to last business date; absent = to the end
 */
public record StockCardQuery(
    String sku, Optional<String> warehouse, Optional<LocalDate> from, Optional<LocalDate> to) {
  /** Checks the query. */
  public StockCardQuery {
    Checks checks = new Checks();
    sku = checks.code("sku", sku);
    warehouse = checks.code("warehouse", warehouse);
    boolean ordered = from.isEmpty() || to.isEmpty() || !to.get().isBefore(from.get());
    checks.require(
        ordered,
        "to",
        ErrorCode.NUMBER_RANGE,
        "a date from " + from.map(LocalDate::toString).orElse(""),
        to.map(LocalDate::toString).orElse(""));
    checks.done();
  }

  /** Asks for everything of a product. */
  public static StockCardQuery of(String sku) {
    return new StockCardQuery(sku, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Asks for one warehouse. */
  public StockCardQuery warehouse(String code) {
    return new StockCardQuery(sku, Optional.of(code), from, to);
  }

  /** Starts with a business date. */
  public StockCardQuery from(LocalDate day) {
    return new StockCardQuery(sku, warehouse, Optional.of(day), to);
  }

  /** Ends with a business date. */
  public StockCardQuery to(LocalDate day) {
    return new StockCardQuery(sku, warehouse, from, Optional.of(day));
  }
}
