/**
 * Sales: orders, shipments, returns and the ledger of what was earned.
 *
 * <ul>
 *   <li>{@code SalesTotals} computes amounts; nothing else does.
 * </ul>
 */
@NullMarked
package io.jxc.core.internal.sales;

import org.jspecify.annotations.NullMarked;
