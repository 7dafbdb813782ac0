package io.jxc.core.internal.catalog;

import io.jxc.api.access.Permissions;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.catalog.ProductDetails;
import io.jxc.api.catalog.ProductResult;
import io.jxc.api.catalog.ResumeSell;
import io.jxc.api.catalog.StopSell;
import io.jxc.api.catalog.UpdateProduct;
import io.jxc.core.internal.command.CommandType;

/** The commands of the catalog; their names are stored. */
final class CatalogCommands {
  /** Rows of a product besides its barcodes: document, listings, result, audit, event. */
  private static final int ROWS = 10;

  static final CommandType<CreateProduct, ProductResult> CREATE =
      CommandType.weighed(
              "catalog.create",
              Permissions.PRODUCT_CREATE,
              ProductResult.class,
              command -> weight(command.details()),
              CatalogRules::create)
          .about(CatalogTypes.PRODUCT, CreateProduct::sku);

  static final CommandType<UpdateProduct, ProductResult> UPDATE =
      CommandType.weighed(
              "catalog.update",
              Permissions.PRODUCT_UPDATE,
              ProductResult.class,
              command -> weight(command.details()),
              CatalogRules::update)
          .about(CatalogTypes.PRODUCT, UpdateProduct::sku);

  static final CommandType<StopSell, ProductResult> STOP_SELL =
      CommandType.light(
              "catalog.stop-sell",
              Permissions.PRODUCT_UPDATE,
              ProductResult.class,
              CatalogRules::stopSell)
          .about(CatalogTypes.PRODUCT, StopSell::sku);

  static final CommandType<ResumeSell, ProductResult> RESUME_SELL =
      CommandType.light(
              "catalog.resume-sell",
              Permissions.PRODUCT_UPDATE,
              ProductResult.class,
              CatalogRules::resumeSell)
          .about(CatalogTypes.PRODUCT, ResumeSell::sku);

  private CatalogCommands() {}

  private static int weight(ProductDetails details) {
    return ROWS + details.units().stream().mapToInt(unit -> unit.barcodes().size()).sum();
  }
}
