package io.jxc.api.catalog;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.Internal;
import io.jxc.api.RequestIds;

/**
 * Adds a product. Its code is its permanent identity, so there is no other external id: adding the
 * same code again is refused, whatever the request.
 *
 * <pre>{@code
 * CreateProduct.goods("TEA-01")
 *     .name("Green tea")
 *     .barcode("6901234567892")
 *     .unit("BOX", 12, "6901234567908")
 *     .listPrice("10.00")
 *     .taxRate("13")
 *     .build();
 * }</pre>
 *
 * @param requestId identity of the request
 * @param sku code of the product; never changes, and is no place for names or phone numbers
 * @param kind goods or service
 * @param costing how issued goods are costed
 * @param details everything that may change later
 */
public record CreateProduct(
    String requestId, String sku, ProductKind kind, CostingMethod costing, ProductDetails details)
    implements Command {

  /**
   * Checks the command; use the builder.
   *
   * @throws io.jxc.api.error.InvalidCommandException with every violation
   */
  @Internal
  public CreateProduct {
    Checks checks = new Checks();
    checks.requestId(requestId);
    sku = checks.code("sku", sku);
    checks.done();
  }

  /** Starts a product that has stock. */
  public static Builder goods(String sku) {
    return new Builder(sku, ProductKind.GOODS);
  }

  /** Starts a service or a fee: sold and bought, never in stock. */
  public static Builder service(String sku) {
    return new Builder(sku, ProductKind.SERVICE);
  }

  /** Collects a product. Not thread-safe. */
  public static final class Builder extends ProductFields<Builder> {
    private final String sku;
    private final ProductKind kind;
    private String requestId = RequestIds.next();

    private Builder(String sku, ProductKind kind) {
      this.sku = sku;
      this.kind = kind;
    }

    @Override
    Builder self() {
      return this;
    }

    /** Names the request, to repeat it safely. */
    public Builder requestId(String id) {
      requestId = id;
      return this;
    }

    /** Sets the unit in which stock is kept; {@code PCS} unless told. Never changes. */
    public Builder baseUnit(String code) {
      return rename(code);
    }

    /**
     * Returns the command.
     *
     * @throws io.jxc.api.error.InvalidCommandException with every violation
     */
    public CreateProduct build() {
      ProductDetails details =
          finish(
              checks -> {
                checks.requestId(requestId);
                checks.code("sku", sku);
              });
      return new CreateProduct(requestId, sku, kind, CostingMethod.MOVING_AVERAGE, details);
    }
  }
}
