package io.jxc.api.sales;

import java.util.List;

/**
 * A sales order with its lines.
 *
 * @param summary all but the lines
 * @param lines in order of their numbers
 */
public record SalesOrder(SalesOrderSummary summary, List<SalesOrderLine> lines) {
  /** Copies the lines. */
  public SalesOrder {
    lines = List.copyOf(lines);
  }

  /** Returns the id. */
  public String id() {
    return summary.id();
  }

  /** Returns the number. */
  public String number() {
    return summary.number();
  }

  /** Returns where the order stands. */
  public SalesStatus status() {
    return summary.status();
  }

  /** Returns the amounts. */
  public OrderTotals totals() {
    return summary.totals();
  }

  /** Returns the version, to base a change on. */
  public long version() {
    return summary.version();
  }
}
