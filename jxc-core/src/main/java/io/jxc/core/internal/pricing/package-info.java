/**
 * Arithmetic of documents: {@link io.jxc.core.internal.pricing.DocumentTotals} computes the amounts
 * of purchase and sales documents alike.
 */
@NullMarked
package io.jxc.core.internal.pricing;

import org.jspecify.annotations.NullMarked;
