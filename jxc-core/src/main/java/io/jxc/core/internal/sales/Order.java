package io.jxc.core.internal.sales;

import java.util.List;

/**
 * A sales order with its lines, as a rule works on it.
 *
 * @param head its header
 * @param lines its lines, by number
 */
record Order(SalesOrderDocument head, List<OrderLineDocument> lines) {
  /** Copies the lines. */
  Order {
    lines = List.copyOf(lines);
  }

  Order head(SalesOrderDocument other) {
    return new Order(other, lines);
  }
}
