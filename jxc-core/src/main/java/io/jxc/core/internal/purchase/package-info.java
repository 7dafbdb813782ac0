/**
 * Purchase orders.
 *
 * <ul>
 *   <li>{@link io.jxc.core.internal.purchase.PurchaseTypes} declares what is stored.
 *   <li>{@link io.jxc.core.internal.purchase.PurchaseRules} enters, changes, submits and ends
 *       orders; {@link io.jxc.core.internal.purchase.PurchaseReceiving} receives them into stock.
 *   <li>{@link io.jxc.core.internal.purchase.PurchaseApproval} hears of decided approvals.
 * </ul>
 */
@NullMarked
package io.jxc.core.internal.purchase;

import org.jspecify.annotations.NullMarked;
