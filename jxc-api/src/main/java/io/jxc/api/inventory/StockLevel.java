package io.jxc.api.inventory;

import io.jxc.api.Quantity;
import java.util.Optional;

/**
 * How much of a product there is, in base units.
 *
 * @param sku code of the product
 * @param warehouse code of the warehouse; absent = all of them together
 * @param onHand what is there; below zero only where that is allowed
 * @param reserved what claims have open; a hold whose time has run out does not count
 * @param available what may still be taken: sellable goods less what is reserved
 */
public record StockLevel(
    String sku,
    Optional<String> warehouse,
    Quantity onHand,
    Quantity reserved,
    Quantity available) {}
