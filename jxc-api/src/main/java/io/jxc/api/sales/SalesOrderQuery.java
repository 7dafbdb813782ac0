package io.jxc.api.sales;

import io.jxc.api.Checks;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which sales orders to list; by business date, then id, the newest first unless told.
 *
 * <pre>{@code
 * SalesOrderQuery.all().customer("C-1").status(SalesStatus.CONFIRMED).from(monday);
 * }</pre>
 *
 * @param customer only orders of this customer
 * @param status only orders that stand there
 * @param creator only orders written by this user
 * @param from least business date, included
 * @param to last business date, included
 * @param direction which end comes first
 */
public record SalesOrderQuery(
    Optional<String> customer,
    Optional<SalesStatus> status,
    Optional<String> creator,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Direction direction) {

  /** Which end of a list by date comes first. */
  public enum Direction {
    /** The latest date first. */
    NEWEST_FIRST,
    /** The earliest date first. */
    OLDEST_FIRST
  }

  /** Checks the codes. */
  public SalesOrderQuery {
    Checks checks = new Checks();
    customer = checks.code("customer", customer);
    creator = checks.code("creator", creator);
    checks.date("from", from);
    checks.date("to", to);
    checks.done();
  }

  /** Asks for all orders that the actor may see. */
  public static SalesOrderQuery all() {
    return new SalesOrderQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Direction.NEWEST_FIRST);
  }

  /** Asks for orders of one customer. */
  public SalesOrderQuery customer(String code) {
    return new SalesOrderQuery(Optional.of(code), status, creator, from, to, direction);
  }

  /** Asks for orders that stand at one status. */
  public SalesOrderQuery status(SalesStatus wanted) {
    return new SalesOrderQuery(customer, Optional.of(wanted), creator, from, to, direction);
  }

  /** Asks for orders that one user has written. */
  public SalesOrderQuery creator(String user) {
    return new SalesOrderQuery(customer, status, Optional.of(user), from, to, direction);
  }

  /** Asks for orders of this business date and later ones. */
  public SalesOrderQuery from(LocalDate date) {
    return new SalesOrderQuery(customer, status, creator, Optional.of(date), to, direction);
  }

  /** Asks for orders of this business date and earlier ones. */
  public SalesOrderQuery to(LocalDate date) {
    return new SalesOrderQuery(customer, status, creator, from, Optional.of(date), direction);
  }

  /** Asks for the earliest orders first. */
  public SalesOrderQuery oldestFirst() {
    return new SalesOrderQuery(customer, status, creator, from, to, Direction.OLDEST_FIRST);
  }
}
