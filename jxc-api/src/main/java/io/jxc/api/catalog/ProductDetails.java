package io.jxc.api.catalog;

import io.jxc.api.Checks;
import io.jxc.api.Internal;
import io.jxc.api.TaxRate;
import io.jxc.api.UnitPrice;
import io.jxc.api.UnitRatio;
import io.jxc.api.error.ErrorCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What may be written about a product at any time. Made by the builders of {@link CreateProduct}
 * and {@link UpdateProduct}.
 *
 * @param name at most 200 characters; absent = the product goes by its code
 * @param spec specification, for example {@code 250 g}, at most 200 characters
 * @param model model, at most 200 characters
 * @param category code of the category; any code, categories need no creation
 * @param units 1 to 20 units, the base unit first with ratio 1; no code and no barcode twice
 * @param taxRate rate of sales and purchases; absent = the order decides
 * @param attributes up to 50 custom attributes: code → text of at most 500 characters
 */
public record ProductDetails(
    Optional<String> name,
    Optional<String> spec,
    Optional<String> model,
    Optional<String> category,
    List<ProductUnit> units,
    Optional<TaxRate> taxRate,
    SortedMap<String, String> attributes) {

  /**
   * Checks everything.
   *
   * @throws io.jxc.api.error.InvalidCommandException with every violation
   */
  @Internal
  public ProductDetails {
    Checks checks = new Checks();
    name = checks.text("name", name, 200);
    spec = checks.text("spec", spec, 200);
    model = checks.text("model", model, 200);
    category = checks.code("category", category);
    units = checks.list("units", units, 1, 20);
    if (!units.isEmpty()) {
      UnitRatio base = units.get(0).ratio();
      checks.require(
          base.equals(UnitRatio.ONE),
          "units[0].ratio",
          ErrorCode.UNIT_RATIO,
          "1 for the base unit",
          base.toString());
    }
    checks.unique("units", "unit", units, ProductUnit::code);
    List<String> barcodes = units.stream().flatMap(unit -> unit.barcodes().stream()).toList();
    checks.unique("barcodes", "barcode", barcodes, barcode -> barcode);
    attributes = checks.attributes("attributes", attributes);
    checks.done();
  }

  /** Returns the unit in which stock is kept. */
  public ProductUnit baseUnit() {
    return units.get(0);
  }

  /** Returns the unit with this code, if the product has it. */
  public Optional<ProductUnit> unit(String code) {
    return units.stream().filter(unit -> unit.code().equals(code)).findFirst();
  }

  /** Returns the unit that carries this barcode, if one does. */
  public Optional<ProductUnit> unitOfBarcode(String barcode) {
    return units.stream().filter(unit -> unit.barcodes().contains(barcode)).findFirst();
  }

  /**
   * Returns the list price of a unit in the base currency: its own, or the base unit's times the
   * ratio, rounded half-up to 8 digits. Empty where there is neither or the unit is unknown.
   */
  public Optional<UnitPrice> listPrice(String unit) {
    return unit(unit).flatMap(found -> found.listPrice().or(() -> derivedPrice(found.ratio())));
  }

  private Optional<UnitPrice> derivedPrice(UnitRatio ratio) {
    return baseUnit()
        .listPrice()
        .map(
            price ->
                new UnitPrice(
                    price
                        .value()
                        .multiply(BigDecimal.valueOf(ratio.numerator()))
                        .divide(
                            BigDecimal.valueOf(ratio.denominator()),
                            UnitPrice.SCALE,
                            RoundingMode.HALF_UP)));
  }
}
