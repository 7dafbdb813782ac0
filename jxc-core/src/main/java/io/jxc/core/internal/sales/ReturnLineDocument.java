package io.jxc.core.internal.sales;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A stored line of a sales return.
 *
 * @param lineNo its number
 * @param orderLine number of the order's line that came back
 * @param item what came back
 * @param warehouse where the goods are now; absent for a service
 * @param amounts what is refunded
 * @param cost value the goods went to stock with
 */
record ReturnLineDocument(
    int lineNo,
    Optional<Integer> orderLine,
    Item item,
    Optional<String> warehouse,
    Amounts amounts,
    BigDecimal cost) {}
