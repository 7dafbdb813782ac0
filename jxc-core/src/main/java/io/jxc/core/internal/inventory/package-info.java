/**
 * Warehouses, stock, claims, costs and the stock ledger.
 *
 * <ul>
 *   <li>{@link io.jxc.core.internal.inventory.InventoryTypes} declares what is stored.
 *   <li>{@link io.jxc.core.internal.inventory.StockRules} moves stock: in, out; every feature that
 *       moves goods goes through it, so each movement has its balances and its cost.
 *   <li>{@link io.jxc.core.internal.inventory.ClaimRules} holds and reserves stock.
 *   <li>{@link io.jxc.core.internal.inventory.Costing} computes moving averages.
 *   <li>{@link io.jxc.core.internal.inventory.StockDocumentRules} and {@link
 *       io.jxc.core.internal.inventory.ClaimCommandRules} decide what hosts ask for directly.
 *   <li>{@link io.jxc.core.internal.inventory.StockReads} tells how much there is, {@link
 *       io.jxc.core.internal.inventory.LedgerReads} what moved, {@link
 *       io.jxc.core.internal.inventory.StockVerifier} proves the one by the other.
 * </ul>
 */
@NullMarked
package io.jxc.core.internal.inventory;

import org.jspecify.annotations.NullMarked;
