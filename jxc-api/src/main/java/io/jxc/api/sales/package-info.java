/**
 * Sales orders from draft to shipment, quick sales, returns and what was earned.
 *
 * <ul>
 *   <li>{@link io.jxc.api.sales.SalesService} is the way in.
 *   <li>{@link io.jxc.api.sales.PlaceOrder}, {@link io.jxc.api.sales.QuickSale} and {@link
 *       io.jxc.api.sales.ShipOrder} are the commands of a normal day.
 *   <li>{@link io.jxc.api.sales.SalesOrder} is what an order looks like, {@link
 *       io.jxc.api.sales.SaleLine} what was earned with one line.
 *   <li>{@link io.jxc.api.sales.OrderTotals} states how amounts are computed and rounded.
 * </ul>
 */
@NullMarked
package io.jxc.api.sales;

import org.jspecify.annotations.NullMarked;
