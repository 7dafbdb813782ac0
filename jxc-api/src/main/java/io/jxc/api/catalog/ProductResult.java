package io.jxc.api.catalog;

import io.jxc.api.CommandResult;

/**
 * What became of a product.
 *
 * @param sku its code
 * @param status whether it may be sold
 * @param version its version now
 */
public record ProductResult(String sku, ProductStatus status, long version)
    implements CommandResult<ProductResult> {
  @Override
  public ProductResult withVersion(long version) {
    return new ProductResult(sku, status, version);
  }
}
