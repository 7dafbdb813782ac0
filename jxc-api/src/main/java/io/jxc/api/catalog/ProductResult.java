package io.jxc.api.catalog;

import io.jxc.api.CommandResult;

/**
 * What became of a product.
 *
 * @param sku its code
 * @param status whether it may be sold
 * @param version sequence of the commit: the version of the product, if the command changed it
 */
public record ProductResult(String sku, ProductStatus status, long version)
    implements CommandResult<ProductResult> {
  @Override
  public ProductResult withVersion(long version) {
    return new ProductResult(sku, status, version);
  }
}
