package io.jxc.api.partner;

import io.jxc.api.Checks;
import io.jxc.api.Internal;
import java.util.Optional;

/**
 * Which customers or suppliers to list, and in what order.
 *
 * <pre>{@code
 * PartnerQuery.customers().category("RETAIL")
 * }</pre>
 *
 * <p>A page may be short, or even empty with a cursor, where a category meets {@link
 * Order#CREATED}.
 *
 * @param kind customers or suppliers
 * @param category only those of this category
 * @param order how they follow each other
 */
public record PartnerQuery(PartnerKind kind, Optional<String> category, Order order) {

  /** How partners follow each other. */
  public enum Order {
    /** By code, in the order of its UTF-8 bytes. */
    CODE,
    /** As they were added, the oldest first; those added together by code. */
    CREATED
  }

  /**
   * Checks the query; use {@link #customers()} or {@link #suppliers()}.
   *
   * @throws io.jxc.api.error.InvalidCommandException {@code code.invalid}
   */
  @Internal
  public PartnerQuery {
    Checks checks = new Checks();
    category = checks.code("category", category);
    checks.done();
  }

  /** Asks for all customers in the order of their codes. */
  public static PartnerQuery customers() {
    return new PartnerQuery(PartnerKind.CUSTOMER, Optional.empty(), Order.CODE);
  }

  /** Asks for all suppliers in the order of their codes. */
  public static PartnerQuery suppliers() {
    return new PartnerQuery(PartnerKind.SUPPLIER, Optional.empty(), Order.CODE);
  }

  /** Asks for partners of one category only. */
  public PartnerQuery category(String code) {
    return new PartnerQuery(kind, Optional.of(code), order);
  }

  /** Asks for another order. */
  public PartnerQuery order(Order wanted) {
    return new PartnerQuery(kind, category, wanted);
  }
}
