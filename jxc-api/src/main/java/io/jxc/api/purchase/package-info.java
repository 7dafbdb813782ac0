/**
 * Purchase orders: entered, approved, received partly or at once, closed.
 *
 * <p>{@link io.jxc.api.purchase.PurchaseService} is the door; {@link
 * io.jxc.api.purchase.PurchaseOrderContent} is what an order says; {@link
 * io.jxc.api.purchase.PurchaseStatus} draws the life of an order.
 */
@NullMarked
package io.jxc.api.purchase;

import org.jspecify.annotations.NullMarked;
