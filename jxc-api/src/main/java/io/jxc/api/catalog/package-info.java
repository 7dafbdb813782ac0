/**
 * Products: what they are called, how they are counted, scanned, priced and taxed.
 *
 * <ul>
 *   <li>{@link io.jxc.api.catalog.CatalogService} is the way in.
 *   <li>{@link io.jxc.api.catalog.CreateProduct} and {@link io.jxc.api.catalog.UpdateProduct} write
 *       {@link io.jxc.api.catalog.ProductDetails}; {@link io.jxc.api.catalog.Product} shows them.
 *   <li>{@link io.jxc.api.catalog.ProductUnit}s carry ratios and barcodes.
 * </ul>
 */
@NullMarked
package io.jxc.api.catalog;

import org.jspecify.annotations.NullMarked;
