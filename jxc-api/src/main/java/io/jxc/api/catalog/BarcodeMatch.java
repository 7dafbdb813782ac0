package io.jxc.api.catalog;

/**
 * What a scanned barcode means.
 *
 * @param product the product
 * @param unit the unit that carries the barcode
 */
public record BarcodeMatch(Product product, ProductUnit unit) {}
