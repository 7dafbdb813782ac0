package io.jxc.api.sales;

import io.jxc.api.Money;

/**
 * The amounts of a whole document.
 *
 * <p>Each line is quantity × price, rounded half-up to 6 digits, less its discounts; then its net
 * amount and its tax are rounded half-up to the coins of the currency. The total of the document is
 * rounded only once, from the exact sum; what this differs from the sum of the rounded lines is
 * named {@code rounding}, so that {@code net + tax + rounding = total} always.
 *
 * @param gross Σ quantity × price, as prices are meant (with or without tax), up to 6 digits
 * @param discount Σ of all discounts on lines and document, in the same meaning
 * @param net Σ of the lines without tax
 * @param tax Σ of the lines' tax
 * @param rounding what rounding line by line has lost or gained
 * @param total what is owed or refunded
 */
public record OrderTotals(
    Money gross, Money discount, Money net, Money tax, Money rounding, Money total) {}
