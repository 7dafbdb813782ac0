package io.jxc.api.purchase;

import io.jxc.api.Checks;
import io.jxc.api.Internal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Asks for purchase orders, the newest business date first.
 *
 * <pre>{@code
 * PurchaseQuery.all().supplier("S-1").status(PurchaseStatus.APPROVED);
 * }</pre>
 *
 * @param supplier only orders to this supplier
 * @param status only orders that stand here
 * @param createdBy only orders entered by this user
 * @param from earliest business date, included
 * @param to latest business date, included
 */
public record PurchaseQuery(
    Optional<String> supplier,
    Optional<PurchaseStatus> status,
    Optional<String> createdBy,
    Optional<LocalDate> from,
    Optional<LocalDate> to) {

  /** Checks the query; use {@link #all}. */
  @Internal
  public PurchaseQuery {
    Checks checks = new Checks();
    supplier = checks.code("supplier", supplier);
    createdBy = checks.code("createdBy", createdBy);
    from = checks.day("from", from);
    to = checks.day("to", to);
    checks.done();
  }

  /** Asks for all orders. */
  public static PurchaseQuery all() {
    return new PurchaseQuery(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Keeps orders to a supplier. */
  public PurchaseQuery supplier(String code) {
    return new PurchaseQuery(Optional.of(code), status, createdBy, from, to);
  }

  /** Keeps orders of a status. */
  public PurchaseQuery status(PurchaseStatus wanted) {
    return new PurchaseQuery(supplier, Optional.of(wanted), createdBy, from, to);
  }

  /** Keeps orders entered by a user. */
  public PurchaseQuery createdBy(String user) {
    return new PurchaseQuery(supplier, status, Optional.of(user), from, to);
  }

  /** Keeps orders of these business dates, both included. */
  public PurchaseQuery between(LocalDate first, LocalDate last) {
    return new PurchaseQuery(supplier, status, createdBy, Optional.of(first), Optional.of(last));
  }
}
