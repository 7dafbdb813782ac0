package io.jxc.core.internal.catalog;

import io.jxc.api.Quantity;
import io.jxc.api.TaxRate;
import io.jxc.api.UnitPrice;
import io.jxc.api.catalog.CostingMethod;
import io.jxc.api.catalog.CreateProduct;
import io.jxc.api.catalog.Product;
import io.jxc.api.catalog.ProductDetails;
import io.jxc.api.catalog.ProductKind;
import io.jxc.api.catalog.ProductStatus;
import io.jxc.api.catalog.ProductUnit;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.InvalidCommandException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * A product as it is stored: flat, so that fields of a newer version survive a rewrite and the
 * audit log names what changed.
 *
 * @param sku its code
 * @param kind goods or service, fixed
 * @param status whether it may be sold
 * @param costing how issued goods are costed
 * @param name absent = it goes by its code
 * @param spec specification
 * @param model model
 * @param category code of its category
 * @param units the base unit first
 * @param taxRate percent
 * @param attributes custom attributes
 * @param createdAt when it was added
 */
public record ProductDocument(
    String sku,
    ProductKind kind,
    ProductStatus status,
    CostingMethod costing,
    Optional<String> name,
    Optional<String> spec,
    Optional<String> model,
    Optional<String> category,
    List<ProductUnit> units,
    Optional<BigDecimal> taxRate,
    SortedMap<String, String> attributes,
    Instant createdAt) {

  /** Returns a new product, for sale. */
  static ProductDocument of(CreateProduct command, Instant now) {
    return of(
        command.sku(),
        command.kind(),
        ProductStatus.SELLABLE,
        command.costing(),
        command.details(),
        now);
  }

  private static ProductDocument of(
      String sku,
      ProductKind kind,
      ProductStatus status,
      CostingMethod costing,
      ProductDetails details,
      Instant createdAt) {
    return new ProductDocument(
        sku,
        kind,
        status,
        costing,
        details.name(),
        details.spec(),
        details.model(),
        details.category(),
        details.units(),
        details.taxRate().map(TaxRate::percent),
        details.attributes(),
        createdAt);
  }

  ProductDocument with(ProductDetails details) {
    return of(sku, kind, status, costing, details, createdAt);
  }

  ProductDocument with(ProductStatus other) {
    return of(sku, kind, other, costing, details(), createdAt);
  }

  ProductDetails details() {
    return new ProductDetails(
        name, spec, model, category, units, taxRate.map(TaxRate::new), attributes);
  }

  Product view(long version) {
    return new Product(sku, kind, status, costing, details(), createdAt, version);
  }

  List<String> barcodes() {
    return units.stream().flatMap(unit -> unit.barcodes().stream()).toList();
  }

  /** Returns the name to print: its own, or its code. */
  public String displayName() {
    return name.orElse(sku);
  }

  /** Tells whether it has stock; services and fees have none. */
  public boolean stocked() {
    return kind == ProductKind.GOODS;
  }

  /** Tells whether it may stand in new sales orders. */
  public boolean sellable() {
    return status == ProductStatus.SELLABLE;
  }

  /** Returns the code of the unit in which stock is kept. */
  public String baseUnit() {
    return units.get(0).code();
  }

  /**
   * Returns a unit by its code; absent = the base unit.
   *
   * @throws InvalidCommandException {@code unit.unknown} at {@code unit}
   */
  public ProductUnit unit(Optional<String> code) {
    if (code.isEmpty()) {
      return units.get(0);
    }
    return units.stream()
        .filter(unit -> unit.code().equals(code.get()))
        .findFirst()
        .orElseThrow(
            () ->
                InvalidCommandException.of(
                    "unit",
                    ErrorCode.UNIT_UNKNOWN,
                    units.stream().map(ProductUnit::code).collect(Collectors.joining(", ")),
                    code.get()));
  }

  /**
   * Converts an entered quantity to base units, exactly; absent = it is in base units.
   *
   * @throws InvalidCommandException {@code unit.unknown} at {@code unit}, {@code unit.inexact} at
   *     {@code quantity}
   */
  public Quantity toBase(Quantity quantity, Optional<String> unit) {
    return unit(unit).ratio().toBase(quantity);
  }

  /** Returns the list price of a unit in the base currency, if there is one. */
  public Optional<UnitPrice> listPrice(Optional<String> unit) {
    // nearly always the unit has a price of its own, and the details need not be made for it
    Optional<UnitPrice> own = unit(unit).listPrice();
    return own.isPresent() ? own : details().listPrice(unit.orElseGet(this::baseUnit));
  }
}
