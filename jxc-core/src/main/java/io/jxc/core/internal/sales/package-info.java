/**
 * Sales: orders, shipments, returns and the ledger of what was earned.
 *
 * <ul>
 *   <li>{@link io.jxc.core.internal.sales.SalesTypes} declares orders, returns and the ledger.
 * </ul>
 */
@NullMarked
package io.jxc.core.internal.sales;

import org.jspecify.annotations.NullMarked;
