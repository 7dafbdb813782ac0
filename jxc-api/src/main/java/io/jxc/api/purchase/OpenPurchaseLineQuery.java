package io.jxc.api.purchase;

import io.jxc.api.Checks;
import io.jxc.api.Internal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Asks for lines that are ordered and have not wholly come, the earliest promised day first, lines
 * without one last.
 *
 * @param sku only this product
 * @param supplier only this supplier
 * @param expectedBy only lines promised up to this day, included
 */
public record OpenPurchaseLineQuery(
    Optional<String> sku, Optional<String> supplier, Optional<LocalDate> expectedBy) {

  /** Checks the query; use {@link #all}. */
  @Internal
  public OpenPurchaseLineQuery {
    Checks checks = new Checks();
    sku = checks.code("sku", sku);
    supplier = checks.code("supplier", supplier);
    expectedBy = checks.day("expectedBy", expectedBy);
    checks.done();
  }

  /** Asks for all open lines. */
  public static OpenPurchaseLineQuery all() {
    return new OpenPurchaseLineQuery(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Keeps lines of a product. */
  public OpenPurchaseLineQuery sku(String code) {
    return new OpenPurchaseLineQuery(Optional.of(code), supplier, expectedBy);
  }

  /** Keeps lines of a supplier. */
  public OpenPurchaseLineQuery supplier(String code) {
    return new OpenPurchaseLineQuery(sku, Optional.of(code), expectedBy);
  }

  /** Keeps lines promised up to a day, included. */
  public OpenPurchaseLineQuery expectedBy(LocalDate day) {
    return new OpenPurchaseLineQuery(sku, supplier, Optional.of(day));
  }
}
