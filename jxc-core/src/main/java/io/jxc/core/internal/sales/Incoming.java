package io.jxc.core.internal.sales;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What comes back with one line of a return, before it is in stock.
 *
 * @param orderLine number of the order's line
 * @param item what comes back
 * @param warehouse where it goes; absent for a service
 * @param amounts what is refunded
 * @param value what it goes to stock with; absent = at the present average cost
 */
record Incoming(
    Optional<Integer> orderLine,
    Item item,
    Optional<String> warehouse,
    Amounts amounts,
    Optional<BigDecimal> value) {

  ReturnLineDocument line(int lineNo, BigDecimal cost) {
    return new ReturnLineDocument(lineNo, orderLine, item, warehouse, amounts, cost);
  }

  Incoming amounts(Amounts computed) {
    return new Incoming(orderLine, item, warehouse, computed, value);
  }
}
