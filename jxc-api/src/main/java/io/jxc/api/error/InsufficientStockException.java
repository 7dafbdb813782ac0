package io.jxc.api.error;

import io.jxc.api.Quantity;

/** There is not enough stock. */
public final class InsufficientStockException extends RuleViolationException {
  private static final long serialVersionUID = 1L;

  /** Refuses a demand that is higher than what is available. */
  public InsufficientStockException(
      String sku, String warehouse, Quantity requested, Quantity available) {
    super(
        ErrorCode.STOCK_INSUFFICIENT,
        args(
            "sku",
            sku,
            "warehouse",
            warehouse,
            "requested",
            requested.toString(),
            "available",
            available.toString()));
  }

  /** Returns the product. */
  public String sku() {
    return arguments().getOrDefault("sku", "");
  }

  /** Returns the warehouse. */
  public String warehouse() {
    return arguments().getOrDefault("warehouse", "");
  }

  /** Returns the demand of the whole command in base units. */
  public Quantity requested() {
    return Quantity.of(arguments().getOrDefault("requested", "0"));
  }

  /** Returns what was available in base units. */
  public Quantity available() {
    return Quantity.of(arguments().getOrDefault("available", "0"));
  }
}
