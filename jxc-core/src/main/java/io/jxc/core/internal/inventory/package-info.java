/**
 * Warehouses, stock, claims, costs and the stock ledger.
 *
 * <ul>
 *   <li>{@link io.jxc.core.internal.inventory.InventoryTypes} declares what is stored.
 *   <li>{@link io.jxc.core.internal.inventory.StockRules} moves stock: in, out; every feature that
 *       moves goods goes through it, so each movement has its balances and its cost.
 *   <li>{@link io.jxc.core.internal.inventory.ClaimRules} holds and reserves stock.
 *   <li>{@link io.jxc.core.internal.inventory.Costing} computes moving averages.
 * </ul>
 */
@NullMarked
package io.jxc.core.internal.inventory;

import org.jspecify.annotations.NullMarked;
