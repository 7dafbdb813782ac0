/**
 * Warehouses, stock, claims and the stock ledger.
 *
 * <ul>
 *   <li>{@link io.jxc.api.inventory.InventoryService} is the way in.
 *   <li>Commands are verbs ({@link io.jxc.api.inventory.ReceiveGoods}), views are nouns.
 * </ul>
 */
@NullMarked
package io.jxc.api.inventory;

import org.jspecify.annotations.NullMarked;
