package io.jxc.api.catalog;

import io.jxc.api.Internal;
import io.jxc.api.TaxRate;
import io.jxc.api.UnitPrice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A product as it stands.
 *
 * @param sku its code
 * @param kind goods or service
 * @param status whether it may be sold
 * @param costing how issued goods are costed
 * @param details everything that may change
 * @param createdAt when it was added
 * @param version for {@link UpdateProduct}
 */
public record Product(
    String sku,
    ProductKind kind,
    ProductStatus status,
    CostingMethod costing,
    ProductDetails details,
    Instant createdAt,
    long version) {

  /** Made by the library. */
  @Internal
  public Product {}

  /** Returns its name, or its code where it has none. */
  public String name() {
    return details.name().orElse(sku);
  }

  /** Returns the code of its category. */
  public Optional<String> category() {
    return details.category();
  }

  /** Returns the unit in which its stock is kept. */
  public ProductUnit baseUnit() {
    return details.baseUnit();
  }

  /** Returns all its units, the base unit first. */
  public List<ProductUnit> units() {
    return details.units();
  }

  /** Returns its tax rate, if it has one of its own. */
  public Optional<TaxRate> taxRate() {
    return details.taxRate();
  }

  /** Tells whether it may be sold. */
  public boolean sellable() {
    return status == ProductStatus.SELLABLE;
  }

  /**
   * Returns the list price of a unit in the base currency: its own, or the base unit's times the
   * ratio, rounded half-up to 8 digits. Empty where neither has one or the unit is not the
   * product's.
   */
  public Optional<UnitPrice> listPrice(String unit) {
    return details.listPrice(unit);
  }
}
