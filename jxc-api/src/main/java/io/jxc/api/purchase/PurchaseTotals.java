package io.jxc.api.purchase;

import io.jxc.api.Money;

/**
 * What a purchase order or one of its lines costs: {@code net + tax + rounding = total}, exactly.
 *
 * <p>Each line is quantity × price, its net amount and its tax rounded half-up to the coins of the
 * currency. An order is the sum of its lines or, where the tenant rounds per document ({@link
 * io.jxc.api.tenant.Rounding}), the exact sum rounded once; what this differs from the sum of the
 * lines is named {@code rounding}.
 *
 * @param net without tax
 * @param tax the tax
 * @param rounding zero for a line, and where rounding is done per line
 * @param total what the supplier is owed, and what approval limits look at
 */
public record PurchaseTotals(Money net, Money tax, Money rounding, Money total) {}
