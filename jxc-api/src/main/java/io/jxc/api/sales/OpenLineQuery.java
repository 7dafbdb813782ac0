package io.jxc.api.sales;

import io.jxc.api.Checks;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which open lines of confirmed orders to list; the earliest due date first.
 *
 * <pre>{@code
 * OpenLineQuery.all().sku("TEA-01").dueUntil(friday);
 * }</pre>
 *
 * @param sku only lines of this product
 * @param customer only lines of this customer
 * @param warehouse only lines of this warehouse
 * @param dueFrom least due date, included
 * @param dueUntil last due date, included
 */
public record OpenLineQuery(
    Optional<String> sku,
    Optional<String> customer,
    Optional<String> warehouse,
    Optional<LocalDate> dueFrom,
    Optional<LocalDate> dueUntil) {

  /** Checks the codes. */
  public OpenLineQuery {
    Checks checks = new Checks();
    sku = checks.code("sku", sku);
    customer = checks.code("customer", customer);
    warehouse = checks.code("warehouse", warehouse);
    checks.date("dueFrom", dueFrom);
    checks.date("dueUntil", dueUntil);
    checks.done();
  }

  /** Asks for all open lines that the actor may see. */
  public static OpenLineQuery all() {
    return new OpenLineQuery(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Asks for lines of one product. */
  public OpenLineQuery sku(String code) {
    return new OpenLineQuery(Optional.of(code), customer, warehouse, dueFrom, dueUntil);
  }

  /** Asks for lines of one customer. */
  public OpenLineQuery customer(String code) {
    return new OpenLineQuery(sku, Optional.of(code), warehouse, dueFrom, dueUntil);
  }

  /** Asks for lines of one warehouse. */
  public OpenLineQuery warehouse(String code) {
    return new OpenLineQuery(sku, customer, Optional.of(code), dueFrom, dueUntil);
  }

  /** Asks for lines that are due on this day or later. */
  public OpenLineQuery dueFrom(LocalDate date) {
    return new OpenLineQuery(sku, customer, warehouse, Optional.of(date), dueUntil);
  }

  /** Asks for lines that are due on this day or earlier. */
  public OpenLineQuery dueUntil(LocalDate date) {
    return new OpenLineQuery(sku, customer, warehouse, dueFrom, Optional.of(date));
  }
}
