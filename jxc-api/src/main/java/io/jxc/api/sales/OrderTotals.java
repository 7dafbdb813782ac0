package io.jxc.api.sales;

import io.jxc.api.Money;

/**
 * The amounts of a whole document.
 *
 * <p>Each line is quantity × price, rounded half-up to 6 digits, less its discounts; then its net
 * amount and its tax are rounded half-up to the coins of the currency. The total is the sum of the
 * lines or, where the tenant rounds per document ({@link io.jxc.api.tenant.Rounding}), the exact
 * sum rounded once; what this differs from the sum of the lines is named {@code rounding}. So
 * {@code net + tax + rounding = total} always.
 *
 * @param gross Σ quantity × price, as prices are meant (with or without tax), up to 6 digits
 * @param discount Σ of all discounts on lines and document, in the same meaning
 * @param net Σ of the lines without tax
 * @param tax Σ of the lines' tax
 * @param rounding what rounding line by line has lost or gained; zero where it is done per line
 * @param total what is owed or refunded
 */
public record OrderTotals(
    Money gross, Money discount, Money net, Money tax, Money rounding, Money total) {}
