package io.jxc.api.catalog;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.Internal;
import io.jxc.api.RequestIds;
import io.jxc.api.error.ErrorCode;

/**
 * Replaces the details of a product by those the caller read and changed. Documents written before
 * keep what they say.
 *
 * <pre>{@code
 * Product tea = session.catalog().get("TEA-01");
 * session.catalog().update(UpdateProduct.of(tea).name("Green tea, loose").build());
 * }</pre>
 *
 * @param requestId identity of the request
 * @param sku code of the product
 * @param expectedVersion version the caller read, 1 or above; another one is refused
 * @param details all details as they are to be; the base unit cannot be another one
 */
public record UpdateProduct(
    String requestId, String sku, long expectedVersion, ProductDetails details) implements Command {

  /**
   * Checks the command; use the builder.
   *
   * @throws io.jxc.api.error.InvalidCommandException with every violation
   */
  @Internal
  public UpdateProduct {
    Checks checks = new Checks();
    checks.requestId(requestId);
    sku = checks.code("sku", sku);
    checks.require(
        expectedVersion >= 1,
        "expectedVersion",
        ErrorCode.NUMBER_RANGE,
        "1 or more",
        Long.toString(expectedVersion));
    checks.done();
  }

  /** Starts from a product as it was read. */
  public static Builder of(Product product) {
    return new Builder(product);
  }

  /** Collects the changes of a product. Not thread-safe. */
  public static final class Builder extends ProductFields<Builder> {
    private final String sku;
    private final long expectedVersion;
    private String requestId = RequestIds.next();

    private Builder(Product product) {
      super(product.details());
      this.sku = product.sku();
      this.expectedVersion = product.version();
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

    /**
     * Returns the command.
     *
     * @throws io.jxc.api.error.InvalidCommandException with every violation
     */
    public UpdateProduct build() {
      ProductDetails details = finish(checks -> checks.requestId(requestId));
      return new UpdateProduct(requestId, sku, expectedVersion, details);
    }
  }
}
