package io.jxc.api.purchase;

import io.jxc.api.Money;

/**
 * What a purchase order costs: {@code net + tax = gross}, exactly.
 *
 * @param net without tax
 * @param tax the tax
 * @param gross with tax: what the supplier is owed, and what approval limits look at
 */
public record PurchaseTotals(Money net, Money tax, Money gross) {}
