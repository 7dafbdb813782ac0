package io.jxc.api.catalog;

import io.jxc.api.Checks;
import io.jxc.api.Command;
import io.jxc.api.RequestIds;

/**
 * Takes a product out of sale. Says nothing about its details, so it asks for no version.
 *
 * @param requestId identity of the request
 * @param sku code of the product
 */
public record StopSell(String requestId, String sku) implements Command {
  /**
   * Checks the command.
   *
   * @throws io.jxc.api.error.InvalidCommandException with every violation
   */
  public StopSell {
    Checks checks = new Checks();
    checks.requestId(requestId);
    sku = checks.code("sku", sku);
    checks.done();
  }

  /** Returns the command for a product, with a request id of its own. */
  public static StopSell of(String sku) {
    return new StopSell(RequestIds.next(), sku);
  }
}
