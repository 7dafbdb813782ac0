package io.jxc.core.internal.catalog;

import io.jxc.api.Actor;
import io.jxc.api.Checks;
import io.jxc.api.Codes;
import io.jxc.api.Outcome;
import io.jxc.api.Page;
import io.jxc.api.PageRequest;
import io.jxc.api.access.Permissions;
import io.jxc.api.catalog.BarcodeMatch;
import io.jxc.api.catalog.CatalogService;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.catalog.Product;
import io.jxc.api.catalog.ProductQuery;
import io.jxc.api.catalog.ProductResult;
import io.jxc.api.catalog.ResumeSell;
import io.jxc.api.catalog.StopSell;
import io.jxc.api.catalog.UpdateProduct;
import io.jxc.api.error.NotFoundException;
import io.jxc.core.internal.codec.Stored;
import io.jxc.core.internal.command.Reads;
import io.jxc.core.internal.command.Road;
import io.jxc.spi.store.DocumentRow;
import io.jxc.spi.store.Filter;
import io.jxc.spi.store.ListQuery;
import io.jxc.spi.store.Source;
import io.jxc.spi.store.StoredRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalog for one actor. */
public final class DefaultCatalogService implements CatalogService {
  private final Actor actor;
  private final Road road;
  private final Reads reads;

  /** Serves an actor. */
  public DefaultCatalogService(Actor actor, Road road, Reads reads) {
    this.actor = actor;
    this.road = road;
    this.reads = reads;
  }

  @Override
  public ProductResult create(CreateProduct command) {
    return road.execute(actor, CatalogCommands.CREATE, command);
  }

  @Override
  public List<Outcome<ProductResult>> createAll(List<CreateProduct> commands) {
    return road.executeAll(actor, CatalogCommands.CREATE, commands);
  }

  @Override
  public ProductResult update(UpdateProduct command) {
    return road.execute(actor, CatalogCommands.UPDATE, command);
  }

  @Override
  public List<Outcome<ProductResult>> updateAll(List<UpdateProduct> commands) {
    return road.executeAll(actor, CatalogCommands.UPDATE, commands);
  }

  @Override
  public ProductResult stopSell(StopSell command) {
    return road.execute(actor, CatalogCommands.STOP_SELL, command);
  }

  @Override
  public ProductResult resumeSell(ResumeSell command) {
    return road.execute(actor, CatalogCommands.RESUME_SELL, command);
  }

  @Override
  public Product get(String sku) {
    String code = Codes.require("sku", sku);
    return reads.with(
        actor,
        Permissions.PRODUCT_VIEW,
        snapshot ->
            snapshot
                .get(CatalogTypes.PRODUCT, code)
                .map(DefaultCatalogService::view)
                .orElseThrow(() -> NotFoundException.of("product", code)));
  }

  @Override
  public Map<String, Product> getAll(List<String> skus) {
    List<String> codes = Checks.codes("skus", skus, 1_000);
    return reads.with(
        actor,
        Permissions.PRODUCT_VIEW,
        snapshot -> {
          Map<String, Product> found = new LinkedHashMap<>();
          snapshot
              .getAll(CatalogTypes.PRODUCT, codes)
              .forEach((code, stored) -> found.put(code, view(stored)));
          return found;
        });
  }

  @Override
  public Optional<BarcodeMatch> findByBarcode(String barcode) {
    String code = Codes.require("barcode", barcode);
    return reads.with(
        actor,
        Permissions.PRODUCT_VIEW,
        snapshot ->
            snapshot
                .find(CatalogTypes.PRODUCT, "barcode", code)
                .map(DefaultCatalogService::view)
                .flatMap(product -> match(product, code)));
  }

  private static Optional<BarcodeMatch> match(Product product, String barcode) {
    return product.details().unitOfBarcode(barcode).map(unit -> new BarcodeMatch(product, unit));
  }

  @Override
  public Page<Product> list(ProductQuery query, PageRequest page) {
    return reads.with(
        actor,
        Permissions.PRODUCT_VIEW,
        snapshot -> snapshot.page(listing(query), page, DefaultCatalogService::view));
  }

  /** Chooses the listing that the most selective condition serves; the others are filters. */
  private static ListQuery.Builder listing(ProductQuery query) {
    boolean byCode = query.order() == ProductQuery.Order.SKU;
    Optional<String> category = query.category();
    Optional<String> status = query.status().map(Enum::name);
    ListQuery.Builder listing;
    if (!byCode) {
      listing = from("by_created");
    } else if (category.isPresent()) {
      listing = from("by_category").equal(category.get());
    } else if (status.isPresent()) {
      listing = from("by_status").equal(status.get());
    } else {
      listing = from("by_sku");
    }
    if (!byCode) {
      category.ifPresent(code -> listing.filter(Filter.eq("category", code)));
    }
    if (!byCode || category.isPresent()) {
      status.ifPresent(name -> listing.filter(Filter.eq("status", name)));
    }
    return listing;
  }

  private static ListQuery.Builder from(String listing) {
    return ListQuery.of(Source.DOCUMENTS, CatalogTypes.PRODUCT.name(), listing);
  }

  private static Product view(StoredRow row) {
    return view(CatalogTypes.PRODUCT.decode((DocumentRow) row));
  }

  private static Product view(Stored<ProductDocument> stored) {
    return stored.value().view(stored.version());
  }
}
