package io.jxc.api.sales;

import io.jxc.api.Checks;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which facts of the sales ledger to list or to sum; lists are by business date, then sequence, the
 * earliest first.
 *
 * @param sku only lines of this product
 * @param customer only lines of this customer
 * @param kind only sales or only returns
 * @param from least business date, included
 * @param to last business date, included
 */
public record SaleLineQuery(
    Optional<String> sku,
    Optional<String> customer,
    Optional<SaleLine.Kind> kind,
    Optional<LocalDate> from,
    Optional<LocalDate> to) {

  /** Checks the codes. */
  public SaleLineQuery {
    Checks checks = new Checks();
    sku = checks.code("sku", sku);
    customer = checks.code("customer", customer);
    checks.date("from", from);
    checks.date("to", to);
    checks.done();
  }

  /** Asks for everything that the actor may see. */
  public static SaleLineQuery all() {
    return new SaleLineQuery(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Asks for lines of one product. */
  public SaleLineQuery sku(String code) {
    return new SaleLineQuery(Optional.of(code), customer, kind, from, to);
  }

  /** Asks for lines of one customer. */
  public SaleLineQuery customer(String code) {
    return new SaleLineQuery(sku, Optional.of(code), kind, from, to);
  }

  /** Asks for sales only, or for returns only. */
  public SaleLineQuery kind(SaleLine.Kind wanted) {
    return new SaleLineQuery(sku, customer, Optional.of(wanted), from, to);
  }

  /** Asks for lines of this business date and later ones. */
  public SaleLineQuery from(LocalDate date) {
    return new SaleLineQuery(sku, customer, kind, Optional.of(date), to);
  }

  /** Asks for lines of this business date and earlier ones. */
  public SaleLineQuery to(LocalDate date) {
    return new SaleLineQuery(sku, customer, kind, from, Optional.of(date));
  }
}
