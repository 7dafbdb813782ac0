package io.jxc.api.catalog;

import io.jxc.api.Checks;
import io.jxc.api.TaxRate;
import io.jxc.api.UnitPrice;
import io.jxc.api.UnitRatio;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the builders of {@link CreateProduct} and {@link UpdateProduct} have in common. Keeps what
 * is wrong until {@code build()}, which reports all of it. Not thread-safe.
 *
 * @param <B> the builder itself
 */
public abstract sealed class ProductFields<B extends ProductFields<B>>
    permits CreateProduct.Builder, UpdateProduct.Builder {
  private final Checks checks = new Checks();
  private final List<ProductUnit> units = new ArrayList<>();
  private final Map<String, String> attributes = new TreeMap<>();
  private Optional<String> name = Optional.empty();
  private Optional<String> spec = Optional.empty();
  private Optional<String> model = Optional.empty();
  private Optional<String> category = Optional.empty();
  private Optional<TaxRate> taxRate = Optional.empty();

  ProductFields() {
    units.add(ProductUnit.base(ProductUnit.PIECE));
  }

  ProductFields(ProductDetails details) {
    name = details.name();
    spec = details.spec();
    model = details.model();
    category = details.category();
    units.addAll(details.units());
    taxRate = details.taxRate();
    attributes.putAll(details.attributes());
  }

  abstract B self();

  /** Names the product: at most 200 characters. */
  public B name(String text) {
    return name(Optional.of(text));
  }

  /** Names the product, or lets it go by its code. */
  public B name(Optional<String> text) {
    name = text;
    return self();
  }

  /** Sets the specification, for example {@code 250 g}: at most 200 characters. */
  public B spec(String text) {
    return spec(Optional.of(text));
  }

  /** Sets or removes the specification. */
  public B spec(Optional<String> text) {
    spec = text;
    return self();
  }

  /** Sets the model: at most 200 characters. */
  public B model(String text) {
    return model(Optional.of(text));
  }

  /** Sets or removes the model. */
  public B model(Optional<String> text) {
    model = text;
    return self();
  }

  /** Puts the product into a category. */
  public B category(String code) {
    return category(Optional.of(code));
  }

  /** Puts the product into a category, or takes it out of its one. */
  public B category(Optional<String> code) {
    category = code;
    return self();
  }

  /** Adds a barcode of the base unit. */
  public B barcode(String barcode) {
    return change(0, "barcodes", () -> base().withBarcode(barcode));
  }

  /** Takes a barcode away from whichever unit has it. */
  public B withoutBarcode(String barcode) {
    units.replaceAll(
        unit ->
            unit.withBarcodes(
                unit.barcodes().stream().filter(other -> !other.equals(barcode)).toList()));
    return self();
  }

  /** Sets the list price of one base unit in the base currency, for example {@code "10.00"}. */
  public B listPrice(String price) {
    return change(0, "listPrice", () -> base().withListPrice(price));
  }

  /** Sets or removes the list price of one base unit. */
  public B listPrice(Optional<UnitPrice> price) {
    return change(0, "listPrice", () -> base().withListPrice(price));
  }

  /**
   * Adds a further unit of whole base units with its barcodes, for example {@code unit("BOX", 12,
   * "6901234567892")}, or replaces the one of that code.
   */
  public B unit(String code, long baseUnits, String... barcodes) {
    return unit(
        () -> ProductUnit.of(code, UnitRatio.of(baseUnits)).withBarcodes(List.of(barcodes)));
  }

  /** Adds a further unit, or replaces the one of that code. */
  public B unit(ProductUnit unit) {
    return unit(() -> unit);
  }

  /** Removes a further unit; the base unit stays. */
  public B withoutUnit(String code) {
    units.subList(1, units.size()).removeIf(unit -> unit.code().equals(code));
    return self();
  }

  /** Sets the tax rate in percent, for example {@code "13"}. */
  public B taxRate(String percent) {
    checks
        .field("taxRate", () -> TaxRate.of(percent))
        .ifPresent(rate -> taxRate = Optional.of(rate));
    return self();
  }

  /** Sets or removes the tax rate. */
  public B taxRate(Optional<TaxRate> rate) {
    taxRate = rate;
    return self();
  }

  /** Sets a custom attribute. */
  public B attribute(String key, String value) {
    attributes.put(key, value);
    return self();
  }

  /** Removes a custom attribute. */
  public B withoutAttribute(String key) {
    attributes.remove(key);
    return self();
  }

  /** Makes the base unit another one; for products that do not exist yet. */
  final B rename(String baseUnit) {
    return change(
        0,
        "units[0].code",
        () -> new ProductUnit(baseUnit, UnitRatio.ONE, base().barcodes(), base().listPrice()));
  }

  /** Checks the fields of the command itself and returns the details, or reports everything. */
  final ProductDetails finish(Consumer<Checks> own) {
    own.accept(checks);
    return checks.make(this::details);
  }

  private ProductDetails details() {
    return new ProductDetails(
        name, spec, model, category, units, taxRate, new TreeMap<>(attributes));
  }

  private ProductUnit base() {
    return units.get(0);
  }

  private B change(int place, String path, Supplier<ProductUnit> changed) {
    checks.field(path, changed).ifPresent(unit -> units.set(place, unit));
    return self();
  }

  private B unit(Supplier<ProductUnit> reader) {
    checks.at("units[" + units.size() + "]", reader).ifPresent(this::put);
    return self();
  }

  private void put(ProductUnit unit) {
    for (int i = 0; i < units.size(); i++) {
      if (units.get(i).code().equals(unit.code())) {
        units.set(i, unit);
        return;
      }
    }
    units.add(unit);
  }
}
