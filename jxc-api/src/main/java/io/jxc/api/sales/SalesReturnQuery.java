package io.jxc.api.sales;

import io.jxc.api.Checks;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which sales returns to list; by business date, then id, the newest first.
 *
 * @param customer only returns of this customer
 * @param orderId only returns against this order
 * @param creator only returns taken by this user
 * @param from least business date, included
 * @param to last business date, included
 */
public record SalesReturnQuery(
    Optional<String> customer,
    Optional<String> orderId,
    Optional<String> creator,
    Optional<LocalDate> from,
    Optional<LocalDate> to) {

  /** Checks the codes. */
  public SalesReturnQuery {
    Checks checks = new Checks();
    customer = checks.code("customer", customer);
    orderId = checks.code("orderId", orderId);
    creator = checks.code("creator", creator);
    checks.date("from", from);
    checks.date("to", to);
    checks.done();
  }

  /** Asks for all returns that the actor may see. */
  public static SalesReturnQuery all() {
    return new SalesReturnQuery(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Asks for returns of one customer. */
  public SalesReturnQuery customer(String code) {
    return new SalesReturnQuery(Optional.of(code), orderId, creator, from, to);
  }

  /** Asks for returns against one order. */
  public SalesReturnQuery order(String id) {
    return new SalesReturnQuery(customer, Optional.of(id), creator, from, to);
  }

  /** Asks for returns that one user has taken. */
  public SalesReturnQuery creator(String user) {
    return new SalesReturnQuery(customer, orderId, Optional.of(user), from, to);
  }

  /** Asks for returns of this business date and later ones. */
  public SalesReturnQuery from(LocalDate date) {
    return new SalesReturnQuery(customer, orderId, creator, Optional.of(date), to);
  }

  /** Asks for returns of this business date and earlier ones. */
  public SalesReturnQuery to(LocalDate date) {
    return new SalesReturnQuery(customer, orderId, creator, from, Optional.of(date));
  }
}
