package io.jxc.api.catalog;

import io.jxc.api.Checks;
import io.jxc.api.Internal;
import java.util.Optional;

/**
 * Which products to list, and in what order.
 *
 * <pre>{@code
 * ProductQuery.all().category("TEA").status(ProductStatus.SELLABLE)
 * }</pre>
 *
 * <p>A page may be short, or even empty with a cursor, where both a category and a status are asked
 * for or where either meets {@link Order#CREATED}.
 *
 * @param category only products of this category
 * @param status only products of this status
 * @param order how they follow each other
 */
public record ProductQuery(Optional<String> category, Optional<ProductStatus> status, Order order) {

  /** How products follow each other. */
  public enum Order {
    /** By code, in the order of its UTF-8 bytes. */
    SKU,
    /** As they were added, the oldest first; those added together by code. */
    CREATED
  }

  /**
   * Checks the query; use {@link #all()}.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code code.invalid}
   */
  @Internal
  public ProductQuery {
    Checks checks = new Checks();
    category = checks.code("category", category);
    checks.done();
  }

  /** Asks for all products in the order of their codes. */
  public static ProductQuery all() {
    return new ProductQuery(Optional.empty(), Optional.empty(), Order.SKU);
  }

  /** Asks for products of one category only. */
  public ProductQuery category(String code) {
    return new ProductQuery(Optional.of(code), status, order);
  }

  /** Asks for products of one status only. */
  public ProductQuery status(ProductStatus wanted) {
    return new ProductQuery(category, Optional.of(wanted), order);
  }

  /** Asks for another order. */
  public ProductQuery order(Order wanted) {
    return new ProductQuery(category, status, wanted);
  }
}
