package io.jxc.api.catalog;

import io.jxc.api.Checks;
import io.jxc.api.UnitPrice;
import io.jxc.api.UnitRatio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A unit a product is counted in, with its own barcodes and price.
 *
 * <pre>{@code
 * ProductUnit.of("BOX", UnitRatio.of(12)).withBarcode("6901234567892").withListPrice("99.00")
 * }</pre>
 *
 * @param code code of the unit, for example {@code PCS}
 * @param ratio base units in one of it
 * @param barcodes up to 20 codes as scanned, unique in the tenant; form of a code ({@link
 *     io.jxc.api.Codes})
 * @param listPrice price of one of this unit, zero or above, in the base currency; absent = the
 *     base unit's price times the ratio
 */
public record ProductUnit(
    String code, UnitRatio ratio, List<String> barcodes, Optional<UnitPrice> listPrice) {
  /** The base unit of a product for which none was named. */
  public static final String PIECE = "PCS";

  /**
   * Checks the unit.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code code.invalid}, {@code lines.count},
   *     {@code line.duplicate}, {@code number.range}
   */
  public ProductUnit {
    Checks checks = new Checks();
    code = checks.code("code", code);
    List<String> given = checks.list("barcodes", barcodes, 0, 20);
    List<String> stored = new ArrayList<>(given.size());
    for (int i = 0; i < given.size(); i++) {
      stored.add(checks.code("barcodes[" + i + "]", given.get(i)));
    }
    checks.unique("barcodes", "barcode", stored, barcode -> barcode);
    barcodes = List.copyOf(stored);
    listPrice.ifPresent(price -> checks.notNegative("listPrice", price));
    checks.done();
  }

  /** Returns a unit without barcode and price. */
  public static ProductUnit of(String code, UnitRatio ratio) {
    return new ProductUnit(code, ratio, List.of(), Optional.empty());
  }

  /** Returns a base unit without barcode and price. */
  public static ProductUnit base(String code) {
    return of(code, UnitRatio.ONE);
  }

  /** Returns the unit with one more barcode. */
  public ProductUnit withBarcode(String barcode) {
    List<String> more = new ArrayList<>(barcodes);
    more.add(barcode);
    return withBarcodes(more);
  }

  /** Returns the unit with these barcodes only. */
  public ProductUnit withBarcodes(List<String> barcodes) {
    return new ProductUnit(code, ratio, barcodes, listPrice);
  }

  /** Returns the unit with another list price, for example {@code "99.00"}. */
  public ProductUnit withListPrice(String price) {
    return withListPrice(Optional.of(UnitPrice.of(price)));
  }

  /** Returns the unit with another list price, or without one. */
  public ProductUnit withListPrice(Optional<UnitPrice> price) {
    return new ProductUnit(code, ratio, barcodes, price);
  }
}
