package io.jxc.core.internal.catalog;

import io.jxc.api.Checks;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.catalog.ProductResult;
import io.jxc.api.catalog.ProductStatus;
import io.jxc.api.catalog.ResumeSell;
import io.jxc.api.catalog.StopSell;
import io.jxc.api.catalog.UpdateProduct;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.error.StaleVersionException;
import io.jxc.api.event.CatalogEvent;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.Decision;
import io.jxc.core.internal.command.View;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Decides what happens to products, and shows them to the rules of other features. */
public final class CatalogRules {
  private static final String KIND = "product";

  private CatalogRules() {}

  /**
   * Returns a product.
   *
   * @throws NotFoundException there is none
   */
  public static ProductDocument product(View view, String sku) {
    return view.get(CatalogTypes.PRODUCT, sku).orElseThrow(() -> NotFoundException.of(KIND, sku));
  }

  /** Returns the products that exist among these codes, in one fetch; read them before lines. */
  public static Map<String, ProductDocument> products(View view, Collection<String> skus) {
    return view.getAll(CatalogTypes.PRODUCT, skus);
  }

  /**
   * Returns the product that a line refers to, or records {@code reference.unknown} for it.
   *
   * @param path where the code stood, for example {@code lines[6].sku}
   */
  public static Optional<ProductDocument> referred(
      Checks checks, String path, Map<String, ProductDocument> products, String sku) {
    Optional<ProductDocument> found = Optional.ofNullable(products.get(sku));
    checks.require(found.isPresent(), path, ErrorCode.REFERENCE_UNKNOWN, KIND, sku);
    return found;
  }

  static Decision<ProductResult> create(View view, CreateProduct command, Context context) {
    if (view.get(CatalogTypes.PRODUCT, command.sku()).isPresent()) {
      throw new DuplicateKeyException("product.sku", command.sku());
    }
    Changes changes = Changes.on(view);
    ProductDocument product = ProductDocument.of(command, context.now());
    changes.put(CatalogTypes.PRODUCT, product);
    changes.event(new CatalogEvent.ProductCreated(context.header(), command.sku()));
    return changes.result(result(product));
  }

  static Decision<ProductResult> update(View view, UpdateProduct command, Context context) {
    ProductDocument product = product(view, command.sku());
    String baseUnit = command.details().baseUnit().code();
    if (!baseUnit.equals(product.baseUnit())) {
      // stock is kept in it: everything ever moved would change its meaning
      throw InvalidCommandException.of(
          "details.units[0].code", ErrorCode.VALUE_UNKNOWN, product.baseUnit(), baseUnit);
    }
    long version = view.version(CatalogTypes.PRODUCT, command.sku());
    if (version != command.expectedVersion()) {
      throw new StaleVersionException(KIND, command.sku(), command.expectedVersion(), version);
    }
    Changes changes = Changes.on(view);
    ProductDocument changed = product.with(command.details());
    changes.put(CatalogTypes.PRODUCT, changed);
    changes.event(new CatalogEvent.ProductUpdated(context.header(), command.sku()));
    return changes.result(result(changed));
  }

  static Decision<ProductResult> stopSell(View view, StopSell command, Context context) {
    return sell(view, command.sku(), ProductStatus.STOPPED, context);
  }

  static Decision<ProductResult> resumeSell(View view, ResumeSell command, Context context) {
    return sell(view, command.sku(), ProductStatus.SELLABLE, context);
  }

  private static Decision<ProductResult> sell(
      View view, String sku, ProductStatus status, Context context) {
    ProductDocument product = product(view, sku);
    Changes changes = Changes.on(view);
    ProductDocument changed = product.with(status);
    if (product.status() != status) {
      changes.put(CatalogTypes.PRODUCT, changed);
      changes.event(new CatalogEvent.ProductStatusChanged(context.header(), sku, status.name()));
    }
    return changes.result(result(changed));
  }

  private static ProductResult result(ProductDocument product) {
    return new ProductResult(product.sku(), product.status(), 0);
  }
}
