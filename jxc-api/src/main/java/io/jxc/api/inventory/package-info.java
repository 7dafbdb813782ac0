/**
 * Warehouses, stock, claims and the stock ledger.
 *
 * <ul>
 *   <li>{@link io.jxc.api.inventory.InventoryService} is the way in.
 *   <li>Commands are verbs ({@link io.jxc.api.inventory.ReceiveGoods}), views are nouns ({@link
 *       io.jxc.api.inventory.ProductStock}).
 *   <li>What is there: {@link io.jxc.api.inventory.StockLevel}; what moved: {@link
 *       io.jxc.api.inventory.StockCardLine}; who claims it: {@link
 *       io.jxc.api.inventory.StockClaim}.
 *   <li>{@link io.jxc.api.inventory.StockVerification} proves it, {@link
 *       io.jxc.api.inventory.RebuildStock} repairs it.
 * </ul>
 */
@NullMarked
package io.jxc.api.inventory;

import org.jspecify.annotations.NullMarked;
