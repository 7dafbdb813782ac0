/**
 * Products: codes, units, barcodes, prices.
 *
 * <ul>
 *   <li>{@link io.jxc.core.internal.catalog.ProductDocument} is what is stored and what the rules
 *       of other features read, by {@link io.jxc.core.internal.catalog.CatalogRules#products}.
 *   <li>{@link io.jxc.core.internal.catalog.CatalogRules} decides, {@link
 *       io.jxc.core.internal.catalog.DefaultCatalogService} serves.
 * </ul>
 */
@NullMarked
package io.jxc.core.internal.catalog;

import org.jspecify.annotations.NullMarked;
