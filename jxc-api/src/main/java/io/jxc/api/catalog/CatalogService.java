package io.jxc.api.catalog;

import io.jxc.api.Outcome;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.access.Permissions;
import io.jxc.api.access.Requires;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Products: goods and services with their units, barcodes and prices.
 *
 * <p>Two rules hold whatever happens at the same time: a code names one product for ever, and a
 * barcode leads to one unit of one product.
 */
public interface CatalogService {
  /**
   * Adds a product.
   *
   * @throws io.jxc.api.error.DuplicateKeyException {@code duplicate-key} for {@code product.sku} or
   *     {@code product.barcode}
   */
  @Requires(Permissions.PRODUCT_CREATE)
  ProductResult create(CreateProduct command);

  /**
   * Adds up to 1,000 products, each for itself, in few commits. A later product that takes the code
   * or a barcode of an earlier one is rejected.
   *
   * @return what became of each, in the order given
   */
  @Requires(Permissions.PRODUCT_CREATE)
  List<Outcome<ProductResult>> createAll(List<CreateProduct> commands);

  /**
   * Changes a product; the audit log keeps each changed field before and after.
   *
   * @throws io.jxc.api.error.NotFoundException there is no such product
   * @throws io.jxc.api.error.InvalidCommandException {@code value.unknown} for another base unit
   * @throws io.jxc.api.error.StaleVersionException it was changed since it was read
   * @throws io.jxc.api.error.DuplicateKeyException {@code product.barcode}
   */
  @Requires(Permissions.PRODUCT_UPDATE)
  ProductResult update(UpdateProduct command);

  /**
   * Changes up to 1,000 products, each for itself, in few commits.
   *
   * @return what became of each, in the order given
   */
  @Requires(Permissions.PRODUCT_UPDATE)
  List<Outcome<ProductResult>> updateAll(List<UpdateProduct> commands);

  /**
   * Takes a product out of sale: new sales orders refuse it. Stopping it again is no error.
   *
   * @throws io.jxc.api.error.NotFoundException there is no such product
   */
  @Requires(Permissions.PRODUCT_UPDATE)
  ProductResult stopSell(StopSell command);

  /**
   * Brings a product back into sale. Doing it again is no error.
   *
   * @throws io.jxc.api.error.NotFoundException there is no such product
   */
  @Requires(Permissions.PRODUCT_UPDATE)
  ProductResult resumeSell(ResumeSell command);

  /**
   * Returns a product.
   *
   * @throws io.jxc.api.error.NotFoundException there is no such product
   */
  @Requires(Permissions.PRODUCT_VIEW)
  Product get(String sku);

  /**
   * Returns the products with these codes, at most 1,000, from one snapshot.
   *
   * @return code → product in the order given; unknown codes are left out
   */
  @Requires(Permissions.PRODUCT_VIEW)
  Map<String, Product> getAll(List<String> skus);

  /** Returns the product and the unit that carry exactly this barcode. */
  @Requires(Permissions.PRODUCT_VIEW)
  Optional<BarcodeMatch> findByBarcode(String barcode);

  /**
   * Lists products.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code cursor.invalid}
   */
  @Requires(Permissions.PRODUCT_VIEW)
  Page<Product> list(ProductQuery query, PageRequest page);
}
