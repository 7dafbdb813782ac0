package io.jxc.api.sales;

import io.jxc.api.Money;

/**
 * The amounts of one line; see {@link OrderTotals} for how they are rounded.
 *
 * @param gross quantity × price, up to 6 digits
 * @param lineDiscount discount of the line
 * @param documentDiscount the line's share of the document's discount
 * @param net without tax, in coins
 * @param tax in coins
 * @param total net and tax
 */
public record LineAmounts(
    Money gross, Money lineDiscount, Money documentDiscount, Money net, Money tax, Money total) {}
